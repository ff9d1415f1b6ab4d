package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All tickets: looked at, changed, asked for again. */
@Service
@Transactional
public class Tickets {

    private final TicketRepository tickets;
    private final TicketEdits edits;
    private final ActionItems items;
    private final TicketTracker tracker;
    private final TrackerProbe probe;
    private final TicketProcess process;
    private final TrackerPause pause;
    private final People people;
    private final History history;

    Tickets(
            TicketRepository tickets,
            TicketEdits edits,
            ActionItems items,
            TicketTracker tracker,
            TrackerProbe probe,
            TicketProcess process,
            TrackerPause pause,
            People people,
            History history) {
        this.tickets = tickets;
        this.edits = edits;
        this.items = items;
        this.tracker = tracker;
        this.probe = probe;
        this.process = process;
        this.pause = pause;
        this.people = people;
        this.history = history;
    }

    @Transactional(readOnly = true)
    public Optional<TicketView> of(String actionItem) {
        return tickets.findById(actionItem).map(this::view);
    }

    @Transactional(readOnly = true)
    public List<TicketView> of(Collection<String> actionItems) {
        return tickets.findAllById(actionItems).stream().map(this::view).toList();
    }

    /** Why the tracker is left alone at present, or null when it is not. */
    public @Nullable String paused() {
        TrackerPause.Pause current = pause.current();
        return current == null ? null : current.why();
    }

    /** Wants a change of the ticket, sent after the transaction of its cause; once for each label. */
    public void requestEdit(String actionItem, TicketEdit edit) {
        edits.request(actionItem, edit.label(), edit);
    }

    /**
     * Asks again for a ticket that was refused or is delayed, or for a change of it that was; nothing more when that was
     * just done.
     *
     * @throws ForbiddenException when the actor is neither the owner nor reviewer, manager or administrator
     * @throws ConflictException when there is nothing to ask for
     */
    public void retry(String actionItem, String actor) {
        if (!mayRetry(actionItem, actor)) {
            throw new ForbiddenException(
                    "Only the owner, reviewers, managers and administrators may ask for the ticket of " + actionItem
                            + " again.");
        }
        items.lock(actionItem);
        Ticket ticket = tickets.findById(actionItem)
                .orElseThrow(() -> new NotFoundException("No ticket is wanted for " + actionItem + "."));
        if (ticket.isMade()) {
            if (!edits.retry(actionItem)) {
                throw new ConflictException(actionItem + " has a ticket, " + ticket.key() + ".");
            }
        } else if (ticket.state() != TicketState.REFUSED && ticket.delayedUntil() == null) {
            return;
        } else {
            if (ticket.state() == TicketState.REFUSED) {
                ticket.requestAgain();
            }
            ticket.atOnce();
            process.retry(actionItem);
        }
        pause.lift();
        history.record(actionItem, actor, "ticket-retried", "");
    }

    private boolean mayRetry(String actionItem, String actor) {
        return items.get(actionItem).owner().equals(actor)
                || people.find(actor)
                        .filter(person -> person.is(Role.REVIEWER) || person.is(Role.MANAGER) || person.is(Role.ADMIN))
                        .isPresent();
    }

    /**
     * Whether tracker, credentials and project are as configured, as found at most half a minute ago; may be a remote
     * call, so never inside a transaction.
     */
    @Transactional(propagation = Propagation.NEVER)
    public TrackerHealth health() {
        return probe.health();
    }

    private TicketView view(Ticket ticket) {
        String key = ticket.key();
        String refusedChange = edits.problem(ticket.actionItem());
        return new TicketView(
                ticket.actionItem(),
                ticket.state(),
                key,
                key == null ? null : tracker.browseUrl(key),
                ticket.seen().phase(),
                ticket.seen().statusName(),
                ticket.seen().assigneeName(),
                problem(ticket, refusedChange),
                ticket.warnings(),
                ticket.seen().fetchedAt(),
                ticket.delayedUntil());
    }

    private static @Nullable String problem(Ticket ticket, @Nullable String refusedChange) {
        String twins = ticket.search().twins() == null ? null : twinsInWords(ticket);
        String all = Stream.of(ticket.problem(), refusedChange, twins)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    static String twinsInWords(Ticket ticket) {
        return ticket.search().twins()
                + " carries the same marker: close it there, unless it is a copy made on purpose;"
                + " then take the label " + ticket.marker() + " off it.";
    }
}
