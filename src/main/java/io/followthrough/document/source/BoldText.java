package io.followthrough.document.source;

import org.jspecify.annotations.Nullable;

/**
 * Lines whose only markup are bold words, as in {@code **Impact:** all users}: most of the markup in postmortems, and
 * plain enough to be read without the parser. What is not as plain is left to it.
 */
final class BoldText {

    private static final String MARK = "**";

    private BoldText() {}

    /** The words of the line, or null when it has other markup or its stars can mean anything else. */
    static @Nullable InlineText of(String line) {
        StringBuilder words = new StringBuilder(line.length());
        String lead = "";
        int at = 0;
        int open = next(line, 0);
        while (open >= 0) {
            int close = next(line, open + 2);
            if (close < 0 || !isPair(line, open, close)) {
                return null;
            }
            String bold = line.substring(open + 2, close);
            lead = open == 0 ? bold : lead;
            words.append(line, at, open).append(bold);
            at = close + 2;
            open = next(line, at);
        }
        words.append(line, at, line.length());
        return isPlain(words) ? new InlineText(words.toString(), lead) : null;
    }

    /** Where two stars stand next, or -1. A third or a single one stays among the words and makes the line unclear. */
    private static int next(String line, int from) {
        return line.indexOf(MARK, from);
    }

    /** Words that begin after a blank or at the start, and end before a blank, a mark or the end. */
    private static boolean isPair(String line, int open, int close) {
        return close > open + 2
                && (open == 0 || line.charAt(open - 1) == ' ')
                && Character.isLetterOrDigit(line.charAt(open + 2))
                && (Character.isLetterOrDigit(line.charAt(close - 1)) || line.charAt(close - 1) == ':')
                && (close + 2 == line.length()
                        || line.charAt(close + 2) == ' '
                        || line.charAt(close + 2) == ':' && Character.isLetterOrDigit(line.charAt(close - 1)));
    }

    private static boolean isPlain(StringBuilder words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= 'a' && c <= 'z') {
                continue;
            }
            boolean twoBlanks = c == ' ' && i > 0 && words.charAt(i - 1) == ' ';
            if (twoBlanks || "*_`[]<>\\{}&\u00A0!".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
