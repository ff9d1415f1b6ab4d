package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
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
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.ticket.ExistingTickets.Existing;
import io.followthrough.ticket.TicketTrouble.Kind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final TroubleFinder finder;
    private final ExistingTickets existing;
    private final ActionItems items;
    private final TicketProcess process;
    private final People people;
    private final History history;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TicketTroubles(
            TicketRepository tickets,
            TicketRecords records,
            TroubleFinder finder,
            ExistingTickets existing,
            ActionItems items,
            TicketProcess process,
            People people,
            History history,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.tickets = tickets;
        this.records = records;
        this.finder = finder;
        this.existing = existing;
        this.items = items;
        this.process = process;
        this.people = people;
        this.history = history;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** All troubles of open items that nobody has dismissed, by item, each with what this person may do about it. */
    @Transactional(readOnly = true)
    public List<TicketTrouble> list(String viewer) {
        return forViewer(finder.all(), viewer);
    }

    /** The troubles of one item, each with what this person may do about it. */
    @Transactional(readOnly = true)
    public List<TicketTrouble> of(String actionItem, String viewer) {
        return forViewer(finder.of(actionItem), viewer);
    }

    /** The troubles of all items of a postmortem, each with what this person may do about it. */
    @Transactional(readOnly = true)
    public List<TicketTrouble> of(PostmortemKey postmortem, String viewer) {
        return forViewer(finder.of(postmortem), viewer);
    }

    private List<TicketTrouble> forViewer(List<TicketTrouble> troubles, String viewer) {
        boolean inCharge = mayLook(viewer);
        boolean agrees = mayAgree(viewer);
        return troubles.stream()
                .map(trouble -> trouble.with(remedy -> switch (remedy) {
                    case RETRY -> inCharge || trouble.owner().equals(viewer);
                    case AGREE -> agrees && !trouble.owner().equals(viewer);
                    default -> inCharge;
                }))
                .toList();
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
        requireNotSending(ticket(actionItem));
        Existing found = existing.find(reference, actionItem);
        if (found instanceof Existing.Unusable unusable) {
            throw new InvalidInputException("Cannot link " + reference.strip() + ": " + unusable.why());
        }
        if (found instanceof Existing.Unavailable unavailable) {
            throw new ConflictException(unavailable.problem().message());
        }
        TicketSnapshot other = ((Existing.Found) found).ticket();
        transactions.executeWithoutResult(status -> {
            items.lock(actionItem);
            Ticket present = ticket(actionItem);
            if (present.state() == TicketState.LINKED && other.id().equals(present.trackerId())) {
                return;
            }
            requireNotSending(present);
            records.attach(actionItem, other, actor, "ticket-relinked");
            process.retry(actionItem);
        });
    }

    private static void requireNotSending(Ticket ticket) {
        if (ticket.state() == TicketState.SENDING) {
            throw new ConflictException("Its ticket is being made at this moment; look again in a minute.");
        }
    }

    /**
     * Asks for a new ticket in place of one that is missing, or of one that the item names and that cannot be taken;
     * nothing more when that is being done.
     *
     * @throws ConflictException when there is a ticket
     */
    @Transactional
    public void recreate(String actionItem, String actor) {
        requireInCharge(actor);
        items.lock(actionItem);
        Ticket ticket = ticket(actionItem);
        if (!ticket.isMade() && ticket.attachTo() == null && ticket.state() != TicketState.REFUSED) {
            // It is being made already: whoever presses twice gets one.
            return;
        }
        boolean cannotBeTaken = ticket.state() == TicketState.REFUSED && ticket.attachTo() != null;
        if (ticket.state() != TicketState.MISSING && !cannotBeTaken) {
            throw new ConflictException(
                    "A new ticket is made only in place of one that is missing, or of one that cannot be taken.");
        }
        records.recreate(actionItem, actor);
        process.retry(actionItem);
    }

    /**
     * Agrees that an item will not be done, after its ticket was closed so; nothing when it is settled already.
     *
     * @throws ForbiddenException for its owner, and for who is neither reviewer nor administrator
     */
    @Transactional
    public void agree(String actionItem, String reason, String actor) {
        ActionItem item = items.get(actionItem);
        if (!mayAgree(actor) || item.owner().equals(actor)) {
            throw new ForbiddenException(
                    "Only a reviewer who does not own " + actionItem + " may agree that it will not be done.");
        }
        String why = required(reason);
        if (item.status() == ActionItemStatus.SETTLED) {
            return;
        }
        requireTrouble(actionItem, Kind.WONT_DO);
        items.settle(actionItem, Settlement.WONT_DO, actor, "Won't do, agreed: " + why);
    }

    private boolean mayAgree(String person) {
        return is(person, each -> each.is(Role.REVIEWER) || each.is(Role.ADMIN));
    }

    /** Lets a trouble be until it changes or begins anew. */
    @Transactional
    public void dismiss(String actionItem, @Nullable Kind kind, String reason, String actor) {
        requireInCharge(actor);
        if (kind == null) {
            throw new InvalidInputException("Say in \"kind\" what is dismissed, as the list calls it.");
        }
        String why = required(reason);
        items.lock(actionItem);
        TicketTrouble trouble = requireTrouble(actionItem, kind);
        jdbc.update(
                "insert into ticket_dismissal (action_item, kind, why, reason, actor, at) values (?, ?, ?, ?, ?, ?)",
                actionItem,
                kind.name(),
                trouble.why(),
                why,
                actor,
                Timestamp.from(clock.instant()));
        history.record(actionItem, actor, "ticket-trouble-dismissed", kind.words() + ": " + why);
    }

    /** Whether this person looks after tickets: reviewers, managers and administrators do. */
    public boolean mayLook(String person) {
        return is(person, each -> each.is(Role.REVIEWER) || each.is(Role.MANAGER) || each.is(Role.ADMIN));
    }

    private TicketTrouble requireTrouble(String actionItem, Kind kind) {
        return finder.of(actionItem).stream()
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
        if (!mayLook(actor)) {
            throw new ForbiddenException("Only reviewers, managers and administrators may do this.");
        }
    }

    private boolean is(String person, Predicate<Person> what) {
        Optional<Person> known = people.find(person);
        return known.filter(what).isPresent();
    }
}
