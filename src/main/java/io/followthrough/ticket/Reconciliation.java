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
    private final StoredTicketHints hints;
    private final TrackerPause pause;
    private final TicketProperties properties;
    private final Clock clock;
    private volatile @Nullable Instant lastRunAt;
    private volatile @Nullable Instant lastTriedAt;

    Reconciliation(
            TicketRepository tickets,
            TicketTracker tracker,
            TicketReading reading,
            StoredTicketHints hints,
            TrackerPause pause,
            TicketProperties properties,
            Clock clock) {
        this.tickets = tickets;
        this.tracker = tracker;
        this.reading = reading;
        this.hints = hints;
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
        Instant last = lastTriedAt;
        if (last == null || !clock.instant().isBefore(last.plus(properties.reconcileEvery()))) {
            run();
        }
    }

    /**
     * Reads all tickets now; call outside any transaction.
     *
     * @return whether all could be read; otherwise the tracker did not answer or asked for a pause
     */
    public boolean run() {
        lastTriedAt = clock.instant();
        List<Ticket> all = tickets.toReconcile(clock.instant().minus(REOPENABLE));
        for (int from = 0; from < all.size(); from += BATCH) {
            if (pause.current() != null || !read(all.subList(from, Math.min(all.size(), from + BATCH)))) {
                return false;
            }
        }
        hints.forgetOld();
        lastRunAt = clock.instant();
        return true;
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
        reading.apply(found.values());
        List<Ticket> absent = batch.stream()
                .filter(ticket -> ticket.state() == TicketState.LINKED && !found.containsKey(ticket.trackerId()))
                .toList();
        // Absence counts only while project and credentials are as they should be.
        if (!absent.isEmpty() && tracker.probe().isHealthy()) {
            absent.forEach(ticket -> reading.missed(ticket.actionItem()));
        }
        return true;
    }
}
