package io.followthrough.ticket;

import io.followthrough.ticket.TicketSnapshot.Phase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the tracker showed of a ticket when it was last read, and since when it has not been seen. */
@Embeddable
class TicketSighting {

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

    protected TicketSighting() {}

    /** Takes over what the tracker shows; false when something newer is known already. */
    boolean take(TicketSnapshot snapshot, Instant at) {
        fetchedAt = at;
        misses = 0;
        missingSince = null;
        if (trackerUpdatedAt != null && snapshot.updatedAt().isBefore(trackerUpdatedAt)) {
            return false;
        }
        trackerUpdatedAt = snapshot.updatedAt();
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

    /** The tracker was told this one, though it may not have been read since. */
    void dueDatePushed(@Nullable LocalDate dueDate) {
        trackerDueDate = dueDate;
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
    LocalDate dueDate() {
        return trackerDueDate;
    }

    @Nullable
    String priorityName() {
        return priorityName;
    }

    @Nullable
    String assigneeName() {
        return assigneeName;
    }

    /** When it was last read; null before the first time. */
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
