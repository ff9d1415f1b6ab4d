package io.followthrough.document.reading;

import io.followthrough.document.reading.Evidence.StatedWindow;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the steps of the incident and puts each on its day. */
final class TimelineReader {

    private static final Phrases ZONE_NOTE =
            Phrases.of("all times", "timezone:", "time zone:", "times are in", "times in utc");

    /** A clock that jumps back further than this has passed midnight; less is a slip of the writer. */
    private static final Duration MIDNIGHT = Duration.ofHours(6);

    /** Of as many lines all but one have to begin with their moment. */
    private static final int FEWEST_LED = 4;

    private static final int LEAD_UP_MONTHS = 6;
    private static final int LONGEST_DETAILS = 600;

    private final @Nullable LocalDate day;
    private final @Nullable LocalDate lastDay;
    private final @Nullable LocalTime startTime;
    private final @Nullable LocalTime endTime;
    private final @Nullable Integer year;

    /**
     * @param stated when the incident was as far as sentences say it
     * @param year of the days that name none
     */
    TimelineReader(StatedWindow stated, @Nullable Integer year) {
        this.day = stated.day();
        this.lastDay = stated.end() == null ? null : stated.end().toLocalDate();
        this.startTime = stated.startTime();
        this.endTime = stated.endTime();
        this.year = year;
    }

    List<TimedEntry> read(Outline outline) {
        return onDays(HalfDay.of(entries(outline), startTime, endTime));
    }

    /**
     * An entry before it is put on its day.
     *
     * @param underDay whether its day stands over it, for it and for those below it
     * @param explained when its text comes from the blocks below it
     */
    record Step(@Nullable Moment moment, boolean underDay, String text, boolean explained, int line) {}

    static List<Step> entries(Outline outline) {
        List<Stamped> blocks = blocks(outline, false);
        TimelineShape shape = new TimelineShape(blocks);
        if (!shape.namesMoments()) {
            List<Stamped> labelled = blocks(outline, true);
            if (labelled.size() > blocks.size()) {
                return steps(labelled, new TimelineShape(labelled));
            }
        }
        return steps(blocks, shape);
    }

    private static List<Stamped> blocks(Outline outline, boolean withSteps) {
        List<Stamped> blocks = new ArrayList<>();
        if (outline.about(Topic.TIMELINE).isEmpty()) {
            return blocks;
        }
        boolean measures = false;
        for (Section section : outline.sections()) {
            if (measures && section.is(Topic.TIMELINE) && blocks.stream().anyMatch(Stamped::isTimed)) {
                // Some tell the same incident twice, the second time for fun.
                return blocks;
            }
            measures |= section.is(Topic.TASKS) || section.is(Topic.MEASURES);
            boolean step = section.within() == Topic.TIMELINE
                    && (section.topic().isStep() || section.is(Topic.DURATION) && namesOneEnd(section.heading()));
            if (section.is(Topic.TIMELINE) || withSteps && step) {
                section.blocks().forEach(block -> blocks.add(new Stamped(block, Stamp.of(block, outline))));
            }
        }
        return blocks;
    }

    /** "Start time", "End": some tell no more below "Timeline". */
    private static boolean namesOneEnd(String heading) {
        return Words.containsAny(Words.of(heading), "start", "started", "end", "ended");
    }

    private static List<Step> steps(List<Stamped> blocks, TimelineShape shape) {
        Kind kind = shape.ofEntries();
        boolean timed = shape.namesTimes();
        int depth = kind == Kind.ITEM ? shape.outermost(blocks) : 0;
        boolean led = kind == Kind.TEXT && mostBeginWithAMoment(blocks);
        List<Step> steps = new ArrayList<>();
        LocalDateNote heading = new LocalDateNote();
        for (Stamped stamped : blocks) {
            Block block = stamped.block();
            if (isZoneNote(block.text()) || shape.holdsSamples() && isSample(block)) {
                continue;
            }
            Stamp stamp = stamped.stamp();
            boolean day = timed && stamped.isDay() || !block.is(kind);
            if (stamp != null && stamp.moment().time() == null && day) {
                heading.date = stamp.moment().date();
                continue;
            }
            boolean unbulleted = kind == Kind.ITEM && block.is(Kind.TEXT) && stamped.isTimed() && stamped.isLed();
            boolean own = stamp != null && (!led || stamped.isLed()) || kind == Kind.ITEM || kind == Kind.TABLE_ROW;
            boolean entry = unbulleted || block.is(kind) && block.depth() == depth && own;
            if (entry) {
                steps.add(step(block, stamp, heading));
            } else if (!steps.isEmpty() && !block.is(Kind.CODE) && !block.is(Kind.QUOTE)) {
                explain(steps, block.text());
            }
        }
        return steps;
    }

