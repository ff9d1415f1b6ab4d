package io.followthrough.actionitem;

import io.followthrough.platform.ConflictException;
import io.followthrough.postmortem.PostmortemKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A specific task a postmortem promised. Its id, {@code PM-42-3}, is also the business key of its process. */
@Entity
@EntityListeners(ActionItemStates.class)
public class ActionItem {

    @Id
    private String id;

    private long postmortem;
    private int position;
    private String title;
    private String description;

    @Enumerated(EnumType.STRING)
    private ActionItemKind kind;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private String owner;
    private boolean ownerProposed;
    private boolean priorityProposed;
    private LocalDate dueDate;
    private boolean dueDateProposed;
    private @Nullable String duePolicy;
    private boolean doneInDocument;
    private @Nullable String existingTicket;

    @Enumerated(EnumType.STRING)
    private ActionItemStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Settlement settlement;

    private int dueDateCycle;
    private @Nullable Instant armedAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant settledAt;
    private @Nullable LocalDate clockStartedOn;
    private @Nullable LocalDate firstDueDate;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ActionItem() {}

    ActionItem(PostmortemKey postmortem, int position, String title, String description, Proposal proposal) {
        this.id = postmortem + "-" + position;
        this.postmortem = postmortem.number();
        this.position = position;
        this.title = title;
        this.description = description;
        this.status = ActionItemStatus.PROPOSED;
        this.dueDateCycle = 1;
        this.owner = proposal.owner();
        this.ownerProposed = proposal.ownerProposed();
        this.kind = proposal.kind();
        this.priority = proposal.priority();
        this.priorityProposed = proposal.priorityProposed();
        this.dueDate = proposal.dueDate();
        this.dueDateProposed = proposal.duePolicy() != null;
        this.duePolicy = proposal.duePolicy();
        this.doneInDocument = proposal.done();
        this.existingTicket = proposal.existingTicket();
    }

    /**
     * What a new item starts with.
     *
     * @param duePolicy version and row of the policy the due date came from, or null when a person named the day
     * @param existingTicket key or address of the ticket its text names, or null
     */
    record Proposal(
            String owner,
            boolean ownerProposed,
            ActionItemKind kind,
            Priority priority,
            boolean priorityProposed,
            LocalDate dueDate,
            @Nullable String duePolicy,
            boolean done,
            @Nullable String existingTicket) {}

    void redescribe(String newDescription, @Nullable String namedTicket) {
        description = newDescription;
        existingTicket = namedTicket;
    }

    void assignTo(String newOwner) {
        owner = newOwner;
        ownerProposed = false;
    }

    void prioritise(Priority newPriority) {
        priority = newPriority;
        priorityProposed = false;
    }

    void classify(ActionItemKind newKind) {
        kind = newKind;
    }

    /** Moves the due date and begins a new cycle of reminders and escalations. */
    void reschedule(LocalDate newDueDate, Instant at) {
        dueDate = newDueDate;
        dueDateProposed = false;
        duePolicy = null;
        if (status == ActionItemStatus.OPEN) {
            dueDateCycle++;
            armedAt = at;
        }
    }

    void propose(LocalDate newDueDate, String policy) {
        dueDate = newDueDate;
        dueDateProposed = true;
        duePolicy = policy;
    }

    void open(Instant at, LocalDate clockStarted) {
        require(ActionItemStatus.PROPOSED, "opened");
        clockStartedOn = clockStarted;
        firstDueDate = dueDate;
        status = ActionItemStatus.OPEN;
        openedAt = at;
        armedAt = at;
    }

    void settle(Settlement how, Instant at) {
        require(ActionItemStatus.OPEN, "settled");
        status = ActionItemStatus.SETTLED;
        settlement = how;
        settledAt = at;
    }

    void reopen(Instant at) {
        require(ActionItemStatus.SETTLED, "reopened");
        status = ActionItemStatus.OPEN;
        settlement = null;
        settledAt = null;
        dueDateCycle++;
        armedAt = at;
    }

    private void require(ActionItemStatus required, String deed) {
        if (status != required) {
            throw new ConflictException(
                    id + " is " + status.name().toLowerCase(java.util.Locale.ROOT) + " and cannot be " + deed + ".");
        }
    }

    /** Whether its last day has ended without it being settled. */
    public boolean isOverdue(LocalDate today) {
        return status == ActionItemStatus.OPEN && dueDate.isBefore(today);
    }

    public String id() {
        return id;
    }

    public PostmortemKey postmortem() {
        return new PostmortemKey(postmortem);
    }

    /** Its place in the postmortem, from 1; never used again for another item. */
    public int position() {
        return position;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public ActionItemKind kind() {
        return kind;
    }

    public Priority priority() {
        return priority;
    }

    /** Whether nobody has chosen the priority yet. */
    public boolean isPriorityProposed() {
        return priorityProposed;
    }

    /** Login name of who answers for it. */
    public String owner() {
        return owner;
    }

    /** Whether nobody has chosen the owner yet and it is the author by default. */
    public boolean isOwnerProposed() {
        return ownerProposed;
    }

    /** Its last day, in the zone of the installation. */
    public LocalDate dueDate() {
        return dueDate;
    }

    public boolean isDueDateProposed() {
        return dueDateProposed;
    }

    /** Version and row of the policy the due date came from; null when a person named the day. */
    public @Nullable String duePolicy() {
        return duePolicy;
    }

    /** The ticket its text names already, as a key or an address, or null. */
    public @Nullable String existingTicket() {
        return existingTicket;
    }

    /** Whether the document says that it is done already; such an item gets no ticket. */
    public boolean isDoneInDocument() {
        return doneInDocument;
    }

    public ActionItemStatus status() {
        return status;
    }

    public @Nullable Settlement settlement() {
        return settlement;
    }

    /** Counts the due dates it has had, from 1; each rung is reached at most once in a cycle. */
    public int dueDateCycle() {
        return dueDateCycle;
    }

    /** When the present cycle began; nothing planned before is caught up on. Null until it is opened. */
    public @Nullable Instant armedAt() {
        return armedAt;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant settledAt() {
        return settledAt;
    }

    /** How long it was given at first, in days; at least one. Moving its due date changes nothing about it. */
    public int windowDays() {
        if (clockStartedOn == null || firstDueDate == null) {
            return 1;
        }
        return (int) Math.max(1, ChronoUnit.DAYS.between(clockStartedOn, firstDueDate));
    }

    /** Its last day when it was opened. */
    public LocalDate firstDueDate() {
        return firstDueDate == null ? dueDate : firstDueDate;
    }
}
