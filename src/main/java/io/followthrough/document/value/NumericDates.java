package io.followthrough.document.value;

import io.followthrough.document.value.Mentions.Match;
import org.jspecify.annotations.Nullable;

/** Reads days in numbers alone: {@code 2024-05-10}, {@code 16/05/2023}, {@code 03, 14, 2025}, {@code 9/10 7:55}. */
final class NumericDates {

    private NumericDates() {}

    static @Nullable Match at(Tokens tokens, int i) {
        Match match = iso(tokens, i);
        if (match == null) {
            match = numeric(tokens, i);
        }
        if (match == null) {
            match = withCommas(tokens, i);
        }
        return match == null ? monthAndDay(tokens, i) : match;
    }

    /** {@code 2024-05-10}, also with slashes or dots; a year of five digits keeps its first four. */
    private static @Nullable Match iso(Tokens tokens, int i) {
        Token year = tokens.at(i);
        String separator = tokens.at(i + 1).text();
        boolean shape = year.isNumber(4, 5)
                && (separator.equals("-") || separator.equals("/") || separator.equals("."))
                && tokens.at(i + 2).isNumber(1, 2)
                && tokens.at(i + 3).is(separator)
                && tokens.at(i + 4).isNumber(1, 2);
        if (!shape) {
            return null;
        }
        boolean malformed = year.text().length() == 5;
        int y = Integer.parseInt(year.text().substring(0, 4));
        return date(tokens, i, 5, y, tokens.at(i + 2).value(), tokens.at(i + 4).value(), false, malformed);
    }

    /** {@code 16/05/2023}, {@code 05/16/23}, {@code 15/08}: the part above twelve is the day. */
    private static @Nullable Match numeric(Tokens tokens, int i) {
        String separator = tokens.at(i + 1).text();
        boolean pair = tokens.at(i).isNumber(1, 2)
                && tokens.at(i + 2).isNumber(1, 2)
                && !tokens.at(i + 1).spaced()
                && !tokens.at(i + 2).spaced();
        if (!pair || !"/-.".contains(separator) || separator.isEmpty()) {
            return null;
        }
        int first = tokens.at(i).value();
        int second = tokens.at(i + 2).value();
        Token third = tokens.at(i + 4);
        boolean withYear = tokens.at(i + 3).is(separator)
                && (third.isNumber(4, 4) || third.isNumber(2, 2) && (separator.equals("/") || shortYear(tokens, i)));
        Integer year = !withYear
                ? null
                : third.value() < 100 ? Integer.valueOf(2000 + third.value()) : Integer.valueOf(third.value());
        if (!withYear
                && (!separator.equals("/")
                        || first == 24
                        || Math.max(first, second) <= 12 && !clockAt(tokens, i + 3)
                        || tokens.at(i + 3).is("/"))) {
            return null;
        }
        if (first > 12 && second <= 12) {
            return date(tokens, i, withYear ? 5 : 3, year, second, first, false, false);
        }
        boolean ambiguous = first <= 12
                && second <= 12
                && first != second
                && !(separator.equals("/") && withYear && third.isNumber(2, 2));
        return date(tokens, i, withYear ? 5 : 3, year, first, second, ambiguous, false);
    }

    /** {@code 20.04.22}, where a text begins with it or a label stands before it; a version is never so told. */
    private static boolean shortYear(Tokens tokens, int i) {
        boolean opens = i == 0 || tokens.at(i - 1).is(":") || tokens.wordAt(i - 1, "on", "date", "day", "timeline");
        return opens
                && tokens.at(i).isNumber(2, 2)
                && tokens.at(i + 2).isNumber(2, 2)
                && tokens.at(i).value() > 12
                && tokens.at(i).value() <= 31
                && tokens.at(i + 2).value() <= 12
                && !tokens.at(i + 4).spaced()
                && !tokens.at(i + 5).is(".")
                && !tokens.at(i + 5).is("-");
    }

    /** {@code 03, 14, 2025}: no list of numbers ends in a year and stands alone. */
    private static @Nullable Match withCommas(Tokens tokens, int i) {
        boolean shape = tokens.at(i).isNumber(2, 2)
                && tokens.at(i + 1).is(",")
                && tokens.at(i + 2).isNumber(2, 2)
                && tokens.at(i + 3).is(",")
                && isYear(tokens.at(i + 4))
                && !tokens.at(i - 1).is(",");
        if (!shape) {
            return null;
        }
        int first = tokens.at(i).value();
        int second = tokens.at(i + 2).value();
        int year = tokens.at(i + 4).value();
        return first > 12
                ? date(tokens, i, 5, year, second, first, false, false)
                : date(tokens, i, 5, year, first, second, second <= 12 && first != second, false);
    }

    static boolean isYear(Token token) {
        return token.isNumber(4, 4) && token.value() >= 1970 && token.value() < 2100;
    }

    private static boolean clockAt(Tokens tokens, int at) {
        return tokens.at(at).isNumber(1, 2)
                && tokens.at(at).spaced()
                && tokens.at(at + 1).is(":")
                && tokens.at(at + 2).isNumber(2, 2);
    }

    /** {@code [03-26 23:04]}: month and day straight before a time. */
    private static @Nullable Match monthAndDay(Tokens tokens, int i) {
        boolean shape = tokens.at(i).isNumber(2, 2)
                && tokens.at(i + 1).is("-")
                && tokens.at(i + 2).isNumber(2, 2)
                && !tokens.at(i + 1).spaced()
                && clockAt(tokens, i + 3);
        return shape
                ? date(
                        tokens,
                        i,
                        3,
                        null,
                        tokens.at(i).value(),
                        tokens.at(i + 2).value(),
                        false,
                        false)
                : null;
    }

    private static @Nullable Match date(
            Tokens tokens,
            int i,
            int count,
            @Nullable Integer year,
            int month,
            int day,
            boolean ambiguous,
            boolean malformed) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        int end = tokens.at(i + count - 1).end();
        return new Match(
                new Mention.Date(tokens.at(i).start(), end, year, month, day, ambiguous, malformed, null), count);
    }
}
