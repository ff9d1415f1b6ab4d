package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItemOpened;
import io.followthrough.platform.History;
import java.security.SecureRandom;
import java.time.Clock;
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
    private final History history;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TicketRecords(TicketRepository tickets, History history, Clock clock) {
        this.tickets = tickets;
        this.history = history;
        this.clock = clock;
    }

    /** The intent to make a ticket is committed together with the opening of its item. */
    @EventListener
    void on(ActionItemOpened event) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        tickets.saveAndFlush(new Ticket(event.id(), "ft-" + HexFormat.of().formatHex(bytes)));
    }

    @Transactional(readOnly = true)
    Ticket get(String actionItem) {
        return tickets.findById(actionItem)
                .orElseThrow(() -> new IllegalStateException("No ticket was ever wanted for " + actionItem));
    }

    void sending(String actionItem) {
        get(actionItem).sending(now());
    }

    void lostAnswer(String actionItem, String reason) {
        get(actionItem).lostAnswer(reason);
        history.record(actionItem, History.FOLLOWTHROUGH, "ticket-unknown", reason);
    }

    int lookedUpInVain(String actionItem) {
        Ticket ticket = get(actionItem);
        ticket.lookedUpInVain();
        return ticket.lookups();
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
        get(actionItem).link(id, key, warnings, dueDate);
        history.record(actionItem, History.FOLLOWTHROUGH, "ticket-created", key);
    }

    /** Takes the oldest ticket that carries the marker; further ones are for a person to judge: they may be clones. */
    void adopt(String actionItem, List<TicketSnapshot> hits) {
        Ticket ticket = get(actionItem);
        TicketSnapshot first = hits.get(0);
        List<String> twins = hits.stream()
                .skip(1)
                .map(twin -> twin.key() + " carries the same marker: close it if it is no clone made on purpose")
                .toList();
        ticket.link(first.id(), first.key(), twins, first.dueDate());
        ticket.show(first, now());
        history.record(actionItem, History.FOLLOWTHROUGH, "ticket-found", first.key());
        twins.forEach(twin -> history.record(actionItem, History.FOLLOWTHROUGH, "ticket-twin", twin));
    }

    /** Another ticket that is certainly there, to see whether a search can be believed. */
    @Transactional(readOnly = true)
    Optional<Ticket> canary(String actionItem) {
        return tickets.findFirstByStateAndActionItemNot(TicketState.LINKED, actionItem);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
