package io.followthrough.document.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words before a colon at the start of a line, and what follows it.
 *
 * @param rest empty when the label stands alone
 */
record Label(String name, String rest) {

    private static final int LONGEST = 90;
    /** What a tab or the eye puts between a heading and the text on its line. */
    private static final String GAP = "    ";

    private static final int LONGEST_NUMBERED = "section XVII".length();
    /** Says where one is and not what is told there. */
    private static final Pattern NUMBERED = Pattern.compile("(?i)(?:section|part|chapter) (?:\\d{1,2}|[IVX]{1,4})");

    /** The label the text starts with, or null. */
    static @Nullable Label of(String text) {
        String trimmed = withoutDashes(text);
        int limit = Math.min(trimmed.length(), LONGEST);
        int open = 0;
        for (int i = 1; i < limit; i++) {
            char c = trimmed.charAt(i);
            open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ':' && open <= 0 && !isClock(trimmed, i) && !trimmed.startsWith("//", i + 1)) {
                String name = trimmed.substring(0, i).strip();
                String rest = afterColon(trimmed, i);
                if (name.length() <= LONGEST_NUMBERED
                        && !rest.isEmpty()
                        && NUMBERED.matcher(name).matches()) {
                    Label numbered = of(rest);
                    return numbered == null ? new Label(rest, "") : numbered;
                }
                return name.isEmpty() ? null : new Label(name, rest);
            }
            if (c == '.' || c == '!' || c == '?') {
                return null;
            }
        }
        return null;
    }

    /** {@code TIMELINE      The lift …}: words in capitals before a wide gap, or null. */
    static @Nullable Label before(String text) {
        int gap = text.indexOf(GAP);
        if (gap <= 0 || gap > LONGEST || !isInCapitals(text, gap)) {
            return null;
        }
        return new Label(text.substring(0, gap), text.substring(gap).strip());
    }

    private static boolean isInCapitals(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return Character.isUpperCase(text.charAt(0));
    }

    private static boolean isClock(String text, int colon) {
        return colon + 1 < text.length()
                && Character.isDigit(text.charAt(colon - 1))
                && Character.isDigit(text.charAt(colon + 1));
    }

    private static String afterColon(String text, int colon) {
        int start = colon + 1;
        while (start < text.length()
                && (text.charAt(start) == '-' || text.charAt(start) == ' ' || text.charAt(start) == ':')) {
            start++;
        }
        return text.substring(start).strip();
    }

    /** {@code --Impact--:} is a heading to those who write it. */
    private static String withoutDashes(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("--")) {
            return stripped;
        }
        int start = 0;
        while (start < stripped.length() && stripped.charAt(start) == '-') {
            start++;
        }
        int end = stripped.indexOf("--", start);
        return end < 0
                ? stripped.substring(start)
                : stripped.substring(start, end) + stripped.substring(end).replace("-", "");
    }
}
