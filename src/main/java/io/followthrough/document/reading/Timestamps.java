package io.followthrough.document.reading;

import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.List;

/** Tells whether a line starts with the moment it speaks of. */
final class Timestamps {

    private static final int LONGEST_OPENING = 160;
    private static final int FARTHEST = 12;

    private Timestamps() {}

    static boolean startsWithMoment(String text) {
        String opening = withoutBrackets(text.length() > LONGEST_OPENING ? text.substring(0, LONGEST_OPENING) : text);
        List<Mention> mentions = Mentions.in(opening);
        if (mentions.isEmpty()) {
            return false;
        }
        Mention first = mentions.get(0);
        boolean moment = first instanceof Mention.Time || first instanceof Mention.Date;
        return moment && first.start() <= FARTHEST && onlyFillers(opening.substring(0, first.start()));
    }

    private static boolean onlyFillers(String before) {
        for (String word : Words.of(before)) {
            if (!List.of(
                            "at",
                            "on",
                            "around",
                            "about",
                            "by",
                            "between",
                            "from",
                            "the",
                            "approximately",
                            "approx",
                            "day")
                    .contains(word)) {
                return false;
            }
        }
        return true;
    }

    static String withoutBrackets(String text) {
        String stripped = text.strip();
        return stripped.startsWith("[") || stripped.startsWith("(") ? stripped.substring(1) : stripped;
    }
}
