package io.followthrough.notification;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemAssigned;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Owners leave an item out of their own digest until a day. Nothing else changes: its due date and ladder go on, and
 * whoever else is to be told is told.
 */
@Service
@Transactional
public class Snoozes {

    /** How long one may last. */
    public static final int LONGEST_DAYS = 14;

    /** How often an owner may do so for one due date. */
    public static final int MOST = 3;

    private static final int LONGEST_REASON = 500;

    private final SnoozeStore store;
    private final ActionItems items;
    private final Notices notices;
    private final Mornings mornings;
    private final History history;
    private final Clock clock;

    Snoozes(SnoozeStore store, ActionItems items, Notices notices, Mornings mornings, History history, Clock clock) {
        this.store = store;
        this.items = items;
        this.notices = notices;
        this.mornings = mornings;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Leaves an item out of its owner's digest until the morning of a day, on which they are reminded of it. Another
     * day replaces the one before.
     *
     * @throws ForbiddenException when the person does not own it
     * @throws ConflictException when it is not open, or was put off too often for its due date
     * @throws InvalidInputException when the reason is missing or the day is not within the next two weeks
     */
    public Snooze snooze(String id, LocalDate until, String reason, String person) {
        ActionItem item = items.lock(id);
        requireOpenAndOwn(item, person);
        String said = reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new InvalidInputException("Say why, in at most " + LONGEST_REASON + " characters.");
        }
        LocalDate today = mornings.dayOf(person, clock.instant());
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new InvalidInputException("Choose a day from tomorrow to " + today.plusDays(LONGEST_DAYS) + ".");
        }
        if (store.count(item, person) >= MOST) {
            throw new ConflictException(id + " was put off " + MOST
                    + " times for this due date: finish it, ask for more time or hand it over.");
        }
        withdraw(store.end(id, person, clock.instant()));
        Snooze snooze = store.add(item, person, until, said, mornings.of(person, until));
        history.record(id, person, "snoozed", "Not in the own digest until " + until + ": " + said);
        notices.collect(new Notice(
                noticeKey(snooze),
                id,
                List.of(person),
                Todo.FOLLOW,
                item.title(),
                "You put this off until today: " + said,
                "",
                "/action-items/" + id));
        return snooze;
    }

    /** Shows an item in the person's digest again; does nothing when it was not left out. */
    public void wake(String id, String person) {
        boolean asleep = of(id, person).isPresent();
        withdraw(store.end(id, person, clock.instant()));
        if (asleep) {
            history.record(id, person, "snooze-ended", "In the own digest again");
        }
    }

    /** What is in force for this person and item. */
    @Transactional(readOnly = true)
    public Optional<Snooze> of(String id, String person) {
        return store.find(id, person, clock.instant());
    }

    /** The latest day until which this person could leave something out. */
    @Transactional(readOnly = true)
    public LocalDate latestDay(String person) {
        return mornings.dayOf(person, clock.instant()).plusDays(LONGEST_DAYS);
    }

    /** What was put off by its former owner is not put off by the next. */
    @EventListener
    void on(ActionItemAssigned event) {
        withdraw(store.endAll(event.id(), clock.instant()));
    }

    private void withdraw(List<Snooze> ended) {
        ended.forEach(snooze -> notices.withdraw(noticeKey(snooze), snooze.person()));
    }

    private static String noticeKey(Snooze snooze) {
        return "snooze/" + snooze.id();
    }

    private static void requireOpenAndOwn(ActionItem item, String person) {
        if (!item.owner().equals(person)) {
            throw new ForbiddenException("Only its owner puts " + item.id() + " off.");
        }
        if (item.status() != ActionItemStatus.OPEN) {
            throw new ConflictException(item.id() + " is not open.");
        }
    }
}
