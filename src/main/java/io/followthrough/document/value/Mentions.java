package io.followthrough.document.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the values in a text, from left to right, each token belonging to one value at most. */
public final class Mentions {

    /** What a reader found: the value and how many tokens it takes. */
    record Match(Mention mention, int tokens) {}

    /** Hardly any word starts a value; asking that first is what makes reading fast. */
    private static final Set<String> OPENERS = openers();

    /** Most texts name no value: no digit, no word for a date, time or zone, and no number in words with a unit. */
    private static final Stems STEMS =
            Stems.of(joined(withoutNumbers()), joined(Durations.openers()), joined(Durations.units()));

    private static final int LONGEST_NOTE = 120;
    private static final int FEW = 4;
    private static final int VALUE = 1;
    private static final int LENGTH = 2 | 4;

    private Mentions() {}

    private static Set<String> openers() {
        Set<String> openers = withoutNumbers();
        openers.addAll(Durations.openers());
        openers.addAll(CityZones.openers());
        return openers;
    }

    private static Set<String> withoutNumbers() {
        Set<String> openers = new HashSet<>(Dates.openers());
        openers.addAll(Times.openers());
        openers.addAll(Zones.openers());
        return openers;
    }

    private static String joined(Set<String> words) {
        return String.join(" ", words);
    }

    /** Whether the text can name a value at all; much faster than looking for it, and of most texts untrue. */
    public static boolean mayName(String text) {
        if (hasDigit(text, text.length()) || mayNameCity(text)) {
            return true;
        }
        int found = STEMS.in(text);
        return (found & VALUE) != 0 || (found & LENGTH) == LENGTH;
    }

    /** "Timeline (Kampala time)"; too many words begin like a city to look for cities. */
    private static boolean mayNameCity(String text) {
        return text.length() <= LONGEST_NOTE
                && (text.indexOf(" time") > 0 || text.indexOf(" Time") > 0 || CityZones.mayNameId(text));
    }

    private static boolean hasDigit(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether a value can begin within so many characters at all; much faster than looking for it. */
    public static boolean mayBegin(String text, int within) {
        int end = Math.min(within + 1, text.length());
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return hasDigit(text, end) || STEMS.in(text.substring(0, end)) != 0;
    }

    /** Whether the text names a time of day. */
    public static boolean namesTime(String text) {
        return in(text).stream().anyMatch(Mention.Time.class::isInstance);
    }

    /** All values the text names, in reading order. */
    public static List<Mention> in(String text) {
        if (!mayName(text)) {
            return List.of();
        }
        List<Mention> found = new ArrayList<>(FEW);
        Tokens tokens = new Tokens(text);
        int i = 0;
        boolean afterTime = false;
        while (i < tokens.size()) {
            if (tokens.at(i).isNumber() && DateRanges.takesYear(found, tokens, i)) {
                i++;
                continue;
            }
            Match match = at(tokens, i, afterTime);
            if (match == null) {
                afterTime = afterTime && "(,[])".contains(tokens.at(i).text());
                i++;
            } else {
                found.add(match.mention());
                // "10:00 PM [10/10/2022] EAT": the day may stand between.
                afterTime =
                        match.mention() instanceof Mention.Time || afterTime && match.mention() instanceof Mention.Date;
                i += match.tokens();
            }
        }
        return DateRanges.complete(found);
    }

    private static @Nullable Match at(Tokens tokens, int i, boolean afterTime) {
        Token token = tokens.at(i);
        if (token.isNumber()) {
            return numberAt(tokens, i);
        }
        if (token.isWord()) {
            return wordAt(tokens, i, afterTime);
        }
        return afterTime ? Zones.offsetAt(tokens, i) : null;
    }

    private static @Nullable Match numberAt(Tokens tokens, int i) {
        // Part of a word or a version ("v1.13", "x86"): no value of its own.
        Token before = tokens.at(i - 1);
        if (before.isWord() && !tokens.at(i).spaced() && !before.word().equals("t")) {
            return null;
        }
        Match match = Dates.at(tokens, i);
        if (match == null) {
            match = Percents.at(tokens, i);
        }
        if (match == null) {
            match = Times.at(tokens, i);
        }
        return match == null ? Durations.at(tokens, i) : match;
    }

    private static @Nullable Match wordAt(Tokens tokens, int i, boolean afterTime) {
        if (!OPENERS.contains(tokens.at(i).word())) {
            return null;
        }
        Match match = Dates.monthAt(tokens, i);
        if (match == null) {
            match = Dates.weekdayAt(tokens, i);
        }
        if (match == null) {
            match = Times.wordAt(tokens, i);
        }
        if (match == null) {
            match = Zones.at(tokens, i, afterTime);
        }
        return match == null ? Durations.at(tokens, i) : match;
    }
}
