package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Settlement;
import io.followthrough.notification.ActionLink;
import io.followthrough.notification.ActionLinks;
import io.followthrough.notification.LinkPurpose;
import io.followthrough.notification.Snoozes;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketState;
import io.followthrough.ticket.TicketView;
import io.followthrough.ticket.Tickets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about an action item by a link of a message; each link once. */
@Service
@Transactional
public class ItemLinks {

    private static final int LONGEST_REASON = 500;

    private final ActionLinks links;
    private final ActionItems items;
    private final Tickets tickets;
    private final Extensions extensions;
    private final HandOvers handOvers;
    private final Snoozes snoozes;
    private final People people;
    private final History history;

    ItemLinks(
            ActionLinks links,
            ActionItems items,
            Tickets tickets,
            Extensions extensions,
            HandOvers handOvers,
            Snoozes snoozes,
            People people,
            History history) {
        this.links = links;
        this.items = items;
        this.tickets = tickets;
        this.extensions = extensions;
        this.handOvers = handOvers;
        this.snoozes = snoozes;
        this.people = people;
        this.history = history;
    }

    /** Why the link is of no use any more, for people; empty when it is. */
    @Transactional(readOnly = true)
    public Optional<String> spent(ActionLink link) {
        return Optional.ofNullable(obstacle(link, items.get(link.actionItem())));
    }

    /** How much more time a link can give. */
    @Transactional(readOnly = true)
    public Limits limits(ActionLink link) {
        return extensions.limits(items.get(link.actionItem()));
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

    /** Takes an extension, for the reason that the history keeps. */
    public void moreTime(ActionLink link, LocalDate due, String words) {
        use(link);
        extensions.take(link.actionItem(), due, reason(words, "Say why it takes longer."), link.person());
    }

    /** Leaves the item out of the reader's digest until a day, for the reason that the history keeps. */
    public void snooze(ActionLink link, LocalDate until, String words) {
        use(link);
        snoozes.snooze(link.actionItem(), until, reason(words, "Say why."), link.person());
    }

    /** The latest day until which the reader could leave something out. */
    @Transactional(readOnly = true)
    public LocalDate latestSnooze(ActionLink link) {
        return snoozes.latestDay(link.person());
    }

    /** Offers the item to somebody else, who hears of it and accepts or declines. */
    public void handOver(ActionLink link, String to, String words) {
        use(link);
        handOvers.offer(link.actionItem(), to, reason(words, "Say why, to whoever is asked."), link.person());
    }

    /** Takes the item over that was offered to the reader. */
    public void accept(ActionLink link, @Nullable LocalDate day) {
        use(link);
        handOvers.accept(link.actionItem(), day, link.person());
    }

    /** Leaves the item that was offered to the reader with its owner. */
    public void decline(ActionLink link, String words) {
        use(link);
        handOvers.decline(link.actionItem(), reason(words, "Say why you decline."), link.person());
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
        if (link.purpose() == LinkPurpose.ANSWER) {
            boolean asked = handOvers
                    .pending(item.id())
                    .filter(offer -> offer.to().equals(link.person()))
                    .isPresent();
            return asked ? null : "You are not asked to take " + item.id() + " any more.";
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
}
