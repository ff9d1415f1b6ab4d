package io.followthrough.escalation;

import java.util.Set;

/**
 * One rung of the ladder, a row of the policy.
 *
 * @param name what it is called in the policy ({@code reminder}, {@code late-2}); reached at most once for a due date
 * @param only which items have this rung
 * @param tell who hears about it
 * @param raisePriority whether the ticket takes the next higher priority
 * @param watch whether those who are told watch the ticket from then on
 * @param label what the ticket is marked with
 * @param say one sentence of the policy for those who are told
 * @param row id of the row
 */
public record Rung(
        String name,
        RungTime when,
        Only only,
        Set<Audience> tell,
        boolean raisePriority,
        boolean watch,
        String label,
        String say,
        String row) {

    /** Which items a rung is for. */
    public enum Only {
        ALWAYS,
        /** Somebody was chosen as the owner. */
        OWNED,
        /** Nobody was chosen yet and the author stands in as the owner. */
        UNOWNED;

        boolean includes(boolean owned) {
            return this == ALWAYS || owned == (this == OWNED);
        }
    }

    public Rung {
        tell = Set.copyOf(tell);
    }
}
