package io.followthrough.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of a text in lower case, without punctuation. */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }

    /** The text without what stands in parentheses or brackets. */
    static String withoutParentheses(String text) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if ((c == ')' || c == ']') && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return depth == 0 ? kept.toString() : text;
    }

    static boolean containsAny(List<String> words, String... wanted) {
        for (String word : wanted) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean startsWithAny(String text, String... openings) {
        for (String opening : openings) {
            if (text.regionMatches(true, 0, opening, 0, opening.length())) {
                return true;
            }
        }
        return false;
    }
}
