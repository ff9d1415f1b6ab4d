package io.followthrough.notification.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one channel is told about one occasion, for people to look at.
 *
 * @param lastError why the last attempt failed; null when there was none or it did not
 */
public record Delivery(
        long id,
        String channel,
        String type,
        String about,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt) {}
