package io.followthrough.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A postmortem as lists show it, with how far its action items are. */
public record PostmortemRow(
        String number,
        String title,
        String author,
        String status,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant closedAt,
        int items,
        int settled,
        int open,
        int overdue,
        @Nullable LocalDate nextDue) {}
