package io.followthrough.escalation;

/** Another table has come into force; heard in the transaction that does so. */
public record PolicyActivated(int version) {}
