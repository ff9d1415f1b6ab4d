package io.followthrough.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the tracker showed it.
 *
 * @param id the tracker's own id: identity; the key may change
 * @param phase what the status means, whatever it is called
 * @param statusName the status as the tracker calls it
 * @param resolutionName why it is done, as the tracker calls it, or null
 * @param updatedAt the tracker's time of last change, to tell older snapshots from newer ones
 */
public record TicketSnapshot(
        String id,
        String key,
        Phase phase,
        String statusName,
        @Nullable String resolutionName,
        @Nullable LocalDate dueDate,
        @Nullable String priorityName,
        @Nullable String assigneeName,
        Set<String> labels,
        Instant updatedAt) {

    /** The only portable meaning of a status. */
    public enum Phase {
        TO_DO,
        IN_PROGRESS,
        DONE
    }
}
