package io.followthrough.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mails and messages to channels that did not arrive.
 *
 * @param failed how many were given up
 * @param waiting how many were tried in vain and are tried again
 * @param first what was given up, and then what is tried again, the latest first; not all when there are many
 */
public record Undelivered(int failed, int waiting, List<Letter> first) {

    /**
     * One of them.
     *
     * @param mail whether it is a mail, or else for a channel
     * @param destination login name, or name of the channel
     * @param nextAttemptAt null when it was given up
     * @param lastError why it did not arrive
     */
    public record Letter(
            boolean mail,
            long id,
            String destination,
            String what,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastError,
            Instant createdAt) {

        public boolean isFailed() {
            return nextAttemptAt == null;
        }
    }
}
