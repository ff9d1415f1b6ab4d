package io.followthrough.notification;

import java.time.Instant;

/**
 * What a signed link says.
 *
 * @param actionItem id of the item it is about
 * @param person login name of whom it was sent to
 * @param dueDateCycle the item's due date it was sent about; a later one makes it stale
 * @param expiresAt from when on it is of no use
 * @param signature unique to the link
 */
public record ActionLink(
        LinkPurpose purpose, String actionItem, String person, int dueDateCycle, Instant expiresAt, String signature) {}
