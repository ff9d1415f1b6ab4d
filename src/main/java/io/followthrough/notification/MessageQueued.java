package io.followthrough.notification;

/** A message waits to be mailed. Heard in the transaction that recorded it, which may still be rolled back. */
public record MessageQueued() {}
