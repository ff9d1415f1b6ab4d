package io.followthrough.platform;

import java.time.Instant;

/**
 * One thing somebody did, for ever.
 *
 * @param subject key of what it was done to ({@code PM-42} or {@code PM-42-3})
 * @param actor login name, or {@code followthrough} for what the application did by itself
 * @param action past fact in kebab case ({@code review-approved})
 * @param detail one sentence for people, may be empty
 */
public record HistoryEntry(Instant at, String subject, String actor, String action, String detail) {}
