package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Settlement;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.ticket.ExistingTickets.Existing;
import io.followthrough.ticket.TicketSnapshot.Phase;
import io.followthrough.ticket.TicketTrouble.Kind;
import io.followthrough.ticket.TicketTrouble.Remedy;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** All that needs a person about tickets: what, why, and what can be done. Every deed is written into the history. */
@Service
public class TicketTroubles {

    private static final int LONGEST_REASON = 2_000;

    private final TicketRepository tickets;
    private final TicketRecords records;
    private final TicketDrifts drifts;
    private final TicketEdits edits;
    private final ExistingTickets existing;
    private final ActionItems items;
    private final TicketTracker tracker;
    private final TicketProcess process;
    private final People people;
    private final History history;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TicketTroubles(
            TicketRepository tickets,
            TicketRecords records,
            TicketDrifts drifts,
            TicketEdits edits,
            ExistingTickets existing,
            ActionItems items,
            TicketTracker tracker,
            TicketProcess process,
            People people,
            History history,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.tickets = tickets;
        this.records = records;
        this.drifts = drifts;
        this.edits = edits;
        this.existing = existing;
        this.items = items;
        this.tracker = tracker;
        this.process = process;
        this.people = people;
        this.history = history;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** All troubles of open items that nobody has dismissed, by item. */
    @Transactional(readOnly = true)
    public List<TicketTrouble> list() {
        return tickets.perhapsInTrouble().stream()
                .flatMap(ticket -> of(ticket).stream())
                .toList();
    }

    private List<TicketTrouble> of(Ticket ticket) {
        List<TicketTrouble> all = new ArrayList<>();
        String problem = ticket.problem();
        if (problem != null || ticket.state() == TicketState.REFUSED) {
            String why = problem == null ? "Refused." : problem;
            switch (ticket.state()) {
                case MISSING -> add(all, ticket, Kind.MISSING, why, Remedy.RELINK, Remedy.RECREATE);
                case REFUSED -> {
                    Remedy again = ticket.attachTo() == null ? Remedy.RETRY : Remedy.RECREATE;
                    add(all, ticket, Kind.REFUSED, why, again, Remedy.RETRY, Remedy.RELINK);
                }
                case LINKED -> {}
                default -> add(all, ticket, Kind.DELAYED, why, Remedy.RETRY, Remedy.RELINK);
            }
        }
        String refusedChange = edits.problem(ticket.actionItem());
        if (refusedChange != null) {
            add(all, ticket, Kind.CHANGE_REFUSED, refusedChange, Remedy.RETRY);
        }
        if (ticket.twins() != null) {
            add(all, ticket, Kind.TWINS, Tickets.twinsInWords(ticket), Remedy.RELINK);
        }
        if (ticket.warnings() != null) {
            add(all, ticket, Kind.LEFT_OUT, ticket.warnings());
        }
        for (TicketDrifts.Flagged drift : drifts.flagged(ticket.actionItem())) {
            if (drift.kind() != Kind.WONT_DO) {
                add(all, ticket, drift.kind(), drift.why());
            } else if (ticket.phase() == Phase.DONE) {
                add(all, ticket, drift.kind(), drift.why(), Remedy.AGREE);
            }
        }
        return all;
    }

    private void add(List<TicketTrouble> all, Ticket ticket, Kind kind, String why, Remedy... remedies) {
        if (isDismissed(ticket.actionItem(), kind, why)) {
            return;
        }
        Set<Remedy> possible = EnumSet.of(Remedy.DISMISS, remedies);
        String key = ticket.key();
        all.add(new TicketTrouble(
                ticket.actionItem(),
                items.get(ticket.actionItem()).title(),
                kind,
                key,
                key == null ? null : tracker.browseUrl(key),
                why,
                possible));
    }

    private boolean isDismissed(String actionItem, Kind kind, String why) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from ticket_dismissal where action_item = ? and kind = ? and why = ?)",
                Boolean.class,
                actionItem,
                kind.name(),
                why));
    }

    /**
     * Takes another ticket, which must exist and be nobody else's; calls the tracker.
     *
     * @param reference its key or its address
     * @throws InvalidInputException when there is no such ticket to be seen, or it belongs to another item
     * @throws ConflictException when a request is under way, or the tracker does not answer
     */
    @Transactional(propagation = Propagation.NEVER)
    public void relink(String actionItem, String reference, String actor) {
        requireInCharge(actor);
        Ticket ticket = ticket(actionItem);
        if (ticket.state() == TicketState.SENDING) {
            throw new ConflictException("Its ticket is being made at this moment; look again in a minute.");
        }
        Existing found = existing.find(reference, actionItem);
        if (found instanceof Existing.Unusable unusable) {
            throw new InvalidInputException("Cannot link " + reference.strip() + ": " + unusable.why());
        }
        if (found instanceof Existing.Unavailable unavailable) {
            throw new ConflictException(unavailable.problem().message());
        }
        transactions.executeWithoutResult(status -> {
            records.attach(actionItem, ((Existing.Found) found).ticket(), actor, "ticket-relinked");
            process.retry(actionItem);
        });
    }

    /**
     * Asks for a new ticket in place of one that is missing, or of one that the item names and that cannot be taken.
     *
     * @throws ConflictException when there is a ticket, or one is being made
     */
    @Transactional
    public void recreate(String actionItem, String actor) {
        requireInCharge(actor);
        Ticket ticket = ticket(actionItem);
        boolean cannotBeTaken = ticket.state() == TicketState.REFUSED && ticket.attachTo() != null;
        if (ticket.state() != TicketState.MISSING && !cannotBeTaken) {
            throw new ConflictException(
                    "A new ticket is made only in place of one that is missing, or of one that cannot be taken.");
        }
        records.recreate(actionItem, actor);
        process.retry(actionItem);
    }

    /** Agrees that an item will not be done, after its ticket was closed so; for reviewers who do not own it. */
    @Transactional
    public void agree(String actionItem, String reason, String actor) {
        ActionItem item = items.get(actionItem);
        if (!is(actor, person -> person.is(Role.REVIEWER)) || item.owner().equals(actor)) {
            throw new ForbiddenException(
                    "Only a reviewer who does not own " + actionItem + " may agree that it will not be done.");
        }
        requireTrouble(actionItem, Kind.WONT_DO);
        items.settle(actionItem, Settlement.WONT_DO, actor, "Won't do, agreed: " + required(reason));
    }

    /** Lets a trouble be until it changes. */
    @Transactional
    public void dismiss(String actionItem, Kind kind, String reason, String actor) {
        requireInCharge(actor);
        TicketTrouble trouble = requireTrouble(actionItem, kind);
        jdbc.update(
                "insert into ticket_dismissal (action_item, kind, why, reason, actor, at) values (?, ?, ?, ?, ?, ?)",
                actionItem,
                kind.name(),
                trouble.why(),
                required(reason),
                actor,
                Timestamp.from(clock.instant()));
        history.record(actionItem, actor, "ticket-trouble-dismissed", kind.words() + ": " + reason.strip());
    }

    /** Whether this person may do what managers, administrators and reviewers may do here. */
    public boolean mayLook(String person) {
        return is(person, this::isInCharge) || is(person, each -> each.is(Role.REVIEWER));
    }

    private TicketTrouble requireTrouble(String actionItem, Kind kind) {
        return of(ticket(actionItem)).stream()
                .filter(trouble -> trouble.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new ConflictException(
                        "The ticket of " + actionItem + " is not in this trouble any more: " + kind.words() + "."));
    }

    private Ticket ticket(String actionItem) {
        return tickets.findById(actionItem)
                .orElseThrow(() -> new NotFoundException("No ticket is wanted for " + actionItem + "."));
    }

    private static String required(@Nullable String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            throw new InvalidInputException("Give a reason, in at most " + LONGEST_REASON + " characters.");
        }
        return text;
    }

    private void requireInCharge(String actor) {
        if (!is(actor, this::isInCharge)) {
            throw new ForbiddenException("Only managers and administrators may do this.");
        }
    }

    private boolean isInCharge(Person person) {
        return person.is(Role.MANAGER) || person.is(Role.ADMIN);
    }

    private boolean is(String person, Predicate<Person> what) {
        Optional<Person> known = people.find(person);
        return known.filter(what).isPresent();
    }
}
