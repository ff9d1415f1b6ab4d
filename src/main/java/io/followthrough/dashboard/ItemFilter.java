package io.followthrough.dashboard;

/**
 * Which action items to show; what is empty does not narrow.
 *
 * @param status {@code proposed}, {@code open} or {@code settled}
 * @param postmortem {@code PM-42} or {@code 42}
 * @param q words in the title or id
 * @param sort {@code due}, {@code priority}, {@code owner} or {@code id}; after a minus the other way round
 */
public record ItemFilter(
        String status, boolean overdue, String owner, String postmortem, String priority, String q, String sort) {}
