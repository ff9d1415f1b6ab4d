package io.followthrough.document.reading;

/** Finds the slots of a template that nobody filled: {@code [Time of detection]}. */
public final class Placeholders {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 120;

    private Placeholders() {}

    /** How many the text holds. */
    public static int in(String text) {
        int count = 0;
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

    private static boolean isPlaceholder(String inside) {
        boolean length = inside.length() >= SHORTEST && inside.length() <= LONGEST;
        if (!length || !Character.isLetter(inside.charAt(0)) || inside.indexOf(' ') < 0) {
            return false;
        }
        return inside.chars().allMatch(c -> Character.isLetterOrDigit(c) || " ,/().'’%:;-".indexOf(c) >= 0);
    }
}
