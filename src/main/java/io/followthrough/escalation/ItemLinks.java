package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Settlement;
import io.followthrough.notification.ActionLink;
import io.followthrough.notification.ActionLinks;
import io.followthrough.notification.Notice;
import io.followthrough.notification.Notices;
import io.followthrough.notification.Todo;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketState;
import io.followthrough.ticket.TicketView;
import io.followthrough.ticket.Tickets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the owner of an action item does by a link of a message; each link once. */
@Service
@Transactional
public class ItemLinks {

    /** Whoever needs longer talks to people instead. */
    private static final int LONGEST_DAYS = 30;

    private static final int LONGEST_REASON = 500;

    private final ActionLinks links;
    private final ActionItems items;
    private final Tickets tickets;
    private final Notices notices;
    private final People people;
    private final History history;
    private final FollowthroughProperties properties;
    private final Clock clock;

    ItemLinks(
            ActionLinks links,
            ActionItems items,
            Tickets tickets,
            Notices notices,
            People people,
            History history,
            FollowthroughProperties properties,
            Clock clock) {
        this.links = links;
        this.items = items;
        this.tickets = tickets;
        this.notices = notices;
        this.people = people;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    /** Why the link is of no use any more, for people; empty when it is. */
    @Transactional(readOnly = true)
    public Optional<String> spent(ActionLink link) {
        return Optional.ofNullable(obstacle(link, items.get(link.actionItem())));
    }

    /** The latest day until which a link gives more time. */
    public LocalDate latestDay() {
        return today().plusDays(LONGEST_DAYS);
    }

    /**
     * Writes down that the owner says that it is done. With a ticket the item stays open until that is closed, and the
     * ticket says so; without one it is settled.
     */
    public void claimDone(ActionLink link, String words) {
        ActionItem item = use(link);
        String said = reason(words, "Say in a few words what was done.");
        history.record(item.id(), link.person(), "claimed-done", said);
        Optional<TicketView> ticket = linkedTicket(item);
        if (ticket.isEmpty()) {
            items.settle(item.id(), Settlement.DONE, link.person(), said);
            return;
        }
        String cycle = item.dueDateCycle() == 1 ? "" : "-c" + item.dueDateCycle();
        tickets.requestEdit(
                item.id(),
                new TicketEdit(
                        "pm-claimed-done" + cycle,
                        List.of(nameOf(link.person()) + " says that it is done: " + said
                                + " Close this ticket if it is."),
                        false,
                        null));
    }

    /** The ticket that has to be closed for the item to be settled; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<TicketView> linkedTicket(ActionItem item) {
        return tickets.of(item.id()).filter(ticket -> ticket.state() == TicketState.LINKED);
    }

    /** Moves the due date, for the reason that the history keeps. */
    public void moreTime(ActionLink link, LocalDate due, String words) {
        ActionItem item = use(link);
        String said = reason(words, "Say why it takes longer.");
        if (!due.isAfter(item.dueDate()) || due.isBefore(today())) {
            throw new InvalidInputException("More time ends after " + item.dueDate() + ": choose a later day.");
        }
        if (due.isAfter(latestDay())) {
            throw new InvalidInputException("A link gives time until " + latestDay()
                    + ". For more, open the action item and agree with your lead.");
        }
        history.record(item.id(), link.person(), "snoozed", "Until " + due + ": " + said);
        items.edit(item.id(), new ActionItemEdit(null, null, due, null), link.person());
    }

    /** Gives the item to somebody else, who hears of it. */
    public void handOver(ActionLink link, String owner, String words) {
        ActionItem item = use(link);
        String said = reason(words, "Say why, to whoever gets it.");
        if (owner.equals(link.person())) {
            throw new InvalidInputException("Choose somebody else.");
        }
        String name = nameOf(link.person());
        history.record(item.id(), link.person(), "handed-over", "To " + nameOf(owner) + ": " + said);
        items.edit(item.id(), new ActionItemEdit(owner, null, null, null), link.person());
        notices.collect(new Notice(
                "handed-over/" + link.signature(),
                item.id(),
                List.of(owner),
                Todo.FOLLOW,
                item.title(),
                name + " handed this over to you: " + said,
                "",
                "/action-items/" + item.id()));
    }

    private ActionItem use(ActionLink link) {
        ActionItem item = items.lock(link.actionItem());
        String obstacle = obstacle(link, item);
        if (obstacle != null) {
            throw new ConflictException(obstacle);
        }
        links.use(link);
        return item;
    }

    private @Nullable String obstacle(ActionLink link, ActionItem item) {
        if (links.isUsed(link)) {
            return "This link was used: what it is for is done.";
        }
        if (item.status() != ActionItemStatus.OPEN) {
            return item.id() + " is settled: there is nothing left to do.";
        }
        if (!item.owner().equals(link.person())) {
            return item.id() + " has another owner now.";
        }
        if (item.dueDateCycle() != link.dueDateCycle()) {
            return item.id() + " has another due date since this was sent. The next message has new links.";
        }
        return null;
    }

    private static String reason(String words, String request) {
        String reason = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (reason.isEmpty()) {
            throw new InvalidInputException(request);
        }
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    private String nameOf(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }
}
