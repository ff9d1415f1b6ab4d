package io.followthrough.platform;

import java.time.Duration;
import java.time.Instant;

/**
 * The time machine has moved the clock; heard in the transaction that writes it down.
 *
 * @param by how far, always ahead
 * @param now the application's time after the move
 */
public record ClockMoved(Duration by, Instant now) {}
