package io.followthrough.actionitem;

/**
 * Somebody else answers for an item now; heard in the same transaction.
 *
 * @param owner login name
 */
public record ActionItemAssigned(String id, String owner, String actor) {}
