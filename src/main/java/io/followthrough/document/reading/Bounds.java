package io.followthrough.document.reading;

import io.followthrough.document.reading.Evidence.StatedWindow;
import io.followthrough.document.reading.Evidence.TimedEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Start and end of the incident where only the timeline tells them. */
public final class Bounds {

    private static final Phrases BEGINS = Phrases.of(
            "outage begin",
            "outage start",
            "outage began",
            "incident begin",
            "incident start",
            "incident began",
            "start of outage",
            "start of incident",
            "start of the outage",
            "start of the incident");
    private static final Phrases ENDS = Phrases.of(
            "outage end",
            "outage over",
            "incident end",
            "outage resolved",
            "end of outage",
            "end of incident",
            "end of the outage",
            "end of the incident");
    /** Words of a change that is made but not yet in effect. */
    private static final Phrases PREPARED = Phrases.of("merged", "pull request", "merge request", "committed");

    private static final Phrases IN_EFFECT =
            Phrases.of("release", "deploy", "rolled out", "roll-out", "published", "shipped");

    /** An entry that tells of trouble is no end, however well it fits. */
    private static final Phrases TROUBLE =
            Phrases.of("error", "fail", "report", "unavailable", "complain", "went down");

    private static final Phrases ANNOUNCING = Phrases.of("announced", "posted", "published", "tweeted");

    /** A stated duration in words is rounded. */
    private static final double ROUNDED = 0.02;

    private static final double ROUNDED_HOURS = 0.2;

    private static final int ROUNDED_MINUTES = 5;
    /** Minutes; who counts so many hours leaves out their parts. */
    private static final int MANY_HOURS = 10 * 60;

    private static final int MOST_PAIRS = 40_000;

    private @Nullable LocalDateTime start;
    private @Nullable LocalDateTime end;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;

    private final @Nullable TimedEntry begins;
    private final @Nullable TimedEntry restored;

    private Bounds(@Nullable TimedEntry begins, @Nullable TimedEntry restored) {
        this.begins = begins;
        this.restored = restored;
    }

    /**
     * The ends of the incident: as stated, else as the timeline tells them.
     *
     * @param begins of the timeline, as {@link #begins(List)} finds it
     * @param restored of the timeline, as {@link #restored(List)} finds it
     * @param minutes the stated duration, or null
     */
    static Bounds of(
            List<TimedEntry> timeline,
            @Nullable TimedEntry begins,
            @Nullable TimedEntry restored,
            StatedWindow stated,
            @Nullable Integer minutes) {
        Bounds bounds = new Bounds(begins, restored);
        bounds.start = stated.start();
        bounds.end = stated.end();
        bounds.startDate = stated.startDate();
        bounds.endDate = stated.endDate();
        if (!stated.timesWithoutDate()) {
            bounds.fromTimeline(timeline, minutes);
        }
        return bounds;
    }

    @Nullable
    LocalDateTime start() {
        return start;
    }

    @Nullable
    LocalDateTime end() {
        return end;
    }

    @Nullable
    LocalDate startDate() {
        return startDate;
    }

    @Nullable
    LocalDate endDate() {
        return endDate;
    }

    private void fromTimeline(List<TimedEntry> timeline, @Nullable Integer minutes) {
        boolean startOpen = start == null;
        boolean endOpen = end == null;
        start = startOpen ? start(timeline) : start;
        end = endOpen ? end(timeline) : end;
        boolean fits =
                minutes != null && start != null && end != null && off(start, end, minutes) <= roundSlack(minutes);
        if (minutes != null && endOpen && !fits && first(timeline, ENDS) == null) {
            fit(timeline, minutes, startOpen && begins == null);
        }
        TimedEntry last = timeline.isEmpty() ? null : timeline.get(timeline.size() - 1);
        if (end == null && endDate != null && last != null && endDate.equals(last.date())) {
            // The text says that it lasted into that day, and the timeline of that day ends here.
            end = last.at();
        }
        if (start == null && startDate == null) {
            days(timeline);
        }
    }

    /** The two entries whose distance is the stated duration. */
    private void fit(List<TimedEntry> timeline, int minutes, boolean startOpen) {
        List<LocalDateTime> times = new ArrayList<>();
        List<LocalDateTime> ends = new ArrayList<>();
        for (TimedEntry entry : timeline) {
            if (entry.at() != null) {
                times.add(entry.at());
                if (!TROUBLE.in(entry.text())) {
                    ends.add(entry.at());
                }
            }
        }
        List<LocalDateTime> starts = startOpen ? times : start == null ? List.of() : List.of(start);
        if ((long) starts.size() * ends.size() > MOST_PAIRS) {
            return;
        }
        if (minutes >= MANY_HOURS
                && minutes % 60 == 0
                && start != null
                && closest(List.of(start), ends, minutes, roundSlack(minutes))) {
            return;
        }
        closest(starts, ends, minutes, slack(minutes));
    }

