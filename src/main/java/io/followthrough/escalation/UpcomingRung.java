package io.followthrough.escalation;

import java.time.Instant;

/**
 * The rung an item waits for.
 *
 * @param policyVersion version of the table it comes from, for people
 * @param policyRow id of the row
 */
public record UpcomingRung(String rung, Instant at, String policyVersion, String policyRow) {}
