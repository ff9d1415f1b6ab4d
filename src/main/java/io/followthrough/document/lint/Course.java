package io.followthrough.document.lint;

import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.StatedWindow;
import io.followthrough.document.reading.Evidence.TimedEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of the incident as the summary states it and as the timeline tells it. Times that stand without any day
 * can still contradict each other: they are put on one day that is never shown.
 *
 * @param start as the summary states it, or null
 * @param end as the summary states it, or null
 * @param dated whether the days are those of the document
 */
record Course(@Nullable LocalDateTime start, @Nullable LocalDateTime end, List<Step> steps, boolean dated) {

    private static final LocalDate SOME_DAY = LocalDate.EPOCH;
    private static final Duration MIDNIGHT = Duration.ofHours(6);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /** An entry of the timeline that has a moment. */
    record Step(LocalDateTime at, TimedEntry entry) {}

    static Course of(Evidence evidence) {
        StatedWindow stated = evidence.stated();
        if (stated.start() != null || !stated.timesWithoutDate()) {
            List<Step> steps = new ArrayList<>();
            for (TimedEntry entry : evidence.timeline()) {
                if (entry.at() != null) {
                    steps.add(new Step(entry.at(), entry));
                }
            }
            return new Course(stated.start(), stated.end(), steps, true);
        }
        LocalDateTime start = stated.startTime() == null ? null : SOME_DAY.atTime(stated.startTime());
        LocalDateTime end = start == null || stated.endTime() == null ? null : SOME_DAY.atTime(stated.endTime());
        if (start != null && end != null && end.isBefore(start)) {
            end = end.plusDays(1);
        }
        return new Course(start, end, undated(evidence, start), false);
    }

    private static List<Step> undated(Evidence evidence, @Nullable LocalDateTime start) {
        List<Step> steps = new ArrayList<>();
        LocalDate day = SOME_DAY;
        LocalDateTime previous = start;
        for (TimedEntry entry : evidence.timeline()) {
            if (entry.time() == null) {
                continue;
            }
            LocalDateTime at = day.atTime(entry.time());
            Duration back = previous == null ? Duration.ZERO : Duration.between(at, previous);
            if (back.compareTo(steps.isEmpty() ? HALF_A_DAY : MIDNIGHT) > 0) {
                day = day.plusDays(1);
                at = at.plusDays(1);
            }
            steps.add(new Step(at, entry));
            previous = at;
        }
        return steps;
    }

    /** The moment as the document would write it: with its day where that is known. */
    String written(LocalDateTime moment) {
        return dated ? Wording.moment(moment) : Wording.clock(moment);
    }

    /** Both ends as the document would write them: with their days where those are known. */
    String span(LocalDateTime from, LocalDateTime to) {
        return dated ? Wording.span(from, to) : Wording.clock(from) + " to " + Wording.clock(to);
    }

    /** The step of that entry; null for an entry that has no moment. */
    @Nullable
    Step stepOf(TimedEntry wanted) {
        for (Step step : steps) {
            if (step.entry() == wanted) {
                return step;
            }
        }
        return null;
    }
}
