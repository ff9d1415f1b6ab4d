package io.followthrough.document.source;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the source. How it begins is found when it is made: many ask for it, and the letters of a long document
 * are in no cache.
 */
final class Line {

    private static final int TAB = 4;
    private static final int USUAL_LENGTH = 40;
    private static final int ASCII = 0x80;

    private final int number;
    private final String text;
    private final int indent;
    /** The first letter, or 0 in an empty line. */
    private final char first;

    /**
     * Takes a line as it is.
     *
     * @param number from 1
     * @param text without line end and trailing blanks; tabs widened to four columns
     */
    Line(int number, String text) {
        this.number = number;
        this.text = text;
        int blanks = 0;
        while (blanks < text.length() && text.charAt(blanks) == ' ') {
            blanks++;
        }
        this.indent = blanks;
        this.first = blanks < text.length() ? text.charAt(blanks) : 0;
    }

    static List<Line> of(String source) {
        List<Line> lines = new ArrayList<>(source.length() / USUAL_LENGTH + 1);
        int start = 0;
        int length = source.length();
        while (start <= length) {
            int end = start;
            int letters = 0;
            boolean tabs = false;
            while (end < length && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
                letters |= source.charAt(end);
                tabs |= source.charAt(end) == '\t';
                end++;
            }
            String raw = source.substring(start, end);
            lines.add(new Line(lines.size() + 1, tabs || letters >= ASCII ? widen(raw) : raw.stripTrailing()));
            boolean crlf = end + 1 < length && source.charAt(end) == '\r' && source.charAt(end + 1) == '\n';
            start = end + (crlf ? 2 : 1);
        }
        return lines;
    }

    private static String widen(String raw) {
        String text = raw.indexOf('\t') < 0 ? raw : raw.replace("\t", " ".repeat(TAB));
        // Word processors leave no-break spaces and zero-width marks that mean nothing here.
        return text.replace('\u00A0', ' ')
                .replace("\u200B", "")
                .replace("\uFEFF", "")
                .stripTrailing();
    }

    int number() {
        return number;
    }

    String text() {
        return text;
    }

    boolean isBlank() {
        return first == 0 || Character.isWhitespace(first) && text.isBlank();
    }

    /** The first character that is no blank, or 0. */
    char first() {
        return first;
    }

    int indent() {
        return indent;
    }
}
