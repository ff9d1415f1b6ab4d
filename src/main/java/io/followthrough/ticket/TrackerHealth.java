package io.followthrough.ticket;

import java.util.List;

/**
 * What {@link TicketTracker#probe} found.
 *
 * @param tracker what answered, for people ("Jira Cloud at https://…, project OPS")
 * @param problems what must be changed before tickets can be made; empty when all is well
 */
public record TrackerHealth(String tracker, List<String> problems) {

    public boolean isHealthy() {
        return problems.isEmpty();
    }
}
