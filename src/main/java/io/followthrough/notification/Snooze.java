package io.followthrough.notification;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody's wish not to read of an action item of theirs in their digest before a day.
 *
 * @param person login name
 * @param until the day on whose morning it shows again
 * @param endsAt that morning
 */
public record Snooze(long id, String actionItem, String person, LocalDate until, String reason, Instant endsAt) {}
