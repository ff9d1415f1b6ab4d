package io.followthrough.document.lint;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How findings write moments, days and lengths of time. */
final class Wording {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int LONGEST_QUOTE = 60;

    private Wording() {}

    static String clock(LocalDateTime moment) {
        return CLOCK.format(moment);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String moment(LocalDateTime moment) {
        return DAY.format(moment) + " " + CLOCK.format(moment);
    }

    /** "10:30 to 13:15", with the days where they differ. */
    static String span(LocalDateTime from, LocalDateTime to) {
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        return oneDay ? clock(from) + " to " + clock(to) : moment(from) + " to " + moment(to);
    }

    static String length(Duration duration) {
        return length((int) duration.abs().toMinutes());
    }

    /** "2 h 45 min". */
    static String length(int minutes) {
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** "2 hours 45 minutes" where the text writes lengths in words, else {@link #length}. */
    static String lengthLike(String written, int minutes) {
        if (!written.contains("hour") && !written.contains("minute") && !written.contains("day")) {
            return length(minutes);
        }
        String hours = minutes < 60 ? "" : count(minutes / 60, "hour");
        String rest = minutes % 60 == 0 ? "" : count(minutes % 60, "minute");
        return hours.isEmpty() ? rest : rest.isEmpty() ? hours : hours + " " + rest;
    }

    private static String count(int amount, String unit) {
        return amount + " " + unit + (amount == 1 ? "" : "s");
    }

    /** The words in quotation marks, cut where they are long. */
    static String quoted(String words) {
        String line = words.replace('\n', ' ').strip();
        return "\"" + (line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1) + "…") + "\"";
    }
}
