package io.followthrough.document.source;

/**
 * Writes words so that Markdown shows exactly them, and takes them back. What cannot be seen is written as a numeric
 * character reference: blanks at either end, control characters, half of a surrogate pair.
 */
public final class MarkdownText {

    private static final String MARKUP = "\\`*[<~|{}";
    private static final String MARKUP_AT_START = "#>+-=";
    private static final int LONGEST_REFERENCE = 10;

    private MarkdownText() {}

    /** The words as one line of Markdown. */
    public static String escape(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        int i = 0;
        while (i < words.length()) {
            int c = words.codePointAt(i);
            boolean edge = i == 0 || i + Character.charCount(c) == words.length();
            if (isUnseen(c) || c == ' ' && edge) {
                escaped.append("&#").append(c).append(';');
            } else {
                if (isMarkup(words, i)) {
                    escaped.append('\\');
                }
                escaped.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return escaped.toString();
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
    }

    private static boolean isMarkup(String words, int i) {
        char c = words.charAt(i);
        return MARKUP.indexOf(c) >= 0
                || i == 0 && MARKUP_AT_START.indexOf(c) >= 0
                || c == '#' && i + 1 == words.length()
                || c == '_' && !(isAlphanumeric(words, i - 1) && isAlphanumeric(words, i + 1))
                || c == '&' && (isAlphanumeric(words, i + 1) || i + 1 < words.length() && words.charAt(i + 1) == '#')
                || (c == '.' || c == ')') && endsNumber(words, i);
    }

    private static boolean isAlphanumeric(String words, int i) {
        return i >= 0 && i < words.length() && Character.isLetterOrDigit(words.charAt(i));
    }

    /** Whether there are nothing but digits before it. */
    private static boolean endsNumber(String words, int end) {
        if (end == 0 || end > LONGEST_REFERENCE) {
            return false;
        }
        return words.chars().limit(end).allMatch(c -> c >= '0' && c <= '9');
    }

    /** The words of a line of Markdown, as exactly as they went in where {@link #escape} wrote it. */
    public static String unescape(String line) {
        String exact = exact(line);
        return escape(exact).equals(line) ? exact : InlineText.of(line).text();
    }

    private static String exact(String line) {
        StringBuilder words = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            int end = c == '&' ? referenceEnd(line, i) : -1;
            if (end > 0) {
                words.appendCodePoint(Integer.parseInt(line, i + 2, end, 10));
                i = end + 1;
            } else {
                i += c == '\\' && i + 1 < line.length() ? 1 : 0;
                words.append(line.charAt(i));
                i++;
            }
        }
        return words.toString();
    }

    /** The semicolon of the reference that starts here, or -1. */
    private static int referenceEnd(String line, int start) {
        int end = start + 2;
        while (end < line.length() && end < start + LONGEST_REFERENCE && isDigit(line.charAt(end))) {
            end++;
        }
        boolean reference = end > start + 2
                && end < line.length()
                && line.charAt(start + 1) == '#'
                && line.charAt(end) == ';'
                && Integer.parseInt(line, start + 2, end, 10) <= Character.MAX_CODE_POINT;
        return reference ? end : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
