package io.followthrough.document.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gives a day without a year the one that stands further on: "May 10 to May 11, 2023", "May 10 14:30:00 UTC 2023". */
final class DateRanges {

    private static final int NEAR = 60;
    private static final int BESIDE = 16;
    /** A clock and a zone. */
    private static final int MOST_BETWEEN = 2;

    private static final Set<String> NO_PLURALS = Set.of("was", "this", "its", "as");

    private DateRanges() {}

    /**
     * The year behind the clock, as the command {@code date} prints it and some people write it: gives it to the day
     * before the clock, which has none yet.
     *
     * @return whether the token is such a year
     */
    static boolean takesYear(List<Mention> found, Tokens tokens, int i) {
        Token token = tokens.at(i);
        int at = found.size() - 1;
        boolean clock = false;
        int last = found.size() - 1;
        while (at >= 0
                && at > last - MOST_BETWEEN
                && (found.get(at) instanceof Mention.Time || found.get(at) instanceof Mention.Zone)) {
            clock |= found.get(at) instanceof Mention.Time;
            at--;
        }
        boolean behind = clock && token.start() - found.get(last).end() <= 1;
        if (!behind || at < 0 || !NumericDates.isYear(token) || counts(tokens.at(i + 1))) {
            return false;
        }
        if (!(found.get(at) instanceof Mention.Date date)
                || date.year() != null
                || found.get(last).start() - date.end() > BESIDE) {
            return false;
        }
        found.set(at, date.ofYear(token.value()));
        found.set(last, upTo(found.get(last), token.end()));
        return true;
    }

    /** "at 08:15 2019 requests failed" */
    private static boolean counts(Token behind) {
        return behind.isWord() && behind.word().endsWith("s") && !NO_PLURALS.contains(behind.word());
    }

    /** The clock or zone together with the year behind it, so that what follows stands right beside the moment. */
    private static Mention upTo(Mention last, int end) {
        return last instanceof Mention.Time time
                ? new Mention.Time(time.start(), end, time.time(), time.bare(), time.halved(), time.malformed())
                : last;
    }

    static List<Mention> complete(List<Mention> found) {
        if (found.size() <= 1) {
            return List.copyOf(found);
        }
        List<Mention> completed = new ArrayList<>(found);
        int next = -1;
        for (int i = completed.size() - 1; i >= 0; i--) {
            if (completed.get(i) instanceof Mention.Date date) {
                if (date.year() == null
                        && next >= 0
                        && completed.get(next) instanceof Mention.Date later
                        && later.year() != null
                        && later.start() - date.end() <= NEAR
                        && later.month() >= date.month()) {
                    completed.set(i, date.ofYear(later.year()));
                }
                next = i;
            }
        }
        return completed;
    }
}
