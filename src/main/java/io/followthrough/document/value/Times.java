package io.followthrough.document.value;

import io.followthrough.document.value.Mentions.Match;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads times of day: {@code 2:15 PM}, {@code 14:02:30}, {@code 0300hrs}, {@code 19.00 UTC}, {@code 11am}. */
final class Times {

    private Times() {}

    static @Nullable Match at(Tokens tokens, int i) {
        Match match = withColon(tokens, i);
        if (match == null) {
            match = withH(tokens, i);
        }
        if (match == null) {
            match = military(tokens, i);
        }
        if (match == null) {
            match = dotted(tokens, i);
        }
        return match == null ? hourOnly(tokens, i) : match;
    }

    /** The words, in lower case, that are times of day. */
    static Set<String> openers() {
        return Set.of("noon", "midnight");
    }

    static @Nullable Match wordAt(Tokens tokens, int i) {
        Token token = tokens.at(i);
        if (!tokens.wordAt(i, "noon", "midnight")) {
            return null;
        }
        boolean meant = tokens.wordAt(i - 1, "at", "by", "until", "till", "from", "around", "to")
                || tokens.wordAt(i - 1, "about", "approximately", "roughly")
                        && tokens.wordAt(i - 2, "at", "by", "until", "till", "from", "to")
                || token.start() == 0;
        LocalTime time = token.word().equals("noon") ? LocalTime.NOON : LocalTime.MIDNIGHT;
        return meant ? new Match(new Mention.Time(token.start(), token.end(), time, false, true, false), 1) : null;
    }

    /** With a semicolon for the colon, or a blank behind it, only before am or pm, where a finger slipped. */
    private static @Nullable Match withColon(Tokens tokens, int i) {
        boolean slip = tokens.at(i + 1).is(";") && !tokens.at(i + 1).spaced() && Meridiem.at(tokens, i + 3) != null;
        boolean shape = tokens.at(i).isNumber(1, 2)
                && (tokens.at(i + 1).is(":") || slip)
                && tokens.at(i + 2).isNumber(2, 2)
                && (!tokens.at(i + 2).spaced() || Meridiem.at(tokens, i + 3) != null)
                && !(tokens.at(i - 1).is(".") && !tokens.at(i).spaced())
                && !tokens.at(i - 1).is("/");
        if (!shape) {
            return null;
        }
        int count = 3;
        int second = 0;
        if (tokens.at(i + 3).is(":")
                && tokens.at(i + 4).isNumber(2, 2)
                && !tokens.at(i + 4).spaced()) {
            second = tokens.at(i + 4).value();
            count = 5;
        }
        return time(tokens, i, count, tokens.at(i).value(), tokens.at(i + 2).value(), second);
    }

    /** {@code 14h45}, where an entry begins with it; elsewhere it may be a length. */
    private static @Nullable Match withH(Tokens tokens, int i) {
        boolean shape = tokens.at(i).isNumber(2, 2)
                && tokens.wordAt(i + 1, "h")
                && !tokens.at(i + 1).spaced()
                && tokens.at(i + 2).isNumber(2, 2)
                && !tokens.at(i + 2).spaced()
                && (i == 0 || tokens.at(i + 3).is(":"));
        return shape
                ? valid(tokens, i, 3, tokens.at(i).value(), tokens.at(i + 2).value(), 0, Written.WHOLE)
                : null;
    }

    /** Four digits said to be hours; {@code 1430 UTC} without a unit is left alone, it could be a count. */
    private static @Nullable Match military(Tokens tokens, int i) {
        Token token = tokens.at(i);
        if (!token.isNumber(4, 4)) {
            return null;
        }
        boolean hours = tokens.wordAt(i + 1, "hrs", "hr", "h")
                || tokens.wordAt(i + 1, "hours") && token.text().startsWith("0");
        if (!hours && isBehindADay(tokens, i)) {
            return valid(tokens, i, 1, token.value() / 100, token.value() % 100, 0, Written.WHOLE);
        }
        return hours ? valid(tokens, i, 2, token.value() / 100, token.value() % 100, 0, Written.WHOLE) : null;
    }

    /** {@code 2024-04-01 0251: the lift stops}. */
    private static boolean isBehindADay(Tokens tokens, int i) {
        boolean ends = tokens.at(i + 1).is(":") || tokens.wordAt(i + 1, "utc", "gmt");
        return ends
                && tokens.at(i - 1).isNumber(2, 2)
                && tokens.at(i - 2).is("-")
                && tokens.at(i - 3).isNumber(2, 2)
                && tokens.at(i - 4).is("-")
                && tokens.at(i - 5).isNumber(4, 4);
    }

