package io.followthrough.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the slots of a template that nobody filled: {@code [Time of detection]}. */
public final class Placeholders {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 120;
    private static final int MOST_WORDS_OF_A_PROMISE = 6;
    private static final Phrases LATER = Phrases.of(
            "will fill",
            "fill in here",
            "fill this in",
            "to be filled",
            "to be completed",
            "to be written",
            "to be determined",
            "write this later");

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
        return slots(text).size();
    }

    /** Those that the text holds, with their brackets. */
    public static List<String> slots(String text) {
        int open = text.indexOf('[');
        if (open < 0 && text.indexOf('{') < 0 && text.indexOf("HH:") < 0 && text.indexOf("YYYY-") < 0) {
            return List.of();
        }
        List<String> slots = new ArrayList<>();
        SLOT.matcher(text).results().map(MatchResult::group).forEach(slots::add);
        while (open >= 0) {
            int close = text.indexOf(']', open);
            if (close < 0) {
                return slots;
            }
            boolean link = close + 1 < text.length() && "[(:".indexOf(text.charAt(close + 1)) >= 0;
            if (!link && isPlaceholder(text.substring(open + 1, close))) {
                slots.add(text.substring(open, close + 1));
            }
            open = text.indexOf('[', close);
        }
        return slots;
    }

    /** Whether the text is nothing but the promise to write it later. */
    public static boolean isPromise(String text) {
        return LATER.in(text) && Words.of(text).size() <= MOST_WORDS_OF_A_PROMISE;
    }

    private static boolean isPlaceholder(String inside) {
        boolean length = inside.length() >= SHORTEST && inside.length() <= LONGEST;
        if (!length || !Character.isLetter(inside.charAt(0)) || inside.indexOf(' ') < 0) {
            return false;
        }
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (!Character.isLetterOrDigit(c) && " ,/().'’%:;-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
