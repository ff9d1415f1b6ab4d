package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemAssigned;
import io.followthrough.actionitem.ActionItemSettled;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.HandOver.State;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.team.Calendars;
import io.followthrough.team.Teams;
import io.followthrough.team.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Items that are offered to somebody else, who accepts or declines within three of their working days. Until then the
 * owner answers for the item and its ladder goes on; what is declined or not answered stays with them.
 */
@Service
@Transactional
public class HandOvers {

    private static final int WORKDAYS_TO_ANSWER = 3;

    private final HandOverLog log;
    private final ActionItems items;
    private final Extensions extensions;
    private final Promises promises;
    private final HandOverWords words;
    private final People people;
    private final Teams teams;
    private final Calendars calendars;
    private final History history;
    private final Clock clock;

    HandOvers(
            HandOverLog log,
            ActionItems items,
            Extensions extensions,
            Promises promises,
            HandOverWords words,
            People people,
            Teams teams,
            Calendars calendars,
            History history,
            Clock clock) {
        this.log = log;
        this.items = items;
        this.extensions = extensions;
        this.promises = promises;
        this.words = words;
        this.people = people;
        this.teams = teams;
        this.calendars = calendars;
        this.history = history;
        this.clock = clock;
    }

    /** Every offer of an item, oldest first. */
    @Transactional(readOnly = true)
    public List<HandOver> of(String id) {
        return log.of(id);
    }

    /** The offer of an item that waits for an answer; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<HandOver> pending(String id) {
        return log.pending(id);
    }

    /** What this person is asked to take, oldest first. */
    @Transactional(readOnly = true)
    public List<HandOver> pendingFor(String person) {
        return log.pendingFor(person);
    }

    /** Whether accepting the item takes a promise: its due date has passed. */
    @Transactional(readOnly = true)
    public boolean needsPromise(ActionItem item) {
        return item.isOverdue(extensions.limits(item).today());
    }

    /**
     * Offers an item to somebody on behalf of who may change it; an offer to another person is withdrawn.
     *
     * @throws ForbiddenException when the actor may not change it
     * @throws InvalidInputException when the reason is missing or that person cannot be asked
     * @throws ConflictException when that person is asked already
     */
    public void offer(String id, String to, String reason, String actor) {
        if (!items.mayEdit(id, actor)) {
            throw new ForbiddenException(id + " is handed over by its owner, or by who may change it.");
        }
        offer(items.lock(id), to, reason, actor);
        items.waitAnew(id);
    }

    /** Offers a locked item; its process is left to the caller. */
    void offer(ActionItem item, String to, String reason, String actor) {
        if (item.status() != ActionItemStatus.OPEN) {
            throw new ConflictException(item.id() + " is not open: nobody needs to take it.");
        }
        if (reason.isBlank()) {
            throw new InvalidInputException("Say why, to whoever is asked to take it.");
        }
        Person person = recipient(item, to);
        log.pending(item.id()).ifPresent(pending -> replace(pending, person));
        Instant now = now();
        HandOver offer = log.offer(item, person.id(), actor, now, answerBy(person.id(), now), reason.strip());
        history.record(item.id(), actor, "offered", "To " + person.name() + ": " + reason.strip());
        words.offered(item, offer);
    }

    private Person recipient(ActionItem item, String to) {
        Person person = people.match(to)
                .orElseThrow(() -> new InvalidInputException(
                        "Nobody is called " + to + ": choose the login name of somebody who can log in."));
        if (person.id().equals(item.owner())) {
            throw new InvalidInputException(person.name() + " owns " + item.id() + " already: choose somebody else.");
        }
        String present = teams.presentNow(person.id());
        if (!present.equals(person.id())) {
            throw new InvalidInputException(person.name() + " is away and cannot accept; " + words.nameOf(present)
                    + " stands in. Choose somebody who is there.");
        }
        return person;
    }

