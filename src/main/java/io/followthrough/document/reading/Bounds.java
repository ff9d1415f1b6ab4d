package io.followthrough.document.reading;

import io.followthrough.document.reading.Evidence.TimedEntry;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Start and end of the incident where only the timeline tells them. */
public final class Bounds {

    private static final String[] BEGINS = {
        "outage begin", "outage start", "outage began", "incident begin", "incident start", "incident began"
    };
    private static final String[] ENDS = {"outage end", "outage over", "incident end", "outage resolved"};
    private static final String[] RESTORED = {
        "restored",
        "resolved",
        "back online",
        "fully operational",
        "operational",
        "recovered",
        "back to normal",
        "back up",
        "back to 100%",
        "100% of traffic",
        "normal operation",
        "stable",
        "up and running",
        "fix deployed",
        "is back",
        "running again",
        "traffic back",
        "running",
        "rolled back"
    };

    private Bounds() {}

    /** Where an entry says that it began, else the first entry. */
    public static @Nullable LocalDateTime start(List<TimedEntry> timeline) {
        TimedEntry said = first(timeline, BEGINS);
        if (said != null) {
            return said.at();
        }
        return timeline.stream()
                .map(TimedEntry::at)
                .filter(at -> at != null)
                .findFirst()
                .orElse(null);
    }

    /** Where an entry says that it was over, else the last entry that speaks of restored service; else unknown. */
    public static @Nullable LocalDateTime end(List<TimedEntry> timeline) {
        TimedEntry said = first(timeline, ENDS);
        TimedEntry restored = said == null ? last(timeline) : said;
        return restored == null ? null : restored.at();
    }

    private static @Nullable TimedEntry first(List<TimedEntry> timeline, String[] phrases) {
        for (TimedEntry entry : timeline) {
            if (entry.at() != null && Words.mentions(entry.text(), phrases)) {
                return entry;
            }
        }
        return null;
    }

    /** The last entry that tells of restored service, or null. */
    public static @Nullable TimedEntry last(List<TimedEntry> timeline) {
        for (int i = timeline.size() - 1; i >= 0; i--) {
            TimedEntry entry = timeline.get(i);
            if (entry.at() != null && Words.mentions(entry.text(), RESTORED)) {
                return entry;
            }
        }
        return null;
    }
}
