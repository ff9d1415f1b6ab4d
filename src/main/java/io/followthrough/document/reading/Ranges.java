package io.followthrough.document.reading;

import java.util.List;
import java.util.Set;

/** Tells whether two moments are the two ends of one stretch of time. */
final class Ranges {

    private static final int WIDEST_GAP = 60;
    private static final Set<String> TO = Set.of(
            "to", "until", "till", "til", "through", "thru", "end", "ends", "ended", "ending", "lasting", "upto");
    private static final Set<String> FILLERS = Set.of(
            "and",
            "at",
            "on",
            "the",
            "same",
            "day",
            "next",
            "following",
            "it",
            "was",
            "around",
            "about",
            "approximately",
            "up",
            "later",
            "of",
            "in",
            "time",
            "evening",
            "morning",
            "afternoon",
            "finally",
            "resolved",
            "from");

    private Ranges() {}

    static boolean connects(String text, Moment first, Moment second) {
        int from = first.end();
        int to = second.start();
        if (to < from || to - from > WIDEST_GAP) {
            return false;
        }
        String between = text.substring(from, to);
        List<String> words = Words.of(between);
        boolean dash = between.indexOf('-') >= 0
                || between.indexOf('–') >= 0
                || between.indexOf('—') >= 0
                || between.indexOf('→') >= 0;
        if (words.isEmpty()) {
            return dash;
        }
        boolean toward = words.stream().anyMatch(TO::contains);
        boolean both = words.contains("and") && Words.mentions(opening(text, first), "between");
        boolean known = words.stream().allMatch(word -> TO.contains(word) || FILLERS.contains(word));
        return known && (toward || both || dash);
    }

    private static String opening(String text, Moment first) {
        int start = Math.max(0, first.start() - WIDEST_GAP);
        return text.substring(start, first.start());
    }
}
