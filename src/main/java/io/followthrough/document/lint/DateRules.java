package io.followthrough.document.lint;

import static io.followthrough.document.lint.SimpleRule.consistency;

import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.reading.Named;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where days of one document do not fit together, and where days or times can be read in two ways or not at all. */
final class DateRules {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DAYS_OF_LEAD_UP = 14;

    private DateRules() {}

    static List<Rule> all() {
        return List.of(
                consistency(
                        "date-contradiction",
                        Severity.WARNING,
                        "The document dates the incident twice, on different days.",
                        DateRules::dateContradiction),
                consistency(
                        "weekday-mismatch",
                        Severity.WARNING,
                        "The weekday is not the one of that date.",
                        DateRules::weekdayMismatch),
                consistency(
                        "date-ambiguous",
                        Severity.WARNING,
                        "The date can be read with the day first or the month first.",
                        DateRules::dateAmbiguous),
                consistency(
                        "malformed-time",
                        Severity.WARNING,
                        "A time or day is written in a way no clock or calendar shows.",
                        DateRules::malformedTime));
    }

    private static void dateContradiction(Evidence evidence, Report report) {
        LocalDateTime start = evidence.stated().start();
        LocalDateTime end = evidence.stated().end();
        TimedEntry other = otherDay(evidence);
        if (start == null) {
            return;
        }
        String said = Wording.day(start.toLocalDate());
        if (other != null && other.at() != null) {
            report.add(
                    evidence.source().place(other.line()),
                    "The summary dates the incident %s, the timeline %s."
                            .formatted(said, Wording.day(other.at().toLocalDate())),
                    WindowRules.related(evidence.places().start(), "the summary says " + said));
            return;
        }
        if (end == null || yearOff(evidence, report, start, end)) {
            return;
        }
        Named.forEachDayOverTimeline(evidence, (day, line, words) -> {
            if (Math.abs(ChronoUnit.DAYS.between(start.toLocalDate(), day)) > DAYS_OF_LEAD_UP && !report.isFull()) {
                report.add(
                        evidence.place(line, words),
                        "The summary dates the incident %s, the timeline %s.".formatted(said, Wording.day(day)),
                        WindowRules.related(evidence.places().start(), "the summary says " + said));
            }
        });
        Named.forEachOccurrence(evidence, (day, line, words) -> {
            if ((day.isBefore(start.toLocalDate()) || day.isAfter(end.toLocalDate())) && !report.isFull()) {
                report.add(
                        evidence.place(line, words),
                        "The text dates the incident %s here and %s elsewhere.".formatted(Wording.day(day), said),
                        WindowRules.related(evidence.places().start(), "here it is " + said));
            }
        });
    }

    /** A step whose day is that of the incident, but for its year. */
    private static boolean yearOff(Evidence evidence, Report report, LocalDateTime start, LocalDateTime end) {
        for (TimedEntry entry : evidence.timeline()) {
            if (isYearOff(entry, start.toLocalDate(), end.toLocalDate())) {
                report.add(
                        evidence.source().place(entry.line()),
                        "This step lies a year from the incident, which is dated %s."
                                .formatted(Wording.day(start.toLocalDate())),
                        WindowRules.related(evidence.places().start(), "the day of the incident"));
                return true;
            }
        }
        return false;
    }

    /** Whether the step would lie in the window if its year were the next one or the one before. */
    static boolean isYearOff(TimedEntry entry, LocalDate first, LocalDate last) {
        LocalDate day = entry.date();
        if (day == null || !entry.ownDate()) {
            return false;
        }
        return Stream.of(day.plusYears(1), day.minusYears(1))
                .anyMatch(other -> !other.isBefore(first) && !other.isAfter(last));
    }

