package io.followthrough.ticket;

import jakarta.persistence.Embedded;
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
    private @Nullable Instant sentAt;
    private @Nullable String problem;
    private @Nullable String warnings;
    private @Nullable String trackerId;
    private @Nullable String ticketKey;
    private @Nullable Instant delayedUntil;
    private @Nullable String attachTo;
    private boolean byDesk;

    @Embedded
    private TicketSighting seen = new TicketSighting();

    @Embedded
    private TicketSearch search = new TicketSearch();

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
        search.answerLost();
        failures = 0;
        problem = reason;
    }

    void lookedUpInVain(Instant at) {
        search.foundNothing(at);
        failures = 0;
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
        search.startAnew();
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
        warnings = null;
        seen = new TicketSighting();
        search.forgetTwins();
    }

    /** Key or address of the ticket to take instead of making one, or null. */
    @Nullable
    String attachTo() {
        return attachTo;
    }

    boolean isByDesk() {
        return byDesk;
    }

    void link(String id, String key, List<String> remarks, @Nullable LocalDate dueDate) {
        state = TicketState.LINKED;
        trackerId = id;
        ticketKey = key;
        seen.dueDatePushed(dueDate);
        warnings = remarks.isEmpty() ? null : String.join("\n", remarks);
        problem = null;
        delayedUntil = null;
        failures = 0;
    }

    /** Takes over what the tracker shows, unless something newer is known already. */
    boolean show(TicketSnapshot snapshot, Instant at) {
        if (state == TicketState.MISSING) {
            state = TicketState.LINKED;
            problem = null;
        }
        if (!seen.take(snapshot, at)) {
            return false;
        }
        ticketKey = snapshot.key();
        return true;
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

    /** What the tracker last showed of it. */
    TicketSighting seen() {
        return seen;
    }

    /** How far looking for its marker came. */
    TicketSearch search() {
        return search;
    }

    @Nullable
    Instant delayedUntil() {
        return delayedUntil;
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
}
