package io.followthrough.ticket;

import io.followthrough.ticket.TicketTracker.ChangesOutcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Applies what was read although others change the same item or its process at the same moment. */
@Component
class TicketReading {

    private static final Logger LOG = LoggerFactory.getLogger(TicketReading.class);
    private static final int TRIES = 3;

    /** At a time: each can be long, as it may hold every former description whole. */
    private static final int CHANGE_LOGS = 25;

    private final TicketStatus status;
    private final TicketTracker tracker;
    private final TrackerPause pause;

    TicketReading(TicketStatus status, TicketTracker tracker, TrackerPause pause) {
        this.status = status;
        this.tracker = tracker;
        this.pause = pause;
    }

    void apply(Collection<TicketSnapshot> read) {
        Map<String, TicketChanges> changes = changes(status.differing(read));
        for (TicketSnapshot snapshot : read) {
            TicketChanges known = changes.getOrDefault(snapshot.id(), TicketChanges.UNKNOWN);
            insist("ticket " + snapshot.key(), () -> status.apply(snapshot, known));
        }
    }

    void deleted(String trackerId, String who) {
        insist("deleted ticket " + trackerId, () -> status.deleted(trackerId, who));
    }

    /** Who did it and when; empty when the tracker does not tell now, which is no reason to wait. */
    private Map<String, TicketChanges> changes(Set<String> trackerIds) {
        Map<String, TicketChanges> changes = new HashMap<>();
        List<String> all = List.copyOf(trackerIds);
        for (int from = 0; from < all.size() && pause.current() == null; from += CHANGE_LOGS) {
            ChangesOutcome outcome = tracker.changes(all.subList(from, Math.min(from + CHANGE_LOGS, all.size())));
            if (outcome instanceof ChangesOutcome.Failed failed) {
                pause.note(failed.problem());
                break;
            }
            changes.putAll(((ChangesOutcome.Found) outcome).byId());
        }
        return changes;
    }

    void missed(String actionItem) {
        insist("missed ticket of " + actionItem, () -> status.missed(actionItem));
    }

    /** A lost race is rolled back whole, so doing it again is safe; what still fails is tried at the next reading. */
    private static void insist(String what, Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES) {
                    LOG.warn("Cannot take over {} now; it is read again later", what, e);
                    return;
                }
            }
        }
    }
}
