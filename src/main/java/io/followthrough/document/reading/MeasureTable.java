package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Check;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures in a table, a row each. */
final class MeasureTable {

    private static final Set<String> ITEM_COLUMNS = Set.of(
            "action",
            "item",
            "items",
            "task",
            "description",
            "what",
            "todo",
            "measure",
            "actions",
            "tasks",
            "summary",
            "recommendation",
            "recommendations",
            "improvement",
            "improvements",
            "fix");

    /** Names a ticket as a rule, and sometimes what it is about. */
    private static final Set<String> ISSUE_COLUMNS = Set.of("issue", "issues", "follow");

    private static final int FEWEST_WORDS = 3;

    private MeasureTable() {}

    static List<Promise> read(List<Block> blocks) {
        List<Promise> promises = new ArrayList<>();
        List<String> head = List.of();
        for (Block block : blocks) {
            if (block.is(Kind.TABLE_HEAD)) {
                head = block.cells();
            } else if (block.is(Kind.TABLE_ROW)) {
                int column = itemColumn(head, block.cells());
                if (column >= 0) {
                    promises.add(row(block, head, column));
                }
            }
        }
        return promises;
    }

    /**
     * The column whose head means the measure, or the issue when that is told in words, else where the most is said; -1
     * for a row that says nothing.
     */
    private static int itemColumn(List<String> head, List<String> cells) {
        for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
            if (Words.of(head.get(i)).stream().anyMatch(ITEM_COLUMNS::contains)) {
                return cells.get(i).isBlank() ? -1 : i;
            }
        }
        for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
            boolean named = Words.of(head.get(i)).stream().anyMatch(ISSUE_COLUMNS::contains);
            if (named && Words.of(cells.get(i)).size() >= FEWEST_WORDS) {
                return i;
            }
        }
        int longest = -1;
        for (int i = 0; i < cells.size(); i++) {
            boolean longer =
                    longest < 0 || cells.get(i).length() > cells.get(longest).length();
            longest = longer && !cells.get(i).isBlank() ? i : longest;
        }
        return longest;
    }

    private static Promise row(Block block, List<String> head, int column) {
        List<Label> fields = new ArrayList<>();
        for (int i = 0; i < Math.min(head.size(), block.cells().size()); i++) {
            if (i != column && !block.cells().get(i).isBlank()) {
                fields.add(new Label(head.get(i), block.cells().get(i)));
            }
        }
        Promise split = Promise.split(block.cells().get(column), "", Check.NONE, block.line());
        fields.addAll(split.fields());
        return new Promise(split.title(), split.description(), Check.NONE, fields, block.line());
    }
}