    private boolean closest(List<LocalDateTime> starts, List<LocalDateTime> ends, int minutes, long slack) {
        long best = slack + 1;
        for (LocalDateTime from : starts) {
            for (LocalDateTime to : ends) {
                long off = off(from, to, minutes);
                if (off < best) {
                    best = off;
                    start = from;
                    end = to;
                }
            }
        }
        return best <= slack;
    }

    private static long off(LocalDateTime from, LocalDateTime to, int minutes) {
        return Math.abs(Duration.between(from, to).toMinutes() - minutes);
    }

    /** Whole hours are rounded more freely than what names minutes. */
    private static long roundSlack(int minutes) {
        return minutes % 60 == 0 ? Math.max(slack(minutes), Math.round(minutes * ROUNDED_HOURS)) : slack(minutes);
    }

    private static long slack(int minutes) {
        return Math.max(ROUNDED_MINUTES, Math.round(minutes * ROUNDED));
    }

    /** A timeline of days: from the first to the last. */
    private void days(List<TimedEntry> timeline) {
        List<TimedEntry> dated =
                timeline.stream().filter(entry -> entry.date() != null).toList();
        if (dated.size() < 2 || timeline.stream().anyMatch(TimedEntry::hasTime)) {
            return;
        }
        startDate = dated.get(firstInEffect(dated)).date();
        endDate = dated.get(dated.size() - 1).date();
    }

    /** Passes over changes that were prepared first and took effect with a later entry. */
    private static int firstInEffect(List<TimedEntry> entries) {
        int i = 0;
        while (i + 1 < entries.size()
                && PREPARED.in(entries.get(i).text())
                && IN_EFFECT.in(entries.get(i + 1).text())) {
            i++;
        }
        return i;
    }

    /** Where an entry says that it began, else the first entry in effect; a rare time among days is no start. */
    private @Nullable LocalDateTime start(List<TimedEntry> timeline) {
        if (begins != null && begins.at() != null) {
            return begins.at();
        }
        List<TimedEntry> timed =
                timeline.stream().filter(entry -> entry.at() != null).toList();
        long days = timeline.stream().filter(entry -> entry.date() != null).count();
        return timed.isEmpty() || timed.size() * 2L < days
                ? null
                : timed.get(firstInEffect(timed)).at();
    }

    /** Where an entry says that it was over, else the last entry that speaks of restored service; else unknown. */
    private @Nullable LocalDateTime end(List<TimedEntry> timeline) {
        TimedEntry said = first(timeline, ENDS);
        TimedEntry last = said == null ? restored : said;
        if (last == null && !timeline.isEmpty()) {
            TimedEntry closing = timeline.get(lastStep(timeline));
            last = Restored.closes(closing.text()) && !TROUBLE.in(closing.text()) ? closing : null;
        }
        return last == null ? null : last.at();
    }

    /** The last entry that tells of more than of who was told. */
    private static int lastStep(List<TimedEntry> timeline) {
        int last = timeline.size() - 1;
        while (last > 0 && ANNOUNCING.begin(timeline.get(last).text())) {
            last--;
        }
        return last;
    }

    private static @Nullable TimedEntry first(List<TimedEntry> timeline, Phrases phrases) {
        for (TimedEntry entry : timeline) {
            if (entry.time() != null && phrases.in(entry.text())) {
                return entry;
            }
        }
        return null;
    }

    /** The entry that says in so many words that the incident began, or null. */
    static @Nullable TimedEntry begins(List<TimedEntry> timeline) {
        return first(timeline, BEGINS);
    }

    /** Whether the entry tells that something does not work. */
    public static boolean tellsOfTrouble(TimedEntry entry) {
        return TROUBLE.in(entry.text());
    }

    /** Whether the entry says that all of it worked again. */
    public static boolean restoresAll(TimedEntry entry) {
        return Restored.wholly(entry.text());
    }

    /** The last entry that tells of restored service, or null. */
    static @Nullable TimedEntry restored(List<TimedEntry> timeline) {
        TimedEntry wholly = last(timeline, Restored::wholly);
        return wholly == null ? last(timeline, Restored::somehow) : wholly;
    }

    private static @Nullable TimedEntry last(List<TimedEntry> timeline, Predicate<String> restored) {
        for (int i = timeline.size() - 1; i >= 0; i--) {
            TimedEntry entry = timeline.get(i);
            if (entry.time() != null && restored.test(entry.text())) {
                return entry;
            }
        }
        return null;
    }
}
