package io.followthrough.document.source;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the source.
 *
 * @param number from 1
 * @param text without line end and trailing blanks; tabs widened to four columns
 */
record Line(int number, String text) {

    private static final int TAB = 4;
    private static final int ASCII = 0x80;

    static List<Line> of(String source) {
        List<Line> lines = new ArrayList<>();
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

    boolean isBlank() {
        return text.isBlank();
    }

    /** Whether the first character that is no blank is among these; without a copy, as it is asked of every line. */
    boolean startsWithOneOf(String marks) {
        int indent = indent();
        return indent < text.length() && marks.indexOf(text.charAt(indent)) >= 0;
    }

    int indent() {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
