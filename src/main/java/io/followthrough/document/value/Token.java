package io.followthrough.document.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A run of letters, a run of digits, or one other character.
 *
 * @param word the text of a word in lower case, for comparing; the text itself otherwise
 * @param start offset in the text
 * @param end offset after it
 * @param spaced whether white space stands before it
 */
record Token(Kind kind, String text, String word, int start, int end, boolean spaced) {

    enum Kind {
        WORD,
        NUMBER,
        SYMBOL
    }

    /** Stands after the last token, so that readers may look ahead freely. */
    static final Token NONE = new Token(Kind.SYMBOL, "\u0000", "\u0000", 0, 0, true);

    private static final int LONGEST_NUMBER = 9;
    /** Of a token with the blank behind it, at the least in most texts. */
    private static final int LETTERS = 3;
    /** Every second token is one of them. */
    private static final String[] SYMBOLS =
            IntStream.range(0, 0x80).mapToObj(Character::toString).toArray(String[]::new);
    /** Word processors and typographers write these for the one on the keyboard. */
    private static final String HYPHENS = "\u2010\u2011\u2212";

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / LETTERS + 1);
        int at = 0;
        boolean spaced = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || Character.isWhitespace(c)) {
                spaced = true;
                at++;
                continue;
            }
            Kind kind = kind(c);
            int end = at + 1;
            while (kind != Kind.SYMBOL && end < text.length() && kind(text.charAt(end)) == kind) {
                end++;
            }
            String part = kind == Kind.SYMBOL ? symbol(c) : text.substring(at, end);
            String word = kind == Kind.WORD ? part.toLowerCase(Locale.ROOT) : part;
            tokens.add(new Token(kind, part, word, at, end, spaced));
            spaced = false;
            at = end;
        }
        return tokens;
    }

    private static String symbol(char c) {
        if (c < SYMBOLS.length) {
            return SYMBOLS[c];
        }
        return HYPHENS.indexOf(c) >= 0 ? "-" : String.valueOf(c);
    }

    private static Kind kind(char c) {
        if (c >= '0' && c <= '9') {
            return Kind.NUMBER;
        }
        boolean letter = c < 0x80 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : Character.isLetter(c);
        return letter ? Kind.WORD : Kind.SYMBOL;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isNumber(int minDigits, int maxDigits) {
        return kind == Kind.NUMBER && text.length() >= minDigits && text.length() <= maxDigits;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean is(String other) {
        return text.equals(other);
    }

    /** The number, or -1 for what is none or too long to mean anything here. */
    int value() {
        return kind == Kind.NUMBER && text.length() <= LONGEST_NUMBER ? Integer.parseInt(text) : -1;
    }
}
