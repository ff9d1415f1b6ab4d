package io.followthrough.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of a text in lower case, without punctuation. */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        return first(text, Integer.MAX_VALUE);
    }

    /** The first words of the text, so many at most. */
    static List<String> first(String text, int most) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < most; i++) {
            boolean letter = i < text.length() && isInWord(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isInWord(char c) {
        return c >= 'a' && c <= 'z' || c != ' ' && Character.isLetterOrDigit(c);
    }

    /** The words with a blank between them, by which two texts are compared. */
    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isInWord(c)) {
                gap = true;
                continue;
            }
            if (gap && !joined.isEmpty()) {
                joined.append(' ');
            }
            gap = false;
            joined.append(c);
        }
        return joined.toString().toLowerCase(Locale.ROOT);
    }

    /** The text without what stands in parentheses or brackets. */
    static String withoutParentheses(String text) {
        if (text.indexOf('(') < 0 && text.indexOf('[') < 0) {
            return text;
        }
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