    private void replace(HandOver pending, Person person) {
        if (pending.to().equals(person.id())) {
            throw new ConflictException(person.name() + " is asked already and has until "
                    + words.moment(pending.answerBy()) + " to answer.");
        }
        close(pending, State.WITHDRAWN, "Somebody else is asked");
    }

    private Instant answerBy(String person, Instant now) {
        WorkingCalendar calendar = calendars.of(person);
        LocalDate today = calendar.clock().dayAt(now);
        return calendar.clock().endOf(calendar.plusWorkdays(today, WORKDAYS_TO_ANSWER));
    }

    /**
     * Makes who was asked the owner.
     *
     * @param day by when they promise it, where its due date has passed
     * @throws ForbiddenException when somebody else is asked
     * @throws ConflictException when nobody is asked any more
     * @throws InvalidInputException when the day is missing or not allowed; says what is
     */
    public void accept(String id, @Nullable LocalDate day, String actor) {
        ActionItem item = items.lock(id);
        HandOver offer = require(id, actor);
        if (needsPromise(item)) {
            if (day == null) {
                throw new InvalidInputException(id + " is overdue: say by when you will have done it, at most "
                        + extensions.limits(item).promiseUntil() + ".");
            }
            promises.make(
                    item, day, extensions.limits(item), "Accepted from " + words.nameOf(item.owner()), actor, now());
        }
        close(offer, State.ACCEPTED, "");
        history.record(id, actor, "accepted", "From " + words.nameOf(offer.fromOwner()));
        items.accept(id, actor);
        words.answered(item, offer, words.nameOf(actor) + " has accepted it and owns it now.");
    }

    /**
     * Leaves the item with its owner, who is told why.
     *
     * @throws ForbiddenException when somebody else is asked
     * @throws ConflictException when nobody is asked any more
     */
    public void decline(String id, String reason, String actor) {
        ActionItem item = items.lock(id);
        HandOver offer = require(id, actor);
        if (reason.isBlank()) {
            throw new InvalidInputException("Say why you decline.");
        }
        close(offer, State.DECLINED, reason.strip());
        history.record(id, actor, "declined", reason.strip());
        words.answered(item, offer, words.nameOf(actor) + " has declined it: " + reason.strip());
        items.waitAnew(id);
    }

    /** Takes back an offer that nobody answered in time; does nothing when there is none. */
    public void lapse(String id) {
        ActionItem item = items.lock(id);
        Optional<HandOver> late = log.pending(id).filter(offer -> !now().isBefore(offer.answerBy()));
        late.ifPresent(offer -> {
            close(offer, State.LAPSED, "");
            history.record(id, History.FOLLOWTHROUGH, "unanswered", words.nameOf(offer.to()) + " did not answer");
            words.answered(item, offer, words.nameOf(offer.to()) + " did not answer; it stays where it is.");
        });
    }

    /** Ids of the items with an offer that nobody answered in time. */
    @Transactional(readOnly = true)
    public List<String> unanswered() {
        return log.unanswered(now());
    }

    @EventListener
    void on(ActionItemAssigned event) {
        log.pending(event.id()).ifPresent(offer -> close(offer, State.WITHDRAWN, "It has another owner"));
    }

    @EventListener
    void on(ActionItemSettled event) {
        log.pending(event.id()).ifPresent(offer -> close(offer, State.WITHDRAWN, "It is settled"));
    }

    private HandOver require(String id, String actor) {
        HandOver offer = log.pending(id)
                .filter(pending -> now().isBefore(pending.answerBy()))
                .orElseThrow(() -> new ConflictException("Nobody is asked to take " + id + " any more."));
        if (!offer.to().equals(actor)) {
            throw new ForbiddenException(words.nameOf(offer.to()) + " is asked to take " + id + ", nobody else.");
        }
        return offer;
    }

    private void close(HandOver offer, State state, String said) {
        log.close(offer, state, said, now());
        words.closed(offer);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
