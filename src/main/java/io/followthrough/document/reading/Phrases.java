package io.followthrough.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Groups of words that a text is asked for in one pass, whatever their case; word borders do not matter. Two letters
 * decide at nearly every place of a text that nothing begins there.
 */
final class Phrases {

    private static final int BITS = 5;
    private static final int LOW = (1 << BITS) - 1;
    private static final int PAIRS = 1 << 2 * BITS;
    private static final String[] NONE = {};

    /** A bit for each pair of letters that one of them begins with: small enough to stay in the fastest memory. */
    private final long[] begins = new long[PAIRS / Long.SIZE];

    /** By their first two letters. */
    private final String[][] phrases = new String[PAIRS][];

    private Phrases(String... phrases) {
        List<List<String>> byPair = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            byPair.add(new ArrayList<>());
        }
        for (String phrase : phrases) {
            if (phrase.length() < 2 || !phrase.equals(phrase.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("not in lower case or not of two letters at least: " + phrase);
            }
            byPair.get(pair(pair(0, phrase.charAt(0)), phrase.charAt(1))).add(phrase);
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            this.phrases[pair] = byPair.get(pair).toArray(NONE);
            if (!byPair.get(pair).isEmpty()) {
                // Shifted by the low bits of the pair, as long is.
                begins[pair / Long.SIZE] |= 1L << pair;
            }
        }
    }

    /** Each in lower case and of two letters at least. */
    static Phrases of(String... phrases) {
        return new Phrases(phrases);
    }

    /** Their low bits are the same for an upper-case and a lower-case letter. */
    private static int pair(int before, char c) {
        return (before << BITS | c & LOW) & PAIRS - 1;
    }

    /** Whether the text holds one of them. */
    boolean in(String text) {
        return first(text) >= 0;
    }

    /** Where the first of them begins in the text, or -1. */
    int first(String text) {
        int length = text.length();
        int pair = 0;
        for (int i = 0; i < length; i++) {
            pair = pair(pair, text.charAt(i));
            if ((begins[pair / Long.SIZE] & 1L << pair) != 0 && i > 0 && beginsAt(text, i - 1, phrases[pair])) {
                return i - 1;
            }
        }
        return -1;
    }

    /** Whether the text begins with one of them. */
    boolean begin(String text) {
        return text.length() > 1 && beginsAt(text, 0, phrases[pair(pair(0, text.charAt(0)), text.charAt(1))]);
    }

    private static boolean beginsAt(String text, int at, String[] possible) {
        for (String phrase : possible) {
            int last = phrase.length() - 1;
            // Most of those that begin alike end otherwise.
            if (at + last < text.length() && isSame(text.charAt(at + last), phrase.charAt(last))) {
                int same = 0;
                while (same < last && isSame(text.charAt(at + same), phrase.charAt(same))) {
                    same++;
                }
                if (same == last) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSame(char c, char lower) {
        boolean capital = c >= 'A' && c <= 'Z';
        return c == lower || capital && c + ('a' - 'A') == lower || c >= 0x80 && Character.toLowerCase(c) == lower;
    }
}