    private static @Nullable Match dotted(Tokens tokens, int i) {
        boolean shape = tokens.at(i).isNumber(1, 2)
                && tokens.at(i + 1).is(".")
                && !tokens.at(i + 1).spaced()
                && tokens.at(i + 2).isNumber(2, 2)
                && !tokens.at(i + 2).spaced()
                && !(tokens.at(i + 3).is(".") && tokens.at(i + 4).isNumber());
        if (!shape) {
            return null;
        }
        boolean half = Meridiem.at(tokens, i + 3) != null;
        boolean introduced = tokens.at(i).isNumber(2, 2)
                && (tokens.wordAt(i - 1, "at", "from", "to", "until", "till", "between")
                        || tokens.wordAt(i + 3, "hrs", "h", "utc", "gmt"));
        if (!half && !introduced) {
            return null;
        }
        int count = tokens.wordAt(i + 3, "hrs", "h") ? 4 : 3;
        return time(tokens, i, count, tokens.at(i).value(), tokens.at(i + 2).value(), 0);
    }

    /** {@code 6PM}, the 6 of {@code 6-7 PM}, and {@code 6:PM}, where the minutes were forgotten. */
    private static @Nullable Match hourOnly(Tokens tokens, int i) {
        if (!tokens.at(i).isNumber(1, 2)
                || tokens.at(i - 1).is(".") && !tokens.at(i).spaced()) {
            return null;
        }
        if (Meridiem.at(tokens, i + 1) != null) {
            return time(tokens, i, 1, tokens.at(i).value(), 0, 0);
        }
        boolean slip = tokens.at(i + 1).is(":") && !tokens.at(i + 2).spaced();
        if (slip && tokens.wordAt(i + 2, "am", "pm")) {
            return time(tokens, i, 2, tokens.at(i).value(), 0, 0);
        }
        boolean range = "-–—".contains(tokens.at(i + 1).text())
                && tokens.at(i + 2).isNumber(1, 2)
                && (Meridiem.at(tokens, i + 3) != null
                        || tokens.at(i + 3).is(".") && Meridiem.at(tokens, i + 5) != null);
        if (!range) {
            return sharingAHalf(tokens, i);
        }
        Meridiem half = Meridiem.at(tokens, i + 3) != null ? Meridiem.at(tokens, i + 3) : Meridiem.at(tokens, i + 5);
        int hour = tokens.at(i).value();
        return half == null || hour > 12 ? null : valid(tokens, i, 1, half.hour(hour), 0, 0, Written.HALVED);
    }

    /** The 6 of {@code 4pm to 6 GMT}. */
    private static @Nullable Match sharingAHalf(Tokens tokens, int i) {
        boolean end = tokens.wordAt(i - 1, "to", "until", "till")
                && Zones.isCertain(tokens.at(i + 1).text());
        Meridiem half = end ? Meridiem.at(tokens, i - 2) : null;
        int hour = tokens.at(i).value();
        return half == null || hour < 1 || hour > 12
                ? null
                : valid(tokens, i, 1, half.hour(hour), 0, 0, Written.HALVED);
    }

    private static @Nullable Match time(Tokens tokens, int i, int count, int hour, int minute, int second) {
        Meridiem half = Meridiem.at(tokens, i + count);
        if (half == null) {
            boolean bare = hour >= 1 && hour <= 12;
            return valid(tokens, i, count, hour, minute, second, bare ? Written.BARE : Written.WHOLE);
        }
        boolean malformed = hour > 12 || hour == 0;
        return valid(
                tokens,
                i,
                count + half.tokens(),
                malformed ? hour : half.hour(hour),
                minute,
                second,
                malformed || count == 2 || tokens.at(i + 1).is(";") ? Written.WRONGLY : Written.HALVED);
    }

    private static @Nullable Match valid(
            Tokens tokens, int i, int count, int hour, int minute, int second, Written written) {
        boolean midnight = hour == 24 && minute == 0;
        if (hour > 23 && !midnight || minute > 59 || second > 59) {
            return null;
        }
        LocalTime time = LocalTime.of(midnight ? 0 : hour, minute, second);
        int end = tokens.at(i + count - 1).end();
        boolean malformed = written == Written.WRONGLY;
        boolean halved = malformed || written == Written.HALVED;
        return new Match(
                new Mention.Time(tokens.at(i).start(), end, time, written == Written.BARE, halved, malformed), count);
    }

    private enum Written {
        /** An hour up to twelve, alone. */
        BARE,
        /** With am or pm. */
        HALVED,
        /** Of twenty-four hours. */
        WHOLE,
        /** As no clock shows it. */
        WRONGLY
    }
}
