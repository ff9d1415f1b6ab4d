package io.followthrough.actionitem;

/** A settled action item is open again. Heard in the transaction in which it happens. */
public record ActionItemReopened(String id, String actor) {}
