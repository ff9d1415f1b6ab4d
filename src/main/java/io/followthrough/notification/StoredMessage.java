package io.followthrough.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person as it was written down.
 *
 * @param recipient login name
 * @param address mail address, or null when none was known
 * @param attempts how often the mail server was tried
 * @param nextAttemptAt when it will be tried next; null when it will not
 * @param lastError why the last attempt failed; null when there was none or it did not
 */
public record StoredMessage(
        long id,
        String recipient,
        @Nullable String address,
        String about,
        String subject,
        String text,
        String html,
        MessageState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {

    StoredMessage withoutLinks() {
        return new StoredMessage(
                id,
                recipient,
                address,
                about,
                subject,
                ActionLinks.withoutLinks(text),
                ActionLinks.withoutLinks(html),
                state,
                attempts,
                nextAttemptAt,
                lastError,
                createdAt,
                sentAt);
    }
}
