package io.followthrough.ticket;

import io.followthrough.ticket.TicketTracker.FetchOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every ticket that matters again, for whatever the tracker's messages missed. */
@Component
public class Reconciliation {

    private static final int BATCH = 100;
    private static final Duration REOPENABLE = Duration.ofDays(90);

    private final TicketRepository tickets;
    private final TicketTracker tracker;
    private final TicketReading reading;
    private final TrackerPause pause;
    private final TicketProperties properties;
    private final Clock clock;
    private volatile @Nullable Instant lastRunAt;

    Reconciliation(
            TicketRepository tickets,
            TicketTracker tracker,
            TicketReading reading,
            TrackerPause pause,
            TicketProperties properties,
            Clock clock) {
        this.tickets = tickets;
        this.tracker = tracker;
        this.reading = reading;
        this.pause = pause;
        this.properties = properties;
        this.clock = clock;
    }

    /** When it last came to its end, or null before the first time. */
    public @Nullable Instant lastRunAt() {
        return lastRunAt;
    }

    /** Runs when it is time. */
    public void runIfDue() {
        Instant last = lastRunAt;
        if (last == null || !clock.instant().isBefore(last.plus(properties.reconcileEvery()))) {
            run();
        }
    }

    /** Reads all tickets now; call outside any transaction. */
    public void run() {
        if (pause.current() != null) {
            return;
        }
        List<Ticket> all = tickets.toReconcile(clock.instant().minus(REOPENABLE));
        for (int from = 0; from < all.size(); from += BATCH) {
            if (!read(all.subList(from, Math.min(all.size(), from + BATCH)))) {
                return;
            }
        }
        lastRunAt = clock.instant();
    }

    private boolean read(List<Ticket> batch) {
        List<String> ids =
                batch.stream().map(Ticket::trackerId).filter(Objects::nonNull).toList();
        FetchOutcome outcome = tracker.fetch(ids);
        if (outcome instanceof FetchOutcome.Failed failed) {
            pause.note(failed.problem());
            return false;
        }
        Map<String, TicketSnapshot> found = ((FetchOutcome.Found) outcome).byId();
        boolean believable = found.size() == ids.size() || tracker.probe().isHealthy();
        for (Ticket ticket : batch) {
            TicketSnapshot snapshot = found.get(ticket.trackerId());
            if (snapshot != null) {
                reading.apply(snapshot);
            } else if (believable) {
                reading.missed(ticket.actionItem());
            }
        }
        return true;
    }
}
