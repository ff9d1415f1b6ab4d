package io.followthrough.document.reading;

import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts dates, times and zones that stand side by side together. */
final class Moments {

    private static final Set<String> GLUE = Set.of(
            "",
            "at",
            "on",
            "of",
            "the",
            "from",
            "about",
            "around",
            "between",
            "approximately",
            "in",
            "utc",
            "local",
            "time",
            "hrs",
            "hours",
            "starting",
            "morning");
    private static final int FEW = 2;
    private static final int WIDEST_GAP = 24;

    private Moments() {}

    static List<Moment> in(String text) {
        return in(text, Mentions.in(text));
    }

    static List<Moment> in(String text, List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        List<Moment> moments = new ArrayList<>(FEW);
        Mention.Date date = null;
        Mention.Time time = null;
        Mention.Zone zone = null;
        int end = -1;
        for (Mention mention : mentions) {
            if (mention instanceof Mention.Weekday weekday) {
                end = joins(text, end, weekday.start()) ? weekday.end() : end;
                continue;
            }
            boolean joins = end >= 0 && joins(text, end, mention.start());
            boolean fits = mention instanceof Mention.Date && date == null
                    || mention instanceof Mention.Time && time == null
                    || mention instanceof Mention.Zone && zone == null && (time != null || date != null);
            if (!joins || !fits) {
                flush(moments, date, time, zone);
                date = null;
                time = null;
                zone = null;
            }
            if (mention instanceof Mention.Date d) {
                date = d;
            } else if (mention instanceof Mention.Time t) {
                time = t;
            } else if (mention instanceof Mention.Zone z) {
                zone = z;
            } else {
                flush(moments, date, time, zone);
                date = null;
                time = null;
                zone = null;
            }
            end = mention.end();
        }
        flush(moments, date, time, zone);
        return moments;
    }

    private static void flush(
            List<Moment> moments,
            Mention.@Nullable Date date,
            Mention.@Nullable Time time,
            Mention.@Nullable Zone zone) {
        if (date != null || time != null) {
            moments.add(new Moment(date, time, zone));
        }
    }

    private static boolean joins(String text, int from, int to) {
        if (from < 0 || to < from || to - from > WIDEST_GAP) {
            return false;
        }
        String between = text.substring(from, to);
        for (int i = 0; i < between.length(); i++) {
            if ("-–—→;|\n".indexOf(between.charAt(i)) >= 0) {
                return false;
            }
        }
        return GLUE.containsAll(Words.of(between));
    }
}
