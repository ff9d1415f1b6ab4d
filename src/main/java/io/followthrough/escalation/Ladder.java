package io.followthrough.escalation;

import java.util.List;

/**
 * The rungs for items of one priority.
 *
 * @param version version of the table it came from, for people
 * @param rungs in the order of the table
 */
public record Ladder(String version, List<Rung> rungs) {

    public Ladder {
        rungs = List.copyOf(rungs);
    }
}
