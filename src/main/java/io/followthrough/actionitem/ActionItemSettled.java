package io.followthrough.actionitem;

/** An action item was settled. Heard in the transaction in which it happens. */
public record ActionItemSettled(String id, Settlement settlement, String actor) {}
