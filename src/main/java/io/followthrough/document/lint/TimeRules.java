package io.followthrough.document.lint;

import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
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
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where times, days and durations of one document do not fit together. */
final class TimeRules {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    /** A duration in words is rounded: a minute in twenty is no contradiction. */
    private static final double ROUNDED = 0.05;

    /** Minutes that two statements of one time may differ. */
    private static final int SLIP = 5;

    private static final int DAYS_OF_A_WEEK = 7;
    private static final Duration LEAST_SLACK = Duration.ofMinutes(20);
    private static final Duration MOST_SLACK = Duration.ofHours(1);
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
                        "start-mismatch",
                        "Summary and timeline should agree on when it started.",
                        TimeRules::startMismatch),
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
        Place said = evidence.places().duration();
        if (computed == null || stated == null || said == null || computed < 0) {
            return;
        }
        if (Math.abs(computed - stated) > tolerance(stated, evidence.source().words(said))) {
            report.add(
                    said,
                    "%s to %s is %s; the text says %s."
                            .formatted(
                                    CLOCK.format(window.start()),
                                    CLOCK.format(window.end()),
                                    length(computed),
                                    length(stated)),
                    windowPlaces(evidence),
                    new Fix("Write " + length(computed), said, length(computed)));
        }
    }

    private static List<Related> windowPlaces(Evidence evidence) {
        List<Related> places = new ArrayList<>();
        if (evidence.places().start() != null) {
            places.add(new Related(evidence.places().start(), "the start"));
        }
        if (evidence.places().end() != null
                && !evidence.places().end().equals(evidence.places().start())) {
            places.add(new Related(evidence.places().end(), "the end"));
        }
        return places;
    }

    /** Who writes hours and minutes has counted them; who writes hours has rounded. */
    private static double tolerance(int stated, String words) {
        boolean counted = stated > 60 && stated % 60 != 0 && words.indexOf('.') < 0;
        return counted ? SLIP : Math.max(SLIP, stated * ROUNDED);
    }

    private static void startMismatch(Evidence evidence, Report report) {
        LocalDateTime start = evidence.stated().start();
        TimedEntry first = Bounds.begins(evidence.timeline());
        if (start == null || first == null || first.at() == null || otherDay(evidence) != null) {
            return;
        }
        if (Duration.between(start, first.at()).abs().compareTo(SAME_TIME) > 0) {
            report.add(
                    evidence.source().place(first.line()),
                    "The summary starts the incident at %s, the timeline at %s."
                            .formatted(CLOCK.format(start), CLOCK.format(first.at())),
                    windowPlaces(evidence),
                    null);
        }
    }

    private static void endMismatch(Evidence evidence, Report report) {
        TimedEntry last = Bounds.last(evidence.timeline());
        LocalTime said = evidence.stated().endTime();
        if (last == null || last.time() == null || said == null || !isLastStep(evidence, last)) {
            return;
        }
        if (gap(evidence, last).compareTo(SAME_TIME) > 0) {
            report.add(
                    evidence.source().place(last.line()),
                    "The summary ends the incident at %s, the timeline tells of restored service at %s."
                            .formatted(CLOCK.format(said), CLOCK.format(last.time())),
                    windowPlaces(evidence),
                    null);
        }
    }

    /** Whether it was over then: no later step tells of trouble. */
    private static boolean isLastStep(Evidence evidence, TimedEntry entry) {
        List<TimedEntry> timeline = evidence.timeline();
        return timeline.subList(timeline.indexOf(entry) + 1, timeline.size()).stream()
                .noneMatch(Bounds::tellsOfTrouble);
    }

    /** From the last step to the stated end; by the clock alone where the document names no day. */
    private static Duration gap(Evidence evidence, TimedEntry last) {
        LocalDateTime start = evidence.stated().start();
        LocalDateTime end = evidence.stated().end();
        if (start != null && end != null && last.at() != null) {
            return last.at().isBefore(start) ? Duration.ZERO : Duration.between(last.at(), end);
        }
        LocalTime from = evidence.stated().startTime();
        LocalTime to = evidence.stated().endTime();
        LocalTime at = last.time();
        boolean sameDay = from != null && to != null && at != null && from.isBefore(to) && !at.isBefore(from);
        return sameDay ? Duration.between(at, to) : Duration.ZERO;
    }

    private static void outOfOrder(Evidence evidence, Report report) {
        TimedEntry previous = null;
        for (TimedEntry entry : evidence.timeline()) {
            if (entry.at() == null && (entry.date() == null || entry.hasTime())) {
                continue;
            }
            if (previous != null && isBefore(entry, previous)) {
                report.add(
                        evidence.source().place(entry.line()),
                        "%s comes after %s in the timeline but lies before it."
                                .formatted(words(entry), words(previous)),
                        List.of(new Related(evidence.source().place(previous.line()), "the step above it")),
                        null);
                return;
            }
            previous = entry;
        }
    }

    private static boolean isBefore(TimedEntry entry, TimedEntry previous) {
        if (entry.at() != null && previous.at() != null) {
            return entry.at().isBefore(previous.at());
        }
        return entry.date() != null && previous.date() != null && entry.date().isBefore(previous.date());
    }

    private static String words(TimedEntry entry) {
        return entry.at() == null ? DAY.format(entry.date()) : words(entry.at());
    }

    private static void outsideWindow(Evidence evidence, Report report) {
        LocalDateTime start = evidence.stated().start();
        LocalDateTime end = evidence.stated().end();
        if (start == null || end == null || end.isBefore(start)) {
            return;
        }
        if (weeksOff(evidence, start) && !allBefore(evidence, start)) {
            // That the two do not speak of the same day is another rule's finding.
            return;
        }
        Duration slack = slack(Duration.between(start, end));
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

    /** Steps that led to the incident or ended it stand close to the window; how close depends on its length. */
    private static Duration slack(Duration window) {
        Duration third = window.dividedBy(3);
        Duration least = third.compareTo(LEAST_SLACK) < 0 ? LEAST_SLACK : third;
        return least.compareTo(MOST_SLACK) > 0 ? MOST_SLACK : least;
    }

    private static boolean weeksOff(Evidence evidence, LocalDateTime start) {
        TimedEntry other = otherDay(evidence);
        return other != null
                && other.at() != null
                && Duration.between(start, other.at()).abs().toDays() > 2 * DAYS_OF_A_WEEK;
    }

    private static boolean allBefore(Evidence evidence, LocalDateTime start) {
        return evidence.timeline().stream().map(TimedEntry::at).allMatch(at -> at == null || at.isBefore(start));
    }

    private static void dateContradiction(Evidence evidence, Report report) {
        LocalDateTime start = evidence.stated().start();
        TimedEntry other = otherDay(evidence);
        if (start != null && other != null && other.at() != null) {
            report.add(
                    evidence.source().place(other.line()),
                    "The summary dates the incident %s, the timeline %s."
                            .formatted(DAY.format(start), DAY.format(other.at())),
                    windowPlaces(evidence),
                    null);
            return;
        }
        LocalDateTime end = evidence.stated().end();
        if (start != null && end != null) {
            Told.forEachOccurrence(evidence, (day, line, words) -> {
                if (day.isBefore(start.toLocalDate()) || day.isAfter(end.toLocalDate())) {
                    report.add(
                            evidence.place(line, words),
                            "The text dates the incident %s here and %s elsewhere."
                                    .formatted(DAY.format(day), DAY.format(start)),
                            windowPlaces(evidence),
                            null);
                }
            });
        }
    }

    /** The first dated step when all steps with dates lie on other days than the stated window; null otherwise. */
    static @Nullable TimedEntry otherDay(Evidence evidence) {
        LocalDateTime start = evidence.stated().start();
        LocalDateTime end = evidence.stated().end();
        if (start == null || end == null) {
            return null;
        }
        TimedEntry first = null;
        for (TimedEntry entry : evidence.timeline()) {
            LocalDateTime at = entry.at();
            if (!entry.ownDate() || at == null) {
                continue;
            }
            LocalDate day = at.toLocalDate();
            if (!day.isBefore(start.toLocalDate()) && !day.isAfter(end.toLocalDate())) {
                return null;
            }
            first = first == null ? entry : first;
        }
        return first;
    }

    private static void weekdayMismatch(Evidence evidence, Report report) {
        LocalDate incident = evidence.stated().day();
        if (incident != null) {
            openingWeekday(evidence, report, incident);
        }
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

    /** "On an ordinary Tuesday" in the opening speaks of the incident, which may span days. */
    private static void openingWeekday(Evidence evidence, Report report, LocalDate first) {
        LocalDateTime end = evidence.document().incident().end();
        LocalDate last = end == null || end.toLocalDate().isBefore(first) ? first : end.toLocalDate();
        String right = title(first.getDayOfWeek().name());
        Told.forTheOnlyWeekday(evidence, (weekday, line, words) -> {
            boolean within = first.datesUntil(last.plusDays(1))
                    .limit(DAYS_OF_A_WEEK)
                    .anyMatch(day -> day.getDayOfWeek() == weekday.day());
            if (!within) {
                Place place = evidence.place(line, words);
                report.add(
                        place,
                        "%s was a %s.".formatted(DAY.format(first), right),
                        windowPlaces(evidence),
                        new Fix("Write " + right, place, right));
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