    /** A log below the steps names times as well, somewhere in its lines. */
    private static boolean mostBeginWithAMoment(List<Stamped> blocks) {
        List<Stamped> lines = blocks.stream()
                .filter(stamped -> stamped.is(Kind.TEXT) && stamped.stamp() != null)
                .toList();
        return lines.size() >= FEWEST_LED
                && lines.stream().filter(Stamped::isLed).count() * FEWEST_LED > lines.size() * (FEWEST_LED - 1);
    }

    /** Where the entry itself is only a moment, the blocks below it tell what happened then. */
    private static void explain(List<Step> steps, String details) {
        Step last = steps.get(steps.size() - 1);
        boolean bare = last.text().isEmpty() || last.explained() && last.text().length() < LONGEST_DETAILS;
        if (bare) {
            String text = last.text().isEmpty() ? details : last.text() + " " + details;
            steps.set(steps.size() - 1, new Step(last.moment(), last.underDay(), text, true, last.line()));
        }
    }

    /** A heading or line with nothing but a day, for the entries below it. */
    private static final class LocalDateNote {
        private Mention.@Nullable Date date;
    }

    private static Step step(Block block, @Nullable Stamp stamp, LocalDateNote heading) {
        if (stamp == null) {
            return new Step(null, false, block.text(), false, block.line());
        }
        Moment moment = stamp.moment();
        boolean underDay = moment.date() == null && heading.date != null;
        if (underDay) {
            moment = moment.withDate(heading.date);
            heading.date = null;
        }
        return new Step(moment, underDay, stamp.rest(), false, block.line());
    }

    static boolean isZoneNote(String text) {
        return text.length() < 120
                && ZONE_NOTE.in(text)
                && Moments.in(text).stream().noneMatch(moment -> moment.time() != null);
    }

    /** A row of the template that nobody filled in. */
    static boolean isSample(Block block) {
        return block.is(Kind.TABLE_ROW)
                && !block.cells().isEmpty()
                && Placeholders.isTime(block.cells().get(0));
    }

    private List<TimedEntry> onDays(List<Step> steps) {
        List<TimedEntry> entries = new ArrayList<>();
        LocalDate current = day;
        LocalDateTime previous = null;
        for (Step step : steps) {
            Moment moment = step.moment();
            Mention.Time time = moment == null ? null : moment.time();
            Mention.Date date = moment == null ? null : moment.date();
            LocalDate own = date == null ? null : inYear(date);
            boolean leadUp = own != null && day != null && own.isBefore(day) && !step.underDay();
            if (own != null && !leadUp) {
                current = own;
            }
            LocalDate on = own == null ? current : own;
            LocalDateTime at =
                    time == null || on == null || date != null && own == null ? null : on.atTime(time.time());
            if (at != null && own == null && previous != null && passesMidnight(previous, at)) {
                at = at.plusDays(1);
                current = at.toLocalDate();
            }
            previous = at == null || leadUp ? previous : at;
            boolean malformed = time != null && time.malformed() || date != null && date.malformed();
            entries.add(new TimedEntry(
                    at,
                    at == null ? own : at.toLocalDate(),
                    time == null ? null : time.time(),
                    own != null,
                    malformed,
                    step.text(),
                    step.line()));
        }
        return entries;
    }

    /** A day without a year that would lie most of a year after the incident is one of the year before. */
    private @Nullable LocalDate inYear(Mention.Date date) {
        LocalDate own = date.inYear(yearFor(date));
        if (own == null && day != null) {
            return date.beside(day);
        }
        if (own == null || day == null || date.year() != null) {
            return own;
        }
        return own.isAfter(day.plusMonths(LEAD_UP_MONTHS)) ? own.minusYears(1) : own;
    }

    private @Nullable Integer yearFor(Mention.Date date) {
        if (day == null || date.year() != null) {
            return year;
        }
        return day.getYear();
    }

    private boolean passesMidnight(LocalDateTime previous, LocalDateTime at) {
        if (!at.isBefore(previous) || Duration.between(at, previous).compareTo(MIDNIGHT) <= 0) {
            return false;
        }
        return lastDay == null || !at.toLocalDate().plusDays(1).isAfter(lastDay);
    }
}
