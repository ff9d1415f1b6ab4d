package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItemOpened;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.History;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is written down about the making of tickets; each method is one transaction. */
@Component
@Transactional
class TicketRecords {

    private final TicketRepository tickets;
    private final TicketHints hints;
    private final TicketEdits edits;
    private final ActionItems items;
    private final FollowthroughProperties properties;
    private final History history;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TicketRecords(
            TicketRepository tickets,
            TicketHints hints,
            TicketEdits edits,
            ActionItems items,
            FollowthroughProperties properties,
            History history,
            Clock clock) {
        this.tickets = tickets;
        this.hints = hints;
        this.edits = edits;
        this.items = items;
        this.properties = properties;
        this.history = history;
        this.clock = clock;
    }

    /** The intent to make a ticket is committed together with the opening of its item. */
    @EventListener
    void on(ActionItemOpened event) {
        tickets.saveAndFlush(
                new Ticket(event.id(), newMarker(), items.get(event.id()).existingTicket()));
    }

    private String newMarker() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return "ft-" + HexFormat.of().formatHex(bytes);
    }

    /** Whose ticket this is; empty when it is nobody's. */
    @Transactional(readOnly = true)
    Optional<String> itemOf(String trackerId) {
        return tickets.findByTrackerId(trackerId).map(Ticket::actionItem);
    }

    /**
     * Takes a ticket that exists, in place of whatever there was.
     *
     * @param actor who wanted it; Followthrough itself when the item names it
     */
    void attach(String actionItem, TicketSnapshot existing, String actor, String deed) {
        Ticket ticket = get(actionItem);
        String before = ticket.key();
        ticket.relink(existing);
        watchForTwins(ticket);
        tickets.saveAndFlush(ticket);
        history.record(actionItem, actor, deed, (before == null ? "" : "From " + before + " to ") + existing.key());
        // The marker as a label proves the comment, like that of every other change.
        edits.request(
                actionItem,
                "attached " + existing.id() + " at " + now(),
                new TicketEdit(
                        ticket.marker(),
                        List.of("This ticket is followed through as " + actionItem + ": "
                                + properties.link("/action-items/" + actionItem)),
                        false,
                        null));
        readSoon(ticket, existing.id());
    }

    /** Wants a new ticket with a marker of its own, so that the old one is never taken for it. */
    void recreate(String actionItem, String actor) {
        Ticket ticket = get(actionItem);
        String before = ticket.key();
        String named = ticket.attachTo();
        ticket.recreate(newMarker());
        tickets.saveAndFlush(ticket);
        String instead = before == null ? named : before;
        history.record(actionItem, actor, "ticket-recreated", instead == null ? "" : "Instead of " + instead);
    }

    /** Tickets that no task of the engine waits for and that can be worked on now. */
    @Transactional(readOnly = true)
    List<String> byDesk() {
        return tickets.byDesk(now());
    }

    @Transactional(readOnly = true)
    Ticket get(String actionItem) {
        return tickets.findById(actionItem)
                .orElseThrow(() -> new IllegalStateException("No ticket was ever wanted for " + actionItem));
    }

    /** Announces a request; false when somebody else has announced one meanwhile, whose outcome must be awaited. */
    boolean sending(String actionItem) {
        Ticket ticket = tickets.lock(actionItem).orElseThrow();
        if (ticket.state() != TicketState.REQUESTED) {
            return false;
        }
        ticket.sending(now());
        return true;
    }

    void lostAnswer(String actionItem, String reason) {
        Ticket ticket = get(actionItem);
        if (ticket.isMade()) {
            // Somebody else has found it while the answer was waited for.
            return;
        }
        ticket.lostAnswer(reason);
        history.record(actionItem, History.FOLLOWTHROUGH, "ticket-unknown", reason);
    }

    Ticket lookedUpInVain(String actionItem) {
        Ticket ticket = get(actionItem);
        ticket.lookedUpInVain(now());
        return ticket;
    }

    int notLookedUp(String actionItem, String reason) {
        Ticket ticket = get(actionItem);
        ticket.notLookedUp(reason);
        return ticket.failures();
    }

    void delayed(String actionItem, Duration pause) {
        get(actionItem).delayed(now().plus(pause));
    }

    int notMade(String actionItem, String reason) {
        Ticket ticket = get(actionItem);
        ticket.notMade(reason);
        if (ticket.failures() == 1) {
            history.record(actionItem, History.FOLLOWTHROUGH, "ticket-delayed", reason);
        }
        return ticket.failures();
    }

    void refused(String actionItem, String reason) {
        get(actionItem).refused(reason);
        history.record(actionItem, History.FOLLOWTHROUGH, "ticket-refused", reason);
    }

    void requestAgain(String actionItem) {
        get(actionItem).requestAgain();
    }

    void link(String actionItem, String id, String key, List<String> warnings, LocalDate dueDate) {
        Ticket ticket = get(actionItem);
        ticket.link(id, key, warnings, dueDate);
        watchForTwins(ticket);
        history.record(actionItem, History.FOLLOWTHROUGH, "ticket-created", key);
        readSoon(ticket, id);
    }

    /** Takes the ticket that was found by its marker. */
    void adopt(String actionItem, TicketSnapshot found) {
        Ticket ticket = get(actionItem);
        ticket.link(found.id(), found.key(), List.of(), found.dueDate());
        watchForTwins(ticket);
        history.record(actionItem, History.FOLLOWTHROUGH, "ticket-found", found.key());
        readSoon(ticket, found.id());
    }

    /** Once an answer was lost there may be two, and the search may show the second one later. */
    private void watchForTwins(Ticket ticket) {
        if (ticket.search().isDoubtful()) {
            ticket.search().lookForTwinsAt(now());
        }
    }

    /** What the tracker told between the creation and now was about a ticket nobody here knew. */
    private void readSoon(Ticket ticket, String trackerId) {
        hints.hint("linked " + ticket.marker() + " " + trackerId, trackerId, false);
    }

    @Transactional(readOnly = true)
    List<Ticket> canaries(String besides) {
        return tickets.canaries(besides);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
