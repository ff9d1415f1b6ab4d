package io.followthrough.document.value;

import io.followthrough.document.value.Mentions.Match;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads days: {@code 2024-05-10}, {@code 16/05/2023}, {@code 06/May/2022}, {@code May 5th, 2024}, {@code 8th of November
 * 2023}.
 */
final class Dates {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("january", 1),
            Map.entry("jan", 1),
            Map.entry("february", 2),
            Map.entry("feb", 2),
            Map.entry("febr", 2),
            Map.entry("march", 3),
            Map.entry("mar", 3),
            Map.entry("april", 4),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("june", 6),
            Map.entry("jun", 6),
            Map.entry("july", 7),
            Map.entry("jul", 7),
            Map.entry("august", 8),
            Map.entry("aug", 8),
            Map.entry("september", 9),
            Map.entry("sept", 9),
            Map.entry("sep", 9),
            Map.entry("october", 10),
            Map.entry("oct", 10),
            Map.entry("november", 11),
            Map.entry("nov", 11),
            Map.entry("december", 12),
            Map.entry("dec", 12));

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "monday", DayOfWeek.MONDAY,
            "tuesday", DayOfWeek.TUESDAY,
            "wednesday", DayOfWeek.WEDNESDAY,
            "thursday", DayOfWeek.THURSDAY,
            "friday", DayOfWeek.FRIDAY,
            "saturday", DayOfWeek.SATURDAY,
            "sunday", DayOfWeek.SUNDAY);

    private Dates() {}

    /** The words, in lower case, that a day can start with. */
    static Set<String> openers() {
        Set<String> openers = new HashSet<>(MONTHS.keySet());
        openers.addAll(WEEKDAYS.keySet());
        return openers;
    }

    static @Nullable Match at(Tokens tokens, int i) {
        Match match = NumericDates.at(tokens, i);
        if (match == null) {
            match = separated(tokens, i);
        }
        return match == null ? dayBeforeMonth(tokens, i) : match;
    }

    /** {@code 06/May/2022}, {@code 6-May-22}, {@code 2022-May-06}. */
    private static @Nullable Match separated(Tokens tokens, int i) {
        Token separator = tokens.at(i + 1);
        boolean shape = tokens.at(i).isNumber()
                && (separator.is("/") || separator.is("-"))
                && tokens.at(i + 3).is(separator.text())
                && tokens.at(i + 4).isNumber();
        for (int at = i + 1; shape && at <= i + 4; at++) {
            shape = !tokens.at(at).spaced();
        }
        Integer month = shape ? MONTHS.get(tokens.at(i + 2).word()) : null;
        if (month == null) {
            return null;
        }
        boolean yearFirst = tokens.at(i).isNumber(4, 4);
        Token day = tokens.at(yearFirst ? i + 4 : i);
        Token year = tokens.at(yearFirst ? i : i + 4);
        if (!day.isNumber(1, 2) || !year.isNumber(4, 4) && !year.isNumber(2, 2)) {
            return null;
        }
        return date(tokens, i, 5, year.value() < 100 ? 2000 + year.value() : year.value(), month, day.value(), null);
    }

    /** {@code 8th Nov 2023}, {@code the 10th of April, 2024}, {@code 22 July}. */
    private static @Nullable Match dayBeforeMonth(Tokens tokens, int i) {
        if (!tokens.at(i).isNumber(1, 2)) {
            return null;
        }
        int at = i + 1;
        if (isOrdinal(tokens, at)) {
            at++;
        }
        Integer lastDay = null;
        if ("-–—".contains(tokens.at(at).text()) && tokens.at(at + 1).isNumber(1, 2)) {
            lastDay = tokens.at(at + 1).value();
            at += isOrdinal(tokens, at + 2) ? 3 : 2;
        }
        if (tokens.wordAt(at, "of")) {
            at++;
        }
        if (tokens.at(at).is("-") && !tokens.at(at).spaced()) {
            at++;
        }
        Integer month = month(tokens, at);
        if (month == null) {
            return null;
        }
        int last = dot(tokens, at);
        int yearAt = yearAfter(tokens, last + 1);
        Integer year = yearAt < 0 ? null : Integer.valueOf(tokens.at(yearAt).value());
        return date(
                tokens,
                i,
                (yearAt < 0 ? last : yearAt) - i + 1,
                year,
                month,
                tokens.at(i).value(),
                lastDay);
    }

    /** {@code May 5th, 2024}, {@code Nov. 8}, {@code September 28-29, 2023}. */
    static @Nullable Match monthAt(Tokens tokens, int i) {
        Integer month = month(tokens, i);
        if (month == null) {
            return null;
        }
        int at = dot(tokens, i) + 1;
        if (tokens.wordAt(at, "the")
                || tokens.at(at).is(",") && isOrdinal(tokens, at + 2) && yearAfter(tokens, at + 3) > 0) {
            at++;
        }
        if (!tokens.at(at).isNumber(1, 2)
                || tokens.at(at + 1).is(":") && !tokens.at(at + 1).spaced()) {
            return null;
        }
        int day = tokens.at(at).value();
        int last = isOrdinal(tokens, at + 1) ? at + 1 : at;
        int afterRange = last;
        Integer lastDay = null;
        if ("-–—".contains(tokens.at(last + 1).text())
                && tokens.at(last + 2).isNumber(1, 2)
                && !tokens.at(last + 3).is(":")) {
            afterRange = isOrdinal(tokens, last + 3) ? last + 3 : last + 2;
            lastDay = tokens.at(last + 2).value();
        }
        int yearAt = yearAfter(tokens, afterRange + 1);
        Integer year = yearAt < 0 ? null : Integer.valueOf(tokens.at(yearAt).value());
        if (isOrdinal(tokens, last) && isShortYear(tokens, last + 1)) {
            yearAt = last + 2;
            year = 2000 + tokens.at(yearAt).value();
        }
        int end = yearAt < 0 ? afterRange : yearAt;
        return date(tokens, i, end - i + 1, year, month, day, lastDay);
    }

    static @Nullable Match weekdayAt(Tokens tokens, int i) {
        DayOfWeek day = WEEKDAYS.get(tokens.at(i).word());
        Token token = tokens.at(i);
        return day == null ? null : new Match(new Mention.Weekday(token.start(), token.end(), day), 1);
    }

    private static @Nullable Integer month(Tokens tokens, int at) {
        Token token = tokens.at(at);
        if (!token.isWord()
                || !Character.isUpperCase(token.text().charAt(0))
                        && token.text().length() <= 5) {
            boolean dated = tokens.at(at - 1).isNumber(1, 2) && yearAfter(tokens, at + 1) >= 0;
            return token.isWord() && (dated || token.text().equals("febr")) ? MONTHS.get(token.word()) : null;
        }
        return MONTHS.get(token.word());
    }

    private static boolean isOrdinal(Tokens tokens, int at) {
        return !tokens.at(at).spaced() && tokens.wordAt(at, "st", "nd", "rd", "th");
    }

    private static int dot(Tokens tokens, int at) {
        return tokens.at(at + 1).is(".") && !tokens.at(at + 1).spaced() ? at + 1 : at;
    }

    private static int yearAfter(Tokens tokens, int at) {
        int index = at;
        if (tokens.at(index).is(",")) {
            index++;
        }
        Token token = tokens.at(index);
        boolean year = token.isNumber(4, 4)
                && token.value() >= 1970
                && token.value() < 2100
                && !tokens.wordAt(index + 1, "hrs", "hours", "h");
        return year ? index : -1;
    }

    /** {@code May 5th, 24, 9:21 PM}: two digits between commas, and no list of numbers. */
    private static boolean isShortYear(Tokens tokens, int at) {
        boolean between = tokens.at(at).is(",")
                && tokens.at(at + 1).isNumber(2, 2)
                && tokens.at(at + 1).spaced()
                && tokens.at(at + 2).is(",");
        return between && (!tokens.at(at + 3).isNumber() || tokens.at(at + 4).is(":"));
    }

    /** A day, or days of one month when there is a last one; a "last" day that is none belongs to something else. */
    private static @Nullable Match date(
            Tokens tokens, int i, int count, @Nullable Integer year, int month, int day, @Nullable Integer lastDay) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        int end = tokens.at(i + count - 1).end();
        Integer last = lastDay == null || lastDay <= day || lastDay > 31 ? null : lastDay;
        return new Match(new Mention.Date(tokens.at(i).start(), end, year, month, day, false, false, last), count);
    }
}
