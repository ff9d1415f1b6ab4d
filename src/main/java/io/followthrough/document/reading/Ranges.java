package io.followthrough.document.reading;

import io.followthrough.document.value.Mention;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether two moments are the two ends of one stretch of time. */
final class Ranges {

    private static final Phrases BETWEEN = Phrases.of("between");

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
            "from",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private static final int WIDEST_TOLD = 120;
    private static final Phrases BEGUN = Phrases.of("start", "began", "begin", "commenc");
    private static final Phrases OVER =
            Phrases.of("until", "was resolved", "were resolved", "was restored", "ended", "conclud");

    /** Minutes by which a rounded length may miss the way back from the start to the end. */
    private static final int ROUNDED = 60;

    private static final int SIX_HOURS = 6 * 60;

    private Ranges() {}

    static boolean connects(String text, Moment first, Moment second) {
        int from = first.end();
        int to = second.start();
        if (to < from || to - from > WIDEST_TOLD) {
            return false;
        }
        String between = text.substring(from, to);
        return to - from <= WIDEST_GAP && joins(text, between, first) || tells(text, between, first);
    }

    /** "It started at 2:00 PM and, after a restart, was resolved by 4:30 PM." */
    private static boolean tells(String text, String between, Moment first) {
        return OVER.in(between)
                && BEGUN.in(opening(text, first, WIDEST_TOLD))
                && Sentences.of(between + ".").size() == 1;
    }

    private static boolean joins(String text, String between, Moment first) {
        List<String> words = Words.of(between);
        boolean dash = between.indexOf('-') >= 0
                || between.indexOf('–') >= 0
                || between.indexOf('—') >= 0
                || between.indexOf('→') >= 0;
        if (words.isEmpty()) {
            return dash;
        }
        boolean toward = words.stream().anyMatch(TO::contains);
        boolean both = words.contains("and") && BETWEEN.in(opening(text, first, WIDEST_GAP));
        boolean known = words.stream().allMatch(word -> TO.contains(word) || FILLERS.contains(word));
        return known && (toward || both || dash);
    }

    /** In "2:00 - 4:30 PM" the first time borrows the half of the day from the second. */
    static Moment halved(Moment first, Moment second) {
        Mention.Time from = first.time();
        Mention.Time to = second.time();
        boolean twentyFour = to != null && !to.halved() && to.time().getHour() > 12;
        if (from == null || to == null || !from.bare() || to.bare() || twentyFour) {
            return first;
        }
        boolean noon = from.time().getHour() == 12;
        LocalTime other = to.time().getHour() < 12 == noon ? from.time().plusHours(12) : from.time();
        if (other.isAfter(to.time()) || to.time().getHour() < 12 && !noon) {
            return first;
        }
        return new Moment(
                first.date(),
                new Mention.Time(from.start(), from.end(), other, false, true, from.malformed()),
                first.zone());
    }

    /** In "1:30 pm to 5:00" the second time borrows the half of the day from the first. */
    static Moment afternoon(Moment first, Moment second) {
        Mention.Time from = first.time();
        Mention.Time to = second.time();
        if (from == null || !from.halved() || to == null || !to.bare()) {
            return second;
        }
        boolean days = first.date() != null && second.date() != null;
        if (days || to.time().getHour() >= 12 || !to.time().isBefore(from.time())) {
            return second;
        }
        LocalTime other = to.time().plusHours(12);
        return other.isBefore(from.time())
                ? second
                : new Moment(
                        second.date(),
                        new Mention.Time(to.start(), to.end(), other, false, true, to.malformed()),
                        second.zone());
    }

    /**
     * "From 10:00 to 8:00, for two hours": the length tells that no night lies between, but the two are swapped.
     *
     * @param minutes the stated length, or null
     */
    static boolean areSwapped(LocalDateTime from, LocalDateTime to, @Nullable Integer minutes) {
        if (minutes == null) {
            return false;
        }
        long back = Duration.between(to, from).toMinutes();
        long overnight = Duration.between(from, to.plusDays(1)).toMinutes();
        return Math.abs(back - minutes) <= ROUNDED && Math.abs(overnight - minutes) > SIX_HOURS;
    }

    private static String opening(String text, Moment first, int width) {
        int start = Math.max(0, first.start() - width);
        return text.substring(start, first.end());
    }
}
