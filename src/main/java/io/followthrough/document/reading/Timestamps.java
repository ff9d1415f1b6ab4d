package io.followthrough.document.reading;

import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.List;
import java.util.Set;

/** Tells whether a line starts with the moment it speaks of. */
final class Timestamps {

    private static final int LONGEST_OPENING = 160;
    private static final int LONGEST_STAMP = 48;
    private static final int FARTHEST = 12;
    private static final Set<String> FILLERS =
            Set.of("at", "on", "around", "about", "by", "between", "from", "the", "approximately", "approx", "day");

    private Timestamps() {}

    /** As below, where it is known already what the text names. */
    static boolean startsWithMoment(String text, List<Mention> mentions) {
        boolean whole =
                text.length() <= LONGEST_OPENING && withoutBrackets(text).equals(text);
        return whole ? startsWith(text, mentions) : startsWithMoment(text);
    }

    static boolean startsWithMoment(String text) {
        String opening = opening(text, LONGEST_OPENING);
        return Mentions.mayBegin(opening, FARTHEST) && startsWith(opening, Mentions.in(opening));
    }

    /** Whether the moment it starts with names a time of day, with or without its day. */
    static boolean startsWithClock(String text) {
        String opening = opening(text, LONGEST_STAMP);
        List<Mention> mentions = Mentions.mayBegin(opening, FARTHEST) ? Mentions.in(opening) : List.of();
        return startsWith(opening, mentions) && mentions.stream().anyMatch(Mention.Time.class::isInstance);
    }

    private static String opening(String text, int longest) {
        return withoutBrackets(text.length() > longest ? text.substring(0, longest) : text);
    }

    private static boolean startsWith(String opening, List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return false;
        }
        Mention first = mentions.get(0);
        boolean weekday = first instanceof Mention.Weekday && mentions.size() > 1;
        Mention meant = weekday ? mentions.get(1) : first;
        int from = weekday ? first.end() : 0;
        boolean moment = meant instanceof Mention.Time || meant instanceof Mention.Date;
        return moment
                && meant.start() - from <= FARTHEST
                && onlyFillers(opening.substring(0, first.start()))
                && onlyFillers(opening.substring(from, meant.start()));
    }

    private static boolean onlyFillers(String before) {
        return FILLERS.containsAll(Words.of(before));
    }

    static String withoutBrackets(String text) {
        String stripped = text.strip();
        return stripped.startsWith("[") || stripped.startsWith("(") ? stripped.substring(1) : stripped;
    }
}
