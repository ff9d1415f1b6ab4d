package io.followthrough.ticket;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search by marker: for a ticket whose creation was not answered, and for others that carry the same. */
@Embeddable
class TicketSearch {

    private int lookups;
    private @Nullable Instant searchedSince;
    private @Nullable Instant twinSearchAt;
    private @Nullable String twins;

    protected TicketSearch() {}

    void answerLost() {
        lookups++;
        searchedSince = null;
    }

    void foundNothing(Instant at) {
        lookups++;
        if (searchedSince == null) {
            searchedSince = at;
        }
    }

    /** For another marker, under which nothing was ever made. */
    void startAnew() {
        lookups = 0;
        searchedSince = null;
    }

    /** Whether an answer to its creation was ever lost, so that there may be a ticket nobody knows of. */
    boolean isDoubtful() {
        return lookups > 0;
    }

    /** Since when it has been looked for in vain by a search that answered, or null. */
    @Nullable
    Instant since() {
        return searchedSince;
    }

    void lookForTwinsAt(Instant at) {
        twinSearchAt = at;
    }

    /** Takes note of further open tickets with its marker, by key, and when to look for such the next time. */
    void twins(List<String> keys, @Nullable Instant searchAgainAt) {
        twins = keys.isEmpty() ? null : String.join(", ", keys);
        twinSearchAt = searchAgainAt;
    }

    void forgetTwins() {
        twins = null;
    }

    /** Keys of further open tickets with its marker, or null. */
    @Nullable
    String twins() {
        return twins;
    }
}
