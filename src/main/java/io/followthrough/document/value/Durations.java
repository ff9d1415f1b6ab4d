package io.followthrough.document.value;

import io.followthrough.document.value.Mentions.Match;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads lengths of time: {@code 2 hours and 45 minutes}, {@code 1.5 h}, {@code nine hours}. */
final class Durations {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("an", 1),
            Map.entry("a", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("ninety", 90));

    private static final Set<String> MINUTES = Set.of("minute", "minutes", "min", "mins", "m");
    private static final Set<String> HOURS = Set.of("hour", "hours", "hr", "hrs", "h");
    private static final Set<String> DAYS = Set.of("day", "days", "d");
    private static final Set<String> WEEKS = Set.of("week", "weeks");

    private static final int LONGEST_MINUTES = 60 * 24 * 366 * 2;

    private Durations() {}

    /** The words, in lower case, that a length of time can start with. */
    static Set<String> openers() {
        Set<String> openers = new HashSet<>(WORDS.keySet());
        openers.add("half");
        return openers;
    }

    /** The words, in lower case, one of which follows a number in words. */
    static Set<String> units() {
        Set<String> units = new HashSet<>(MINUTES);
        units.addAll(HOURS);
        units.addAll(DAYS);
        units.addAll(WEEKS);
        return units;
    }

    static @Nullable Match at(Tokens tokens, int i) {
        Part part = part(tokens, i);
        if (part == null) {
            return null;
        }
        double minutes = part.minutes();
        int next = part.next();
        int unit = part.unit();
        Part more = part(tokens, joint(tokens, next));
        while (more != null && more.unit() < unit) {
            minutes += more.minutes();
            next = more.next();
            unit = more.unit();
            more = part(tokens, joint(tokens, next));
        }
        if (minutes > LONGEST_MINUTES) {
            return null;
        }
        Mention mention =
                new Mention.Duration(tokens.at(i).start(), tokens.at(next - 1).end(), (int) Math.round(minutes));
        return new Match(mention, next - i);
    }

    private static int joint(Tokens tokens, int at) {
        int next = tokens.at(at).is(",") ? at + 1 : at;
        return tokens.wordAt(next, "and") ? next + 1 : next;
    }

    private record Part(double minutes, int unit, int next) {}

    private static @Nullable Part part(Tokens tokens, int i) {
        double amount;
        int next = i + 1;
        if (tokens.at(i).isNumber(1, 4)) {
            boolean decimal = tokens.at(i + 1).is(".")
                    && tokens.at(i + 2).isNumber(1, 2)
                    && !tokens.at(i + 1).spaced()
                    && !tokens.at(i + 2).spaced();
            next = decimal ? i + 3 : i + 1;
            amount = Double.parseDouble(tokens.between(i, next - 1));
        } else if (tokens.wordAt(i, "half") && tokens.wordAt(i + 1, "an", "a")) {
            amount = 0.5;
            next = i + 2;
        } else {
            Integer word = tokens.at(i).isWord() ? WORDS.get(tokens.at(i).word()) : null;
            if (word == null) {
                return null;
            }
            amount = word;
        }
        if (tokens.wordAt(next, "and") && tokens.wordAt(next + 1, "a") && tokens.wordAt(next + 2, "half")) {
            amount += 0.5;
            next += 3;
        }
        if (tokens.at(next).is("-") && tokens.at(next + 1).isWord()) {
            next++;
        }
        int unit = unit(tokens, next);
        return unit == 0 ? null : new Part(amount * unit, unit, next + 1);
    }

    private static int unit(Tokens tokens, int i) {
        String word = tokens.at(i).isWord() ? tokens.at(i).word() : "";
        if (MINUTES.contains(word)) {
            return 1;
        }
        if (HOURS.contains(word)) {
            return 60;
        }
        if (DAYS.contains(word)) {
            return 60 * 24;
        }
        return WEEKS.contains(word) ? 60 * 24 * 7 : 0;
    }
}
