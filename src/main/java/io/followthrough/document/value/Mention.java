package io.followthrough.document.value;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A value that a text names, with the place where it does. */
public sealed interface Mention {

    /** Offset of its first character in the text. */
    int start();

    /** Offset after its last character. */
    int end();

    /**
     * A day.
     *
     * @param year or null when the text leaves it out
     * @param ambiguous whether day and month could as well be the other way round
     * @param malformed whether it is written in a way no calendar knows
     * @param lastDay of the same month where it is a range of days ("September 28-29"), or null
     */
    record Date(
            int start,
            int end,
            @Nullable Integer year,
            int month,
            int day,
            boolean ambiguous,
            boolean malformed,
            @Nullable Integer lastDay)
            implements Mention {

        private static final int DAYS_BESIDE = 14;

        /** The last day of a range of days in one month; null when it is a single day or there is no such day. */
        public @Nullable LocalDate lastInYear(@Nullable Integer otherwise) {
            return lastDay == null
                    ? null
                    : new Date(start, end, year, month, lastDay, ambiguous, malformed, null).inYear(otherwise);
        }

        /**
         * The day of an ambiguous date that lies beside the given one, where the other reading lies far from it; null
         * for any other date.
         */
        public @Nullable LocalDate beside(LocalDate known) {
            if (!ambiguous) {
                return null;
            }
            LocalDate one = nearest(known, month, day);
            LocalDate other = nearest(known, day, month);
            boolean near = isBeside(one, known);
            return near == isBeside(other, known) ? null : near ? one : other;
        }

        private LocalDate nearest(LocalDate known, int ofMonth, int ofDay) {
            LocalDate that = LocalDate.of(year == null ? known.getYear() : year, ofMonth, ofDay);
            return year == null && that.isAfter(known.plusMonths(6)) ? that.minusYears(1) : that;
        }

        private static boolean isBeside(LocalDate day, LocalDate known) {
            return Math.abs(ChronoUnit.DAYS.between(day, known)) <= DAYS_BESIDE;
        }

        /** The same day in the year that the text names elsewhere. */
        Date ofYear(int other) {
            return new Date(start, end, other, month, day, ambiguous, malformed, lastDay);
        }

        /** The day, with the given year where the text has none; null when there is no such day. */
        public @Nullable LocalDate inYear(@Nullable Integer otherwise) {
            Integer inferred = year == null ? otherwise : year;
            if (inferred == null || ambiguous) {
                return null;
            }
            try {
                return LocalDate.of(inferred, month, day);
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }
    }

    /** A day of the week. */
    record Weekday(int start, int end, DayOfWeek day) implements Mention {}

    /**
     * A time of day.
     *
     * @param bare whether it is written without am or pm in a form that could be either ("2:30")
     * @param halved whether am or pm stands with it
     * @param malformed whether it is written in a way no clock shows ("13:06 PM")
     */
    record Time(int start, int end, LocalTime time, boolean bare, boolean halved, boolean malformed)
            implements Mention {}

    /**
     * A time zone.
     *
     * @param written as the text has it
     * @param name the abbreviation, name or offset in it
     */
    record Zone(int start, int end, String written, String name) implements Mention {}

    /** A length of time in minutes. */
    record Duration(int start, int end, int minutes) implements Mention {}

    /** A share in percent. */
    record Percent(int start, int end, double value) implements Mention {}
}
