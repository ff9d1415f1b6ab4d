package io.followthrough.ticket;

import io.followthrough.ticket.TicketSnapshot.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket for people to see.
 *
 * @param key as the tracker shows it, or null until there is one
 * @param url where to see it in the tracker, or null until there is one
 * @param problem what is wrong or delayed, and what to do; null when all is well
 * @param warnings what the tracker left out; null when nothing
 * @param fetchedAt when the tracker was last asked about it
 * @param delayedUntil when the next attempt to make it is made; null when it is made or given up
 */
public record TicketView(
        String actionItem,
        TicketState state,
        @Nullable String key,
        @Nullable String url,
        @Nullable Phase phase,
        @Nullable String statusName,
        @Nullable String assigneeName,
        @Nullable String problem,
        @Nullable String warnings,
        @Nullable Instant fetchedAt,
        @Nullable Instant delayedUntil) {}
