package io.followthrough.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action item as lists show it.
 *
 * @param status {@code proposed}, {@code open} or {@code settled}
 * @param overdue whether its last day has ended without it being settled
 * @param daysLeft days until its due date; negative when that has passed
 */
public record ItemRow(
        String id,
        String postmortem,
        String postmortemTitle,
        String title,
        String description,
        String kind,
        String priority,
        boolean priorityProposed,
        String owner,
        boolean ownerProposed,
        LocalDate due,
        boolean dueProposed,
        @Nullable String duePolicy,
        String status,
        @Nullable String settlement,
        boolean overdue,
        long daysLeft,
        @Nullable Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable TicketCell ticket) {

    /** The ticket of the item; without a key until there is one. */
    public record TicketCell(
            String state,
            @Nullable String key,
            @Nullable String url,
            @Nullable String status,
            @Nullable String problem) {}
}
