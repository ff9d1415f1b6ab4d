package io.followthrough.document.reading;

import java.util.ArrayList;
import java.util.List;

/** Cuts prose into sentences. */
final class Sentences {

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stop = (c == '.' || c == '!' || c == '?')
                            && (i + 1 == text.length() || text.charAt(i + 1) == ' ' && !isAbbreviation(text, i))
                    || c == '\n';
            if (stop) {
                add(sentences, text.substring(start, i + 1));
                start = i + 1;
            }
        }
        add(sentences, text.substring(start));
        return sentences;
    }

    private static boolean isAbbreviation(String text, int dot) {
        return dot >= 2 && text.charAt(dot - 2) == '.'
                || dot + 2 < text.length() && Character.isLowerCase(text.charAt(dot + 2));
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }
}
