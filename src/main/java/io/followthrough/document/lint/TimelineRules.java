package io.followthrough.document.lint;

import static io.followthrough.document.lint.SimpleRule.consistency;

import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.lint.Course.Step;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.TimedEntry;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;

/** Where steps of the timeline cannot be where they stand. */
final class TimelineRules {

    private static final int TWO_WEEKS = 14;
    private static final Duration LEAST_SLACK = Duration.ofMinutes(20);
    private static final Duration MOST_SLACK = Duration.ofHours(1);
    private static final Duration SAME_TIME = Duration.ofMinutes(5);

    private static final Pattern NOTICED = Pattern.compile(
            "\\b(?:outage|incident|issue|problem|errors?) (?:(?:was|is|were) )?(?:detected|reported|noticed)\\b"
                    + "|\\bcomplain(?:s|ed|ts?)\\b|\\b(?:site|service|server) (?:(?:is|was) )?(?:not responding|unreachable|down)\\b",
            Pattern.CASE_INSENSITIVE);

    private TimelineRules() {}

    static List<Rule> all() {
        return List.of(
                consistency(
                        "timeline-outside-window",
                        Severity.WARNING,
                        "A step of the timeline lies far outside the stated window.",
                        TimelineRules::outsideWindow),
                consistency(
                        "timeline-out-of-order",
                        Severity.WARNING,
                        "A step of the timeline lies before the one above it.",
                        TimelineRules::outOfOrder));
    }

    private static void outsideWindow(Evidence evidence, Report report) {
        Course course = Course.of(evidence);
        LocalDateTime start = course.start();
        LocalDateTime end = course.end();
        if (start == null || end == null || end.isBefore(start)) {
            return;
        }
        boolean allBefore = course.steps().stream().allMatch(step -> step.at().isBefore(start));
        if (weeksOff(evidence, start) && !allBefore) {
            // That the two do not speak of the same day is another rule's finding.
            return;
        }
        Duration slack = slack(Duration.between(start, end));
        LocalDateTime earliest = start.minus(slack);
        LocalDateTime latest = end.plus(slack);
        for (Step step : course.steps()) {
            LocalDateTime at = step.at();
            boolean leadUp = step.entry().ownDate() && at.toLocalDate().isBefore(start.toLocalDate());
            if (leadUp && !allBefore) {
                continue;
            }
            boolean far = at.isBefore(earliest) || at.isAfter(latest);
            if (far || at.isBefore(start) && noticedBefore(step, start)) {
                report.add(
                        place(evidence, step.entry()),
                        "%s %s the stated window %s."
                                .formatted(
                                        course.written(at),
                                        far ? "lies outside" : "tells of trouble before",
                                        Wording.span(start, end)),
                        WindowRules.related(evidence.places().start(), "the window starts " + Wording.clock(start)));
                return;
            }
        }
    }

    /** Nobody notices an incident before it starts. */
    private static boolean noticedBefore(Step step, LocalDateTime start) {
        return step.at().isBefore(start.minus(SAME_TIME))
                && NOTICED.matcher(step.entry().text()).find();
    }

    /** Steps that led to the incident or ended it stand close to the window; how close depends on its length. */
    private static Duration slack(Duration window) {
        Duration third = window.dividedBy(3);
        Duration least = third.compareTo(LEAST_SLACK) < 0 ? LEAST_SLACK : third;
        return least.compareTo(MOST_SLACK) > 0 ? MOST_SLACK : least;
    }

    private static boolean weeksOff(Evidence evidence, LocalDateTime start) {
        TimedEntry other = DateRules.otherDay(evidence);
        return other != null
                && other.at() != null
                && Duration.between(start, other.at()).abs().toDays() > TWO_WEEKS;
    }

    private static void outOfOrder(Evidence evidence, Report report) {
        TimedEntry previous = null;
        for (TimedEntry entry : evidence.timeline()) {
            boolean nowhere = entry.at() == null && (entry.date() == null || entry.hasTime());
            if (nowhere || isYearOff(evidence, entry)) {
                continue;
            }
            if (previous != null && isBefore(entry, previous)) {
                report.add(
                        place(evidence, entry),
                        "%s comes after %s in the timeline but lies before it."
                                .formatted(words(entry), words(previous)),
                        WindowRules.related(place(evidence, previous), "the step above, " + words(previous)));
                return;
            }
            previous = entry;
        }
    }

    /** A wrong year is told as what it is. */
    private static boolean isYearOff(Evidence evidence, TimedEntry entry) {
        LocalDateTime start = evidence.stated().start();
        LocalDateTime end = evidence.stated().end();
        return start != null && end != null && DateRules.isYearOff(entry, start.toLocalDate(), end.toLocalDate());
    }

    private static boolean isBefore(TimedEntry entry, TimedEntry previous) {
        if (entry.at() != null && previous.at() != null) {
            return entry.at().isBefore(previous.at());
        }
        return entry.date() != null && previous.date() != null && entry.date().isBefore(previous.date());
    }

    private static String words(TimedEntry entry) {
        if (entry.at() != null) {
            return Wording.moment(entry.at());
        }
        return entry.date() == null ? "" : Wording.day(entry.date());
    }

    /** The whole entry with its time, which is what has to be mended. */
    private static Place place(Evidence evidence, TimedEntry entry) {
        return evidence.source().place(entry.line());
    }
}
