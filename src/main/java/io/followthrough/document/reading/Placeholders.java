package io.followthrough.document.reading;

import java.util.regex.Pattern;

/** Finds the slots of a template that nobody filled: {@code [Time of detection]}. */
public final class Placeholders {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 120;

    /** {@code {Description}}, {@code HH:MM}, {@code YYYY-MM-DD}. */
    private static final Pattern SLOT =
            Pattern.compile("\\{[A-Z][A-Za-z ]{2,60}\\}|\\bHH:(?:MM|mm)(?::(?:SS|ss))?\\b|\\bYYYY-MM-DD\\b");

    private Placeholders() {}

    /** Whether a time of day is such a slot. */
    static boolean isTime(String text) {
        return text.contains("HH:MM") || text.contains("HH:mm");
    }

    /** How many the text holds. */
    public static int in(String text) {
        int count = named(text);
        int open = text.indexOf('[');
        while (open >= 0) {
            int close = text.indexOf(']', open);
            if (close < 0) {
                return count;
            }
            boolean link = close + 1 < text.length() && "[(:".indexOf(text.charAt(close + 1)) >= 0;
            count += !link && isPlaceholder(text.substring(open + 1, close)) ? 1 : 0;
            open = text.indexOf('[', close);
        }
        return count;
    }

    private static int named(String text) {
        if (text.indexOf('{') < 0 && text.indexOf("HH:") < 0 && text.indexOf("YYYY-") < 0) {
            return 0;
        }
        return (int) SLOT.matcher(text).results().count();
    }

    private static boolean isPlaceholder(String inside) {
        boolean length = inside.length() >= SHORTEST && inside.length() <= LONGEST;
        if (!length || !Character.isLetter(inside.charAt(0)) || inside.indexOf(' ') < 0) {
            return false;
        }
        return inside.chars().allMatch(c -> Character.isLetterOrDigit(c) || " ,/().'’%:;-".indexOf(c) >= 0);
    }
}
