package io.followthrough.actionitem;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.Postmortems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All action items: changed, followed, settled. Whoever changes the state of an item locks its postmortem first and the
 * item second, so that "everything is settled" is decided by one at a time.
 */
@Service
@Transactional
public class ActionItems {

    private final ActionItemRepository items;
    private final Postmortems postmortems;
    private final ActionItemProcess process;
    private final ActionItemProposals proposals;
    private final ActionItemEditing editing;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActionItems(
            ActionItemRepository items,
            Postmortems postmortems,
            ActionItemProcess process,
            ActionItemProposals proposals,
            ActionItemEditing editing,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.postmortems = postmortems;
        this.process = process;
        this.proposals = proposals;
        this.editing = editing;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ActionItem get(String id) {
        return items.findById(id).orElseThrow(() -> unknown(id));
    }

    /** Reads an item and keeps others from changing it until the transaction ends. */
    public ActionItem lock(String id) {
        return items.lock(id).orElseThrow(() -> unknown(id));
    }

    /** The items of a postmortem in the order of the document. */
    @Transactional(readOnly = true)
    public List<ActionItem> of(PostmortemKey postmortem) {
        return items.findByPostmortemOrderByPosition(postmortem.number());
    }

    /** The open items somebody answers for, the first due first. */
    @Transactional(readOnly = true)
    public List<ActionItem> openOf(String owner) {
        return items.findByOwnerAndStatusOrderByDueDateAscIdAsc(owner, ActionItemStatus.OPEN);
    }

    /** How many items of these owners were done from the first instant to the second. */
    @Transactional(readOnly = true)
    public long doneBetween(Collection<String> owners, Instant from, Instant until) {
        return items.countByOwnerInAndSettlementAndSettledAtBetween(owners, Settlement.DONE, from, until);
    }

    /** An item, or nothing when there is none of this id. */
    @Transactional(readOnly = true)
    public Optional<ActionItem> find(String id) {
        return items.findById(id);
    }

    /**
     * Changes owner, priority, due date or kind; a moved due date or priority re-arms the escalation of an open item.
     *
     * @throws io.followthrough.platform.ForbiddenException when the actor is neither owner nor author nor reviewer,
     *     manager or administrator
     * @throws InvalidInputException when the owner is nobody or the due date has passed
     */
    public ActionItem edit(String id, ActionItemEdit edit, String actor) {
        ActionItem item = lock(id);
        editing.requireMayEdit(item, postmortems.get(item.postmortem()), actor);
        applyEdit(item, edit, actor);
        return item;
    }

    /** Whether {@link #edit} would let this person change the item. */
    @Transactional(readOnly = true)
    public boolean mayEdit(String id, String person) {
        ActionItem item = get(id);
        return editing.mayEdit(item, postmortems.get(item.postmortem()), person);
    }

    /** Moves the due date of an open item because it moved in the tracker. */
    public void rescheduledInTracker(String id, LocalDate due, String actor) {
        ActionItem item = lock(id);
        if (item.status() == ActionItemStatus.OPEN && !item.dueDate().equals(due)) {
            applyEdit(item, new ActionItemEdit(null, null, due, null), actor, false);
        }
    }

    private void applyEdit(ActionItem item, ActionItemEdit edit, String actor) {
        applyEdit(item, edit, actor, true);
    }

    private void applyEdit(ActionItem item, ActionItemEdit edit, String actor, boolean checkDay) {
        String owner = item.owner();
        boolean proposed = item.isOwnerProposed();
        LocalDate before = item.dueDate();
        boolean rearm = editing.apply(item, edit, actor, checkDay);
        items.saveAndFlush(item);
        if (item.status() != ActionItemStatus.OPEN) {
            return;
        }
        boolean taken = assigned(item, owner, actor) || proposed != item.isOwnerProposed();
        if (rearm) {
            events.publishEvent(new ActionItemRescheduled(item.id(), before, item.dueDate(), false, actor));
        }
        if (!before.equals(item.dueDate())) {
            process.rescheduled(item.id());
        } else if (rearm || taken) {
            process.reassigned(item.id());
        }
    }

    private boolean assigned(ActionItem item, String formerOwner, String actor) {
        boolean changed = !formerOwner.equals(item.owner());
        if (changed) {
            events.publishEvent(new ActionItemAssigned(item.id(), item.owner(), actor));
        }
        return changed;
    }

    /** Lets an open item's process look anew at what comes next, whatever it waits for. */
    public void planAnew(String id) {
        if (lock(id).status() == ActionItemStatus.OPEN) {
            process.rescheduled(id);
        }
    }

    /** Lets an open item's process look anew at what it waits for; a decision that is asked for stays asked. */
    public void waitAnew(String id) {
        if (lock(id).status() == ActionItemStatus.OPEN) {
            process.reassigned(id);
        }
    }

    /**
     * Opens the proposed items of a postmortem that is being published and starts following each.
     *
     * @return whether any is open
     */
    public boolean open(PostmortemKey key) {
        postmortems.lock(key);
        for (ActionItem item : of(key)) {
            if (item.status() == ActionItemStatus.PROPOSED) {
                proposals.countFromPublication(item, postmortems.get(key).submittedAt());
                open(item, proposals.clockStart(postmortems.get(key).submittedAt()));
            }
        }
        return anyOpen(key);
    }

    private void open(ActionItem item, LocalDate clockStart) {
        item.open(now(), clockStart);
        if (item.isDoneInDocument()) {
            item.settle(Settlement.DONE, now());
            items.saveAndFlush(item);
            history.record(item.id(), History.FOLLOWTHROUGH, "settled", "Done already, says the document");
            return;
        }
        items.saveAndFlush(item);
        history.record(item.id(), History.FOLLOWTHROUGH, "opened", item.owner() + " until " + item.dueDate());
        events.publishEvent(new ActionItemOpened(item.id()));
        process.start(item.id());
    }

    /**
     * Adds an item to a published postmortem and opens it; a closed postmortem is tracked again.
     *
     * @throws ConflictException when the postmortem is not published yet: then its document is the place to add to
     */
    public ActionItem add(PostmortemKey key, String title, String description, ActionItemEdit edit, String actor) {
        Postmortem postmortem = postmortems.lock(key);
        editing.requireMayAdd(postmortem, actor);
        if (title.isBlank()) {
            throw new InvalidInputException("Say in a few words what is to be done.");
        }
        if (!postmortem.status().isPublished()) {
            throw new ConflictException(
                    key + " is not published yet: write the action item into its document instead.");
        }
        ActionItem item = proposals.propose(postmortem, title.strip(), description.strip());
        editing.apply(item, edit, actor, true);
        items.saveAndFlush(item);
        history.record(item.id(), actor, "added", item.title());
        if (postmortem.status() != PostmortemStatus.PUBLISHED) {
            open(item, proposals.clockStart(null));
            postmortems.resumeTracking(key);
        }
        return item;
    }

    /** Settles an open item, or does nothing when it is settled; the last one closes the postmortem. */
    public void settle(String id, Settlement how, String actor, String reason) {
        if (settled(id, how, actor, reason)) {
            process.settled(id);
        }
    }

    private boolean settled(String id, Settlement how, String actor, String reason) {
        PostmortemKey key = get(id).postmortem();
        postmortems.lock(key);
        ActionItem item = lock(id);
        if (item.status() != ActionItemStatus.OPEN) {
            return false;
        }
        item.settle(how, now());
        items.saveAndFlush(item);
        history.record(id, actor, "settled", reason);
        events.publishEvent(new ActionItemSettled(id, how, actor));
        if (!anyOpen(key)) {
            postmortems.allSettled(key);
        }
        return true;
    }

    /** Opens a settled item again, or does nothing when it is open; a closed postmortem is tracked again. */
    public void reopen(String id, String actor, String reason) {
        PostmortemKey key = get(id).postmortem();
        postmortems.lock(key);
        ActionItem item = lock(id);
        if (item.status() != ActionItemStatus.SETTLED) {
            return;
        }
        item.reopen(now());
        items.saveAndFlush(item);
        history.record(id, actor, "reopened", reason);
        events.publishEvent(new ActionItemReopened(id, actor));
        process.reopened(id);
        postmortems.resumeTracking(key);
    }

    /** Settles an open item as not to be done, as decided in its own task; the process then ends by itself. */
    public void giveUp(String id, String reason, String actor) {
        settled(id, Settlement.WONT_DO, actor, "Won't do: " + reason);
    }

    /** Moves the due date of an open item as agreed; whoever calls sees to it that its process plans anew. */
    public void extend(String id, LocalDate due, String reason, String actor) {
        ActionItem item = lock(id);
        LocalDate before = item.dueDate();
        editing.apply(item, new ActionItemEdit(null, null, due, null), actor, true);
        items.saveAndFlush(item);
        history.record(id, actor, "extended", reason);
        events.publishEvent(new ActionItemRescheduled(id, before, item.dueDate(), true, actor));
    }

    /** Makes somebody who accepted it the owner of an open item; its process plans anew. */
    public void accept(String id, String owner) {
        ActionItem item = lock(id);
        String before = item.owner();
        editing.apply(item, new ActionItemEdit(owner, null, null, null), owner, false);
        items.saveAndFlush(item);
        assigned(item, before, owner);
        process.rescheduled(id);
    }

    private boolean anyOpen(PostmortemKey key) {
        return items.existsByPostmortemAndStatus(key.number(), ActionItemStatus.OPEN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException("There is no action item " + id + ". Ids look like PM-42-3.");
    }
}
