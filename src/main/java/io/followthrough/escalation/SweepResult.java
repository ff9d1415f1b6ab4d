package io.followthrough.escalation;

import java.time.Instant;

/**
 * What one look at all open items found; what it found was planned anew.
 *
 * @param unplanned items that waited for nothing
 * @param missed items whose rung was overdue by more than a minute
 * @param outdated items planned by a table or calendar that no longer counts
 */
public record SweepResult(Instant at, int openItems, int unplanned, int missed, int outdated) {

    /** Whether every open item waited for the right rung, or was being moved to a new table or calendar. */
    public boolean isClean() {
        return unplanned == 0 && missed == 0;
    }
}
