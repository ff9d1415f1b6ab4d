package io.followthrough.actionitem;

/** An action item of a published postmortem is to be followed through. Heard in the transaction in which it happens. */
public record ActionItemOpened(String id) {}
