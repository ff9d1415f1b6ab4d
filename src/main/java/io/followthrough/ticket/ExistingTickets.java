package io.followthrough.ticket;

import io.followthrough.ticket.TicketTracker.FetchOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds tickets that exist already by what people call them, and says whether they can be taken for an item. */
@Component
class ExistingTickets {

    private final TicketTracker tracker;
    private final TicketRecords records;
    private final TrackerPause pause;

    ExistingTickets(TicketTracker tracker, TicketRecords records, TrackerPause pause) {
        this.tracker = tracker;
        this.records = records;
        this.pause = pause;
    }

    /** What came of looking for one. */
    sealed interface Existing {
        record Found(TicketSnapshot ticket) implements Existing {}

        /** Not there, or not to be had; the reason is a sentence. */
        record Unusable(String why) implements Existing {}

        /** Nothing is known: the tracker did not answer. */
        record Unavailable(TrackerProblem problem) implements Existing {}
    }

    /** Looks for the ticket that is meant, for this item; call outside any transaction. */
    Existing find(String reference, String actionItem) {
        Optional<String> key = TicketReference.key(reference, tracker::browseUrl);
        if (key.isEmpty()) {
            return new Existing.Unusable("That is neither a key, such as OPS-123, nor an address of a ticket at "
                    + tracker.browseUrl("") + ".");
        }
        TrackerPause.Pause paused = pause.current();
        if (paused != null) {
            return new Existing.Unavailable(new TrackerProblem(paused.kind(), paused.why(), Map.of(), paused.until()));
        }
        FetchOutcome outcome = tracker.fetch(List.of(key.get()));
        if (outcome instanceof FetchOutcome.Failed failed) {
            pause.note(failed.problem());
            return new Existing.Unavailable(failed.problem());
        }
        Optional<TicketSnapshot> found =
                ((FetchOutcome.Found) outcome).byId().values().stream().findFirst();
        if (found.isEmpty()) {
            return new Existing.Unusable("It does not exist, or may not be seen with these credentials.");
        }
        Optional<String> other = records.itemOf(found.get().id()).filter(item -> !item.equals(actionItem));
        return other.<Existing>map(item -> new Existing.Unusable("It belongs to " + item + " already."))
                .orElseGet(() -> new Existing.Found(found.get()));
    }
}
