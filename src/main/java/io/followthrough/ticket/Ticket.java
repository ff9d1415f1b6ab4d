package io.followthrough.ticket;

import io.followthrough.ticket.TicketSnapshot.Phase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one ticket of an action item, from the intent to make it to what the tracker says about it. */
@Entity
class Ticket {

    @Id
    private String actionItem;

    private String marker;

    @Enumerated(EnumType.STRING)
    private TicketState state;

    private int attempts;
    private int failures;
    private int lookups;
    private @Nullable Instant sentAt;
    private @Nullable String problem;
    private @Nullable String warnings;
    private @Nullable String trackerId;
    private @Nullable String ticketKey;

    @Enumerated(EnumType.STRING)
    private @Nullable Phase phase;

    private @Nullable String statusName;
    private @Nullable LocalDate trackerDueDate;
    private @Nullable String priorityName;
    private @Nullable String assigneeName;
    private @Nullable Instant trackerUpdatedAt;
    private @Nullable Instant fetchedAt;
    private int misses;
    private @Nullable Instant missingSince;
    private @Nullable Instant searchedSince;
    private @Nullable Instant delayedUntil;
    private @Nullable Instant twinSearchAt;
    private @Nullable String twins;
    private @Nullable String attachTo;
    private boolean byDesk;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Ticket() {}

    /** @param attachTo key or address of the ticket to take instead of making one, or null */
    Ticket(String actionItem, String marker, @Nullable String attachTo) {
        this.actionItem = actionItem;
        this.marker = marker;
        this.attachTo = attachTo;
        this.state = TicketState.REQUESTED;
    }

    /** Must be committed before the request leaves. */
    void sending(Instant at) {
        state = TicketState.SENDING;
        attempts++;
        sentAt = at;
    }

    void lostAnswer(String reason) {
        state = TicketState.UNKNOWN;
        lookups++;
        failures = 0;
        searchedSince = null;
        problem = reason;
    }

    /** Whether an answer to its creation was ever lost, so that there may be a ticket nobody knows of. */
    boolean isDoubtful() {
        return lookups > 0;
    }

    void lookedUpInVain(Instant at) {
        lookups++;
        failures = 0;
        if (searchedSince == null) {
            searchedSince = at;
        }
    }

    /** Nothing is known: the tracker could not be asked, or not be believed. */
    void notLookedUp(String reason) {
        failures++;
        problem = reason;
    }

    /** Not made for certain; the same request may be sent again. */
    void notMade(String reason) {
        state = TicketState.REQUESTED;
        failures++;
        problem = reason;
    }

    /** Whoever works on it next need not wait. */
    void atOnce() {
        delayedUntil = null;
    }

    void delayed(Instant until) {
        delayedUntil = until;
    }

    void refused(String reason) {
        state = TicketState.REFUSED;
        problem = reason;
        delayedUntil = null;
    }

    void requestAgain() {
        state = TicketState.REQUESTED;
        failures = 0;
        problem = null;
        delayedUntil = null;
    }

    /** Wants a new one instead of the one that is missing, or of the one that was named and cannot be taken. */
    void recreate(String newMarker) {
        // Whoever made this ticket has told the engine that it is done.
        byDesk = byDesk || state == TicketState.MISSING;
        requestAgain();
        marker = newMarker;
        lookups = 0;
        searchedSince = null;
        attachTo = null;
        unlink();
    }

    /** Takes another ticket that a person named and that exists. */
    void relink(TicketSnapshot other) {
        unlink();
        link(other.id(), other.key(), List.of(), other.dueDate());
    }

    private void unlink() {
        trackerId = null;
        ticketKey = null;
        phase = null;
        statusName = null;
        trackerDueDate = null;
        priorityName = null;
        assigneeName = null;
        trackerUpdatedAt = null;
        fetchedAt = null;
        misses = 0;
        missingSince = null;
        warnings = null;
        twins = null;
    }

    /** Key or address of the ticket to take instead of making one, or null. */
    @Nullable
    String attachTo() {
        return attachTo;
    }

    boolean isByDesk() {
        return byDesk;
    }

    @Nullable
    String priorityName() {
        return priorityName;
    }

    void link(String id, String key, List<String> remarks, @Nullable LocalDate dueDate) {
        state = TicketState.LINKED;
        trackerId = id;
        ticketKey = key;
        trackerDueDate = dueDate;
        warnings = remarks.isEmpty() ? null : String.join("\n", remarks);
        problem = null;
        delayedUntil = null;
        failures = 0;
    }

    void searchForTwinsAt(Instant at) {
        twinSearchAt = at;
    }

    /** Takes note of further open tickets with its marker, by key, and when to look for such the next time. */
    void twins(List<String> keys, @Nullable Instant searchAgainAt) {
        twins = keys.isEmpty() ? null : String.join(", ", keys);
        twinSearchAt = searchAgainAt;
    }

    /** Takes over what the tracker shows, unless something newer is known already. */
    boolean show(TicketSnapshot snapshot, Instant at) {
        fetchedAt = at;
        misses = 0;
        missingSince = null;
        if (state == TicketState.MISSING) {
            state = TicketState.LINKED;
            problem = null;
        }
        if (trackerUpdatedAt != null && snapshot.updatedAt().isBefore(trackerUpdatedAt)) {
            return false;
        }
        trackerUpdatedAt = snapshot.updatedAt();
        ticketKey = snapshot.key();
        phase = snapshot.phase();
        statusName = snapshot.statusName();
        trackerDueDate = snapshot.dueDate();
        priorityName = snapshot.priorityName();
        assigneeName = snapshot.assigneeName();
        return true;
    }

    /** Was not in an answer that should have held it; once proves nothing. */
    void missed(Instant at) {
        misses++;
        if (missingSince == null) {
            missingSince = at;
        }
    }

    void missing(String reason) {
        state = TicketState.MISSING;
        problem = reason;
    }

    String actionItem() {
        return actionItem;
    }

    String marker() {
        return marker;
    }

    boolean isMade() {
        return state == TicketState.LINKED || state == TicketState.MISSING;
    }

    TicketState state() {
        return state;
    }

    int failures() {
        return failures;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    Instant searchedSince() {
        return searchedSince;
    }

    @Nullable
    Instant delayedUntil() {
        return delayedUntil;
    }

    @Nullable
    String twins() {
        return twins;
    }

    @Nullable
    String problem() {
        return problem;
    }

    @Nullable
    String warnings() {
        return warnings;
    }

    @Nullable
    String trackerId() {
        return trackerId;
    }

    @Nullable
    String key() {
        return ticketKey;
    }

    @Nullable
    Phase phase() {
        return phase;
    }

    @Nullable
    String statusName() {
        return statusName;
    }

    /** The due date the tracker was last seen or told to have. */
    @Nullable
    LocalDate trackerDueDate() {
        return trackerDueDate;
    }

    void dueDatePushed(LocalDate dueDate) {
        trackerDueDate = dueDate;
    }

    @Nullable
    String assigneeName() {
        return assigneeName;
    }

    @Nullable
    Instant fetchedAt() {
        return fetchedAt;
    }

    int misses() {
        return misses;
    }

    @Nullable
    Instant missingSince() {
        return missingSince;
    }
}
