package io.followthrough.document.cli;

/** Text of a document on its way to a terminal: what could steer the terminal is shown, not obeyed. */
final class TerminalText {

    private static final char REPLACEMENT = '\uFFFD';

    private TerminalText() {}

    /** The text on one line: a blank for each tab and line end, a replacement character for what is invisible. */
    static String harmless(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char shown = shown(c);
            if (shown != c && safe == null) {
                safe = new StringBuilder(text);
            }
            if (safe != null) {
                safe.setCharAt(i, shown);
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static char shown(char c) {
        if (c >= ' ' && c < 0x7F) {
            return c;
        }
        if (c == '\t' || c == '\n' || c == '\r') {
            return ' ';
        }
        int type = Character.getType(c);
        boolean joiner = c == 0x200D;
        boolean steers = type == Character.CONTROL
                || type == Character.FORMAT && !joiner
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return steers ? REPLACEMENT : c;
    }

    /** How many columns the text takes: none for marks on other characters, two for wide ones. */
    static int width(String text) {
        return text.codePoints().map(TerminalText::width).sum();
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
