package io.followthrough.ticket;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All tickets: looked at, changed, asked for again. */
@Service
@Transactional
public class Tickets {

    private final TicketRepository tickets;
    private final TicketEdits edits;
    private final TicketTracker tracker;
    private final TicketProcess process;
    private final TrackerPause pause;
    private final People people;
    private final History history;

    Tickets(
            TicketRepository tickets,
            TicketEdits edits,
            TicketTracker tracker,
            TicketProcess process,
            TrackerPause pause,
            People people,
            History history) {
        this.tickets = tickets;
        this.edits = edits;
        this.tracker = tracker;
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

    /** Tickets about which a person has to do something, or that are delayed. */
    @Transactional(readOnly = true)
    public List<TicketView> needingAttention() {
        return tickets.findAll().stream()
                .map(this::view)
                .filter(TicketView::needsAttention)
                .toList();
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
     * Asks for a ticket again that was refused or is delayed.
     *
     * @throws ForbiddenException when the actor is neither manager nor administrator
     * @throws ConflictException when there is a ticket
     */
    public void retry(String actionItem, String actor) {
        if (people.find(actor)
                .filter(person -> person.is(Role.MANAGER) || person.is(Role.ADMIN))
                .isEmpty()) {
            throw new ForbiddenException("Only managers and administrators may ask for a ticket again.");
        }
        Ticket ticket = tickets.findById(actionItem)
                .orElseThrow(() -> new NotFoundException("No ticket is wanted for " + actionItem + "."));
        if (ticket.state() == TicketState.LINKED || ticket.state() == TicketState.MISSING) {
            throw new ConflictException(actionItem + " has a ticket, " + ticket.key() + ".");
        }
        if (ticket.state() == TicketState.REFUSED) {
            ticket.requestAgain();
        }
        pause.lift();
        history.record(actionItem, actor, "ticket-retried", "");
        process.retry(actionItem);
    }

    /** Asks the tracker whether all is as configured; a remote call, so never inside a transaction. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NEVER)
    public TrackerHealth health() {
        return tracker.probe();
    }

    private TicketView view(Ticket ticket) {
        String key = ticket.key();
        return new TicketView(
                ticket.actionItem(),
                ticket.state(),
                key,
                key == null ? null : tracker.browseUrl(key),
                ticket.phase(),
                ticket.statusName(),
                ticket.assigneeName(),
                ticket.problem(),
                ticket.warnings(),
                ticket.fetchedAt());
    }
}