    /**
     * The first dated step when all steps with dates lie on other days than the stated window, or the step that starts
     * the incident at the stated time of another day; null otherwise.
     */
    static @Nullable TimedEntry otherDay(Evidence evidence) {
        LocalDateTime start = evidence.stated().start();
        LocalDateTime end = evidence.stated().end();
        TimedEntry begins = evidence.begins();
        if (start != null && begins != null && isSameTimeOfOtherDay(begins, start)) {
            return begins;
        }
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

    /** The summary and the timeline agree on the hour of the start and not on its day. */
    private static boolean isSameTimeOfOtherDay(TimedEntry begins, LocalDateTime start) {
        return begins.at() != null
                && start.toLocalTime().equals(begins.time())
                && !begins.at().toLocalDate().equals(start.toLocalDate());
    }

    private static void weekdayMismatch(Evidence evidence, Report report) {
        LocalDate incident = evidence.stated().day();
        if (incident != null) {
            openingWeekday(evidence, report, incident);
        }
        Integer year = incident == null ? null : Integer.valueOf(incident.getYear());
        Named.forEachPair(evidence, (weekday, date, line) -> {
            LocalDate day = date.inYear(year);
            if (day != null && day.getDayOfWeek() != weekday.day() && !report.isFull()) {
                wrongWeekday(evidence, report, weekday.day(), day, line);
            }
        });
    }

    /** "On an ordinary Tuesday" in the opening speaks of the incident, which may span days. */
    private static void openingWeekday(Evidence evidence, Report report, LocalDate first) {
        LocalDateTime end = evidence.document().incident().end();
        LocalDate last = end == null || end.toLocalDate().isBefore(first) ? first : end.toLocalDate();
        Named.forTheOnlyWeekday(evidence, (weekday, line, words) -> {
            boolean within = first.datesUntil(last.plusDays(1))
                    .limit(DAYS_OF_A_WEEK)
                    .anyMatch(day -> day.getDayOfWeek() == weekday.day());
            if (!within) {
                wrongWeekday(evidence, report, weekday.day(), first, line);
            }
        });
    }

    private static void wrongWeekday(Evidence evidence, Report report, DayOfWeek written, LocalDate day, int line) {
        String wrong = name(written, TextStyle.FULL);
        String right = name(day.getDayOfWeek(), TextStyle.FULL);
        Place place = evidence.place(line, wrong);
        boolean found = place.length() == wrong.length();
        report.add(
                place,
                "%s was a %s.".formatted(Wording.day(day), right),
                sameLine(evidence.places().start(), line)
                        ? List.of()
                        : WindowRules.related(evidence.places().start(), "the day of the incident"),
                found ? new Fix("Write " + right, place, right) : null);
    }

    private static boolean sameLine(@Nullable Place place, int line) {
        return place != null && place.line() == line;
    }

    private static String name(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, Locale.ENGLISH);
    }

    private static void malformedTime(Evidence evidence, Report report) {
        for (TimedEntry entry : evidence.timeline()) {
            if (entry.malformed()) {
                report.add(
                        evidence.source().place(entry.line()),
                        "The date or time of this entry is written in a way no calendar or clock shows.");
                return;
            }
        }
        if (!reportIfMalformed(evidence.places().start(), evidence, report)) {
            reportIfMalformed(evidence.places().end(), evidence, report);
        }
    }

    private static boolean reportIfMalformed(@Nullable Place place, Evidence evidence, Report report) {
        if (place == null || !isMalformed(evidence.source().words(place))) {
            return false;
        }
        report.add(place, "This time or day is written in a way no clock or calendar shows.");
        return true;
    }

    private static boolean isMalformed(String words) {
        return Mentions.in(words).stream()
                .anyMatch(mention -> mention instanceof Mention.Time time && time.malformed()
                        || mention instanceof Mention.Date date && date.malformed());
    }

    private static void dateAmbiguous(Evidence evidence, Report report) {
        Named.forEach(evidence, Mention.Date.class, (date, block) -> {
            if (date.ambiguous() && date.year() != null && !report.isFull()) {
                String written = block.text().substring(date.start(), date.end());
                Place place = evidence.place(block.line(), written);
                LocalDate certain = certain(evidence, date);
                report.add(
                        place,
                        "%s can be read with the day first or the month first; write it as year-month-day."
                                .formatted(written),
                        List.of(),
                        certain != null && place.length() == written.length()
                                ? new Fix("Write " + certain, place, certain.toString())
                                : null);
            }
        });
    }

    /** The reading that is the day of the incident, where the document names that day elsewhere without doubt. */
    private static @Nullable LocalDate certain(Evidence evidence, Mention.Date date) {
        LocalDate incident = evidence.stated().day();
        if (incident == null || date.year() == null) {
            return null;
        }
        LocalDate one = day(date.year(), date.month(), date.day());
        LocalDate other = day(date.year(), date.day(), date.month());
        return incident.equals(one) || incident.equals(other) ? incident : null;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
