package io.followthrough.document.reading;

import io.followthrough.document.Place;
import io.followthrough.document.Places;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.source.SourceText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document together with what the reader saw on the way, for rules that compare two places.
 *
 * @param stated the window as the summary states it; its parts are null where only the timeline tells
 * @param begins the entry of the timeline that says in so many words that the incident began, or null
 * @param restored the last entry that tells of restored service, or null
 * @param percents shares of users with their places
 * @param source the text it was read from
 * @param places where the single values stand
 * @param kindOfText what the text is when it is no postmortem, or null
 */
public record Evidence(
        PostmortemDocument document,
        Outline outline,
        StatedWindow stated,
        List<TimedEntry> timeline,
        @Nullable TimedEntry begins,
        @Nullable TimedEntry restored,
        List<PlacedPercent> percents,
        SourceText source,
        Places places,
        @Nullable String kindOfText) {

    public Evidence {
        timeline = List.copyOf(timeline);
        percents = List.copyOf(percents);
    }

    /** Where the words stand on the line, or the whole line when they are not there. */
    public Place place(int line, String words) {
        return source.place(line, words);
    }

    /**
     * What the prose says about the window.
     *
     * @param day the day the times belong to
     * @param startDate the first day where the prose names days without times
     * @param endDate the last day where the prose names days without times
     * @param startTime the time of day of the start, also where its day is not known
     * @param endTime the time of day of the end, also where its day is not known
     */
    public record StatedWindow(
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            boolean timesWithoutDate,
            @Nullable LocalDate day,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable LocalTime startTime,
            @Nullable LocalTime endTime,
            int line) {}

    /**
     * One entry of the timeline as written: whether it names a time and what is wrong with it.
     *
     * @param date its day where that is known, own or carried over from above
     * @param time its time of day where it names one
     */
    public record TimedEntry(
            @Nullable LocalDateTime at,
            @Nullable LocalDate date,
            @Nullable LocalTime time,
            boolean ownDate,
            boolean malformed,
            String text,
            int line) {

        /** Whether it names a time of day, be it one that no clock shows. */
        public boolean hasTime() {
            return time != null;
        }
    }

    /** A share of users and where it is named. */
    public record PlacedPercent(double value, int line) {}
}
