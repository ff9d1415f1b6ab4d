package io.followthrough.document.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Groups of words that a text is asked for in one pass, whatever their case; word borders do not matter. After Wu and
 * Manber, "A fast algorithm for multi-pattern searching" (1994): a window as long as the shortest of them moves over
 * the text, and the last three letters in it tell how far it may jump.
 */
public final class Phrases {

    private static final int LETTERS = 3;
    private static final int CODES = 1 << 12;
    private static final int LOW = (1 << 5) - 1;

    private final int window;

    /** How far the window jumps from the letters of a code, or 0 or less: where the possible phrases are, negated. */
    private final byte[] jumps = new byte[CODES];

    private final String[][] possible;

    private Phrases(String... phrases) {
        window = Arrays.stream(phrases).mapToInt(String::length).min().orElseThrow();
        for (String phrase : phrases) {
            if (window < LETTERS || !phrase.equals(phrase.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("not in lower case or not of three letters at least: " + phrase);
            }
        }
        Arrays.fill(jumps, (byte) Math.min(window - LETTERS + 1, Byte.MAX_VALUE));
        for (String phrase : phrases) {
            for (int end = LETTERS; end < window; end++) {
                int code = code(phrase, end - 1);
                jumps[code] = (byte) Math.min(jumps[code], window - end);
            }
        }
        possible = byLastLetters(phrases);
    }

    /** Those whose window ends with letters of the same code stand together; if they are too many, the rest shares the last place. */
    private String[][] byLastLetters(String... phrases) {
        List<List<String>> places = new ArrayList<>();
        for (String phrase : phrases) {
            int code = code(phrase, window - 1);
            if (jumps[code] > 0) {
                if (places.size() < Byte.MAX_VALUE) {
                    places.add(new ArrayList<>());
                }
                jumps[code] = (byte) (1 - places.size());
            }
            places.get(-jumps[code]).add(phrase);
        }
        return places.stream().map(place -> place.toArray(String[]::new)).toArray(String[][]::new);
    }

    /** Each in lower case and of three letters at least. */
    public static Phrases of(String... phrases) {
        return new Phrases(phrases);
    }

    /** Of the three letters up to the place; the low bits are the same for an upper-case and a lower-case letter. */
    private static int code(String text, int last) {
        return (text.charAt(last - 2) & LOW) << 7 ^ (text.charAt(last - 1) & LOW) << 4 ^ text.charAt(last) & LOW;
    }

    /** Whether the text holds one of them. */
    public boolean in(String text) {
        return first(text) >= 0;
    }

    /** Where the first of them begins in the text, or -1. */
    int first(String text) {
        int last = window - 1;
        while (last < text.length()) {
            int jump = jumps[code(text, last)];
            if (jump > 0) {
                last += jump;
            } else if (isAt(text, last - window + 1, possible[-jump])) {
                return last - window + 1;
            } else {
                last++;
            }
        }
        return -1;
    }

    /** Whether the text begins with one of them. */
    boolean begin(String text) {
        int jump = text.length() < window ? window : jumps[code(text, window - 1)];
        return jump <= 0 && isAt(text, 0, possible[-jump]);
    }

    private static boolean isAt(String text, int at, String[] possible) {
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
