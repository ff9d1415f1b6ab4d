package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Settlement;
import io.followthrough.platform.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tracker shows becomes what is true here; each method is one transaction. */
@Component
@Transactional
class TicketStatus {

    /** One absence proves nothing: a permission may be gone for a while, a search may lag. */
    private static final int MISSES = 3;

    private static final Duration MISSED_FOR = Duration.ofMinutes(30);

    private final TicketRepository tickets;
    private final ActionItems items;
    private final History history;
    private final Clock clock;

    TicketStatus(TicketRepository tickets, ActionItems items, History history, Clock clock) {
        this.tickets = tickets;
        this.items = items;
        this.history = history;
        this.clock = clock;
    }

    /** Takes over a ticket as it was read; tickets that are not ours and older readings change nothing. */
    void apply(TicketSnapshot snapshot) {
        Optional<Ticket> known = tickets.findByTrackerId(snapshot.id());
        if (known.isEmpty()) {
            return;
        }
        Ticket ticket = known.get();
        LocalDate dueBefore = ticket.trackerDueDate();
        String keyBefore = ticket.key();
        boolean wasMissing = ticket.state() == TicketState.MISSING;
        if (!ticket.show(snapshot, now())) {
            return;
        }
        tickets.saveAndFlush(ticket);
        String who = actor(snapshot);
        if (wasMissing) {
            history.record(ticket.actionItem(), who, "ticket-back", snapshot.key() + " can be seen again");
        }
        if (keyBefore != null && !keyBefore.equals(snapshot.key())) {
            history.record(ticket.actionItem(), who, "ticket-moved", "From " + keyBefore + " to " + snapshot.key());
        }
        follow(ticket, snapshot, dueBefore, who);
    }

    private void follow(Ticket ticket, TicketSnapshot snapshot, @Nullable LocalDate dueBefore, String who) {
        ActionItem item = items.get(ticket.actionItem());
        String words = "Ticket " + snapshot.key() + " is " + snapshot.statusName();
        boolean done = snapshot.phase() == TicketSnapshot.Phase.DONE;
        boolean reopened = !done && item.settlement() == Settlement.DONE;
        if (done) {
            items.settle(item.id(), Settlement.DONE, who, words);
        } else if (reopened) {
            items.reopen(item.id(), who, words + " again");
        }
        LocalDate due = snapshot.dueDate();
        // A date that moved while the item was settled counts from when it is open again.
        if (due != null && (reopened || !due.equals(dueBefore))) {
            items.rescheduledInTracker(item.id(), due, who);
        }
    }

    /** Takes note that a ticket was not in an answer that should have held it. */
    void missed(String actionItem) {
        Ticket ticket = tickets.findById(actionItem).orElseThrow();
        ticket.missed(now());
        Instant since = ticket.missingSince();
        if (ticket.state() == TicketState.LINKED
                && ticket.misses() >= MISSES
                && since != null
                && !since.plus(MISSED_FOR).isAfter(now())) {
            missing(ticket, "It cannot be found any more: it was deleted, or may not be seen with these credentials");
        }
    }

    /** Takes note that the tracker said a ticket was deleted, and that it is indeed not found. */
    void deleted(String trackerId) {
        tickets.findByTrackerId(trackerId)
                .filter(ticket -> ticket.state() == TicketState.LINKED)
                .ifPresent(ticket -> missing(ticket, "It was deleted in the tracker"));
    }

    private void missing(Ticket ticket, String reason) {
        ticket.missing(reason + ". Restore it there, or ask for a new one here.");
        history.record(ticket.actionItem(), History.FOLLOWTHROUGH, "ticket-missing", reason);
    }

    private static String actor(TicketSnapshot snapshot) {
        String assignee = snapshot.assigneeName();
        String name = assignee == null ? "tracker" : assignee + " (tracker)";
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
