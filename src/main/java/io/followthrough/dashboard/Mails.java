package io.followthrough.dashboard;

/**
 * Mails that did not leave.
 *
 * @param failed given up
 * @param waiting tried in vain, and tried again later
 */
public record Mails(int failed, int waiting) {}
