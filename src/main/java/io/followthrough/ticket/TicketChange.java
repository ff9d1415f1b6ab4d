package io.followthrough.ticket;

import java.time.Instant;

/**
 * One field of a ticket that somebody changed in the tracker.
 *
 * @param field status, resolution, duedate, priority, assignee, key or another of the tracker's names, in lower case
 * @param from in words; empty for nothing
 * @param to in words; empty for nothing
 * @param who the name of whoever did it
 */
public record TicketChange(String field, String from, String to, String who, Instant at) {}
