package io.followthrough.document.lint;

import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Bounds;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.reading.Told;
import io.followthrough.document.value.Mention;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Where times, days and durations of one document do not fit together. */
final class TimeRules {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    /** A duration in words is rounded: a minute in twenty is no contradiction. */
    private static final double ROUNDED = 0.05;

    private static final Duration SAME_TIME = Duration.ofMinutes(10);

    private TimeRules() {}

    static List<Rule> all() {
        return List.of(
                warning(
                        "end-before-start",
                        "An incident cannot end before it starts; as a rule a day or am/pm is wrong.",
                        TimeRules::endBeforeStart),
                warning(
                        "duration-mismatch",
                        "Two durations for one incident: one of them is wrong.",
                        TimeRules::durationMismatch),
                warning(
                        "end-mismatch",
                        "Summary and timeline should agree on when service was back.",
                        TimeRules::endMismatch),
                warning(
                        "timeline-out-of-order",
                        "A step before the one above it hides a wrong time or day.",
                        TimeRules::outOfOrder),
                warning(
                        "timeline-outside-window",
                        "Steps far outside the stated window mean that one of the two is wrong.",
                        TimeRules::outsideWindow),
                warning(
                        "date-contradiction",
                        "Two days for one incident: one of them is wrong.",
                        TimeRules::dateContradiction),
                warning(
                        "weekday-mismatch",
                        "A weekday that does not fit the date shows that one of them is wrong.",
                        TimeRules::weekdayMismatch),
                warning(
                        "date-ambiguous",
                        "Half of the world reads 04-12-2022 as April, half as December.",
                        TimeRules::dateAmbiguous),
                warning("malformed-time", "A time no clock shows cannot be trusted.", TimeRules::malformedTime));
    }

    private static Rule warning(String id, String why, java.util.function.BiConsumer<Evidence, Report> check) {
        return new SimpleRule(id, Severity.WARNING, why, check);
    }

    private static void endBeforeStart(Evidence evidence, Report report) {
        LocalDateTime start = evidence.document().incident().start();
        LocalDateTime end = evidence.document().incident().end();
        if (start != null && end != null && end.isBefore(start)) {
            report.add(
                    evidence.stated().line(),
                    "The incident ends (%s) before it starts (%s).".formatted(words(end), words(start)));
        }
    }

    private static void durationMismatch(Evidence evidence, Report report) {
        IncidentWindow window = evidence.document().incident();
        Integer computed = window.durationMinutes();
        Integer stated = window.statedDurationMinutes();
        if (computed == null || stated == null || computed < 0) {
            return;
        }
        if (Math.abs(computed - stated) > Math.max(5, stated * ROUNDED)) {
            report.add(
                    evidence.places().duration() == null
                            ? Place.line(evidence.stated().line())
                            : evidence.places().duration(),
                    "%s to %s is %s; the text says %s."
                            .formatted(
                                    CLOCK.format(window.start()),
                                    CLOCK.format(window.end()),
                                    length(computed),
                                    length(stated)));
        }
    }

    private static void endMismatch(Evidence evidence, Report report) {
        LocalDateTime end = evidence.stated().end();
        TimedEntry last = Bounds.last(evidence.timeline());
        if (end == null
                || last == null
                || last.at() == null
                || evidence.stated().start() == null) {
            return;
        }
        boolean inside = !last.at().isBefore(evidence.stated().start());
        boolean lastStep =
                evidence.timeline().indexOf(last) == evidence.timeline().size() - 1;
        if (inside && lastStep && Duration.between(last.at(), end).compareTo(SAME_TIME) > 0) {
            report.add(
                    last.line(),
                    "The summary ends the incident at %s, the timeline tells of restored service at %s."
                            .formatted(CLOCK.format(end), CLOCK.format(last.at())));
        }
    }

    private static void outOfOrder(Evidence evidence, Report report) {
        TimedEntry previous = null;
        for (TimedEntry entry : evidence.timeline()) {
            if (entry.at() == null) {
                continue;
            }
            if (previous != null && previous.at() != null && entry.at().isBefore(previous.at())) {
                report.add(
                        entry.line(),
                        "%s comes after %s in the timeline but lies before it."
                                .formatted(words(entry.at()), words(previous.at())));
                return;
            }
            previous = entry;
        }
    }

    private static void outsideWindow(Evidence evidence, Report report) {
        LocalDateTime start = evidence.stated().start();
        LocalDateTime end = evidence.stated().end();
        if (start == null || end == null || end.isBefore(start)) {
            return;
        }
        Duration slack = Duration.between(start, end).compareTo(Duration.ofHours(1)) < 0
                ? Duration.ofMinutes(30)
                : Duration.ofHours(1);
        for (TimedEntry entry : evidence.timeline()) {
            LocalDateTime at = entry.at();
            boolean leadUp = at != null && entry.ownDate() && at.toLocalDate().isBefore(start.toLocalDate());
            if (leadUp && !allBefore(evidence, start)) {
                continue;
            }
            if (at != null && (at.isBefore(start.minus(slack)) || at.isAfter(end.plus(slack)))) {
                report.add(
                        entry.line(),
                        "%s lies outside the stated window %s to %s.".formatted(words(at), words(start), words(end)));
                return;
            }
        }
    }

    private static boolean allBefore(Evidence evidence, LocalDateTime start) {
        return evidence.timeline().stream().map(TimedEntry::at).allMatch(at -> at == null || at.isBefore(start));
    }

    private static void dateContradiction(Evidence evidence, Report report) {
        LocalDateTime start = evidence.stated().start();
        LocalDateTime end = evidence.stated().end();
        if (start == null || end == null) {
            return;
        }
        TimedEntry first = null;
        for (TimedEntry entry : evidence.timeline()) {
            LocalDateTime at = entry.at();
            if (!entry.ownDate() || at == null) {
                continue;
            }
            LocalDate day = at.toLocalDate();
            if (!day.isBefore(start.toLocalDate()) && !day.isAfter(end.toLocalDate())) {
                return;
            }
            first = first == null ? entry : first;
        }
        LocalDateTime other = first == null ? null : first.at();
        if (first != null && other != null) {
            report.add(
                    first.line(),
                    "The summary dates the incident %s, the timeline %s."
                            .formatted(DAY.format(start), DAY.format(other)));
        }
    }

    private static void weekdayMismatch(Evidence evidence, Report report) {
        LocalDate incident = evidence.stated().day();
        Integer year = incident == null ? null : Integer.valueOf(incident.getYear());
        Told.forEachPair(evidence, (weekday, date, line) -> {
            LocalDate day = date.inYear(year);
            if (day != null && day.getDayOfWeek() != weekday.day()) {
                report.add(
                        line,
                        "%s was a %s."
                                .formatted(
                                        DAY.format(day),
                                        title(day.getDayOfWeek().name())));
            }
        });
    }

    private static void dateAmbiguous(Evidence evidence, Report report) {
        Told.forEach(evidence, Mention.Date.class, (date, block) -> {
            if (date.ambiguous()) {
                report.add(
                        block.line(),
                        "%s can be read with the day first or the month first; write it as year-month-day."
                                .formatted(block.text().substring(date.start(), date.end())));
            }
        });
    }

    private static void malformedTime(Evidence evidence, Report report) {
        for (TimedEntry entry : evidence.timeline()) {
            if (entry.malformed()) {
                report.add(
                        entry.line(), "The date or time of this entry is written in a way no calendar or clock shows.");
                return;
            }
        }
    }

    private static String words(LocalDateTime moment) {
        return DAY.format(moment) + " " + CLOCK.format(moment);
    }

    static String length(int minutes) {
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private static String title(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
