package io.followthrough.document.value;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
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

        /** The last day of a range of days in one month; null when it is a single day or there is no such day. */
        public @Nullable LocalDate lastInYear(@Nullable Integer otherwise) {
            return lastDay == null
                    ? null
                    : new Date(start, end, year, month, lastDay, ambiguous, malformed, null).inYear(otherwise);
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
     * @param malformed whether it is written in a way no clock shows ("13:06 PM")
     */
    record Time(int start, int end, LocalTime time, boolean bare, boolean malformed) implements Mention {}

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
