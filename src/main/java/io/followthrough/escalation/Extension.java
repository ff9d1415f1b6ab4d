package io.followthrough.escalation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * More time that an item was given.
 *
 * @param number 1 for its first, 2 for its last
 * @param until its new last day
 * @param givenBy login name
 */
public record Extension(int number, LocalDate until, String reason, String givenBy, Instant givenAt) {}
