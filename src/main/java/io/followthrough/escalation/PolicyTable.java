package io.followthrough.escalation;

import io.followthrough.actionitem.Priority;
import java.util.List;
import java.util.Map;

/**
 * A decision table with a ladder for each priority, as it was read.
 *
 * @param versionTag what its makers call it
 * @param rows as they are written, in order
 * @param ladders what the table answers for each priority
 */
public record PolicyTable(String versionTag, List<Row> rows, Map<Priority, List<Rung>> ladders) {

    public PolicyTable {
        rows = List.copyOf(rows);
        ladders = Map.copyOf(ladders);
    }

    /** @param cells what is written below each heading, in the order of the columns */
    public record Row(String id, String description, Map<String, String> cells) {}

    public List<Rung> ladderFor(Priority priority) {
        return ladders.getOrDefault(priority, List.of());
    }
}
