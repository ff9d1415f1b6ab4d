package io.followthrough.escalation;

import io.followthrough.escalation.PolicyTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What distinguishes one table from another, row by row. */
public final class PolicyDiff {

    private PolicyDiff() {}

    /** What became of a row. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A row that is not in both tables alike. */
    public record Change(Kind kind, String row, String description, List<Cell> cells) {}

    /**
     * A cell that is not in both rows alike.
     *
     * @param before empty in a row that was added
     * @param after empty in a row that was removed
     */
    public record Cell(String column, String before, String after) {}

    /** From the first table to the second, in the order of the second; what was removed comes last. */
    public static List<Change> between(PolicyTable before, PolicyTable after) {
        Map<String, Row> old = byId(before);
        List<Change> changes = new ArrayList<>();
        for (Row row : after.rows()) {
            Row former = old.remove(row.id());
            List<Cell> cells = cells(former == null ? Map.of() : former.cells(), row.cells());
            if (!cells.isEmpty()) {
                changes.add(new Change(former == null ? Kind.ADDED : Kind.CHANGED, row.id(), row.description(), cells));
            }
        }
        old.values()
                .forEach(row -> changes.add(
                        new Change(Kind.REMOVED, row.id(), row.description(), cells(row.cells(), Map.of()))));
        return List.copyOf(changes);
    }

    private static Map<String, Row> byId(PolicyTable table) {
        return table.rows().stream()
                .collect(Collectors.toMap(Row::id, row -> row, (one, other) -> one, LinkedHashMap::new));
    }

    private static List<Cell> cells(Map<String, String> before, Map<String, String> after) {
        Set<String> columns = new TreeSet<>(before.keySet());
        columns.addAll(after.keySet());
        return columns.stream()
                .map(column -> new Cell(column, before.getOrDefault(column, ""), after.getOrDefault(column, "")))
                .filter(cell -> !Objects.equals(cell.before(), cell.after()))
                .toList();
    }
}
