package io.followthrough.document.value;

import org.jspecify.annotations.Nullable;

/**
 * The {@code am} or {@code pm} after a time.
 *
 * @param tokens how many tokens it takes
 */
record Meridiem(boolean afternoon, int tokens) {

    private static final int LONGEST = "am".length();

    static @Nullable Meridiem at(Tokens tokens, int i) {
        if (!tokens.at(i).isWord() || tokens.at(i).text().length() > LONGEST) {
            return null;
        }
        if (tokens.wordAt(i, "am", "pm")) {
            return new Meridiem(tokens.wordAt(i, "pm"), 1);
        }
        boolean letter = tokens.wordAt(i, "a", "p");
        if (letter && tokens.at(i + 1).is(".") && tokens.wordAt(i + 2, "m")) {
            boolean dot = tokens.at(i + 3).is(".") && !tokens.at(i + 3).spaced();
            return new Meridiem(tokens.wordAt(i, "p"), dot ? 4 : 3);
        }
        boolean tight = letter && !tokens.at(i).spaced();
        return tight ? new Meridiem(tokens.wordAt(i, "p"), 1) : null;
    }

    int hour(int twelve) {
        return twelve % 12 + (afternoon ? 12 : 0);
    }
}
