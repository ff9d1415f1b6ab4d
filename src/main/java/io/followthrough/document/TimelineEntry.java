package io.followthrough.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One step of the incident.
 *
 * @param at local time of the document, or null when the text gives no time that can be placed on a day
 * @param date its day, also where nothing more is known
 * @param time its time of day, also where its day is not known
 * @param line line in the source, from 1
 * @param column where its text starts on the line, from 1
 */
public record TimelineEntry(
        @Nullable LocalDateTime at,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        String text,
        int line,
        int column) {

    public TimelineEntry {
        date = at == null ? date : at.toLocalDate();
        time = at == null ? time : at.toLocalTime();
    }
}
