package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Settlement;
import io.followthrough.platform.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final TicketDrifts drifts;
    private final TicketProperties properties;
    private final History history;
    private final Clock clock;

    TicketStatus(
            TicketRepository tickets,
            ActionItems items,
            TicketDrifts drifts,
            TicketProperties properties,
            History history,
            Clock clock) {
        this.tickets = tickets;
        this.items = items;
        this.drifts = drifts;
        this.properties = properties;
        this.history = history;
        this.clock = clock;
    }

    /** Takes over a ticket as it was read; tickets that are not ours and older readings change nothing. */
    void apply(TicketSnapshot snapshot, TicketChanges changes) {
        Optional<Ticket> known = tickets.findByTrackerId(snapshot.id());
        if (known.isEmpty()) {
            return;
        }
        Ticket ticket = known.get();
        LocalDate dueBefore = ticket.seen().dueDate();
        boolean first = ticket.seen().fetchedAt() == null;
        TicketDrifts.Before before = before(ticket);
        TicketSnapshot.Phase phaseBefore = ticket.seen().phase();
        boolean wasMissing = ticket.state() == TicketState.MISSING;
        if (!ticket.show(snapshot, now())) {
            return;
        }
        tickets.saveAndFlush(ticket);
        String who = actor(snapshot, changes);
        if (wasMissing) {
            history.record(ticket.actionItem(), who, "ticket-back", snapshot.key() + " can be seen again");
        }
        ActionItem item = items.get(ticket.actionItem());
        if (!first && item.status() == ActionItemStatus.OPEN) {
            drifts.note(item, before, snapshot, changes);
        }
        boolean newlyWontDo = isWontDo(snapshot) && (phaseBefore != TicketSnapshot.Phase.DONE || first);
        if (newlyWontDo && item.status() == ActionItemStatus.OPEN) {
            drifts.noteWontDo(item, snapshot, changes);
        }
        follow(item, snapshot, dueBefore, who);
    }

    /** Those that differ from what is known of them, by the tracker's id, so that it is worth asking who changed them. */
    @Transactional(readOnly = true)
    Set<String> differing(Collection<TicketSnapshot> read) {
        Map<String, Ticket> known = tickets
                .findByTrackerIdIn(read.stream().map(TicketSnapshot::id).toList())
                .stream()
                .collect(Collectors.toMap(Ticket::trackerId, ticket -> ticket));
        return read.stream()
                .filter(snapshot -> {
                    Ticket ticket = known.get(snapshot.id());
                    return ticket != null && differs(ticket, snapshot);
                })
                .map(TicketSnapshot::id)
                .collect(Collectors.toSet());
    }

    private boolean differs(Ticket ticket, TicketSnapshot snapshot) {
        TicketDrifts.Before now = new TicketDrifts.Before(
                snapshot.key(), snapshot.dueDate(), snapshot.priorityName(), snapshot.assigneeName());
        return (ticket.seen().fetchedAt() != null || isWontDo(snapshot))
                && (ticket.seen().phase() != snapshot.phase() || !before(ticket).equals(now));
    }

    private static TicketDrifts.Before before(Ticket ticket) {
        return new TicketDrifts.Before(
                ticket.key(),
                ticket.seen().dueDate(),
                ticket.seen().priorityName(),
                ticket.seen().assigneeName());
    }

    private boolean isWontDo(TicketSnapshot snapshot) {
        String resolution = snapshot.resolutionName();
        return snapshot.phase() == TicketSnapshot.Phase.DONE
                && resolution != null
                && properties.notDone().stream().anyMatch(resolution::equalsIgnoreCase);
    }

    private void follow(ActionItem item, TicketSnapshot snapshot, @Nullable LocalDate dueBefore, String who) {
        String words = "Ticket " + snapshot.key() + " is " + snapshot.statusName();
        boolean done = snapshot.phase() == TicketSnapshot.Phase.DONE;
        boolean reopened = !done && item.settlement() == Settlement.DONE;
        if (done && !isWontDo(snapshot)) {
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
        ticket.seen().missed(now());
        Instant since = ticket.seen().missingSince();
        if (ticket.state() == TicketState.LINKED
                && ticket.seen().misses() >= MISSES
                && since != null
                && !since.plus(MISSED_FOR).isAfter(now())) {
            drifts.noteHidden(ticket.actionItem(), ticket.key() + " cannot be seen any more", since);
            missing(ticket, "It cannot be found any more: it was deleted, or may not be seen with these credentials");
        }
    }

    /** Takes note that the tracker said a ticket was deleted, and that it is indeed not found. */
    void deleted(String trackerId, String who) {
        tickets.findByTrackerId(trackerId)
                .filter(ticket -> ticket.state() == TicketState.LINKED)
                .ifPresent(ticket -> {
                    drifts.noteDeleted(ticket.actionItem(), ticket.key() + " was deleted", who);
                    missing(ticket, "It was deleted in the tracker" + (who.isEmpty() ? "" : " by " + who));
                });
    }

    private void missing(Ticket ticket, String reason) {
        ticket.missing(reason + ". Restore it there, or link another one or ask for a new one here.");
        history.record(ticket.actionItem(), History.FOLLOWTHROUGH, "ticket-missing", reason);
    }

    /** Who moved it, as far as the tracker tells; else whoever it is assigned to. */
    private static String actor(TicketSnapshot snapshot, TicketChanges changes) {
        String who = changes.newestFirst().stream()
                .filter(change -> change.field().equals("status"))
                .map(TicketChange::who)
                .findFirst()
                .orElse(snapshot.assigneeName());
        String name = who == null ? "tracker" : who + " (tracker)";
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
