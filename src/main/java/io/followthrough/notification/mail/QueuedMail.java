package io.followthrough.notification.mail;

import java.time.Instant;

/**
 * A message that was claimed for one attempt.
 *
 * @param recipient login name
 * @param attempt which attempt it is, from 1
 */
record QueuedMail(
        long id,
        int attempt,
        String recipient,
        String address,
        String about,
        String subject,
        String text,
        String html,
        Instant createdAt) {}
