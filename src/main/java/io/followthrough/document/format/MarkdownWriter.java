package io.followthrough.document.format;

import java.util.ArrayList;
import java.util.List;

/** Writes blocks as Markdown: one blank line between them, none between the items of a list. */
final class MarkdownWriter {

    private static final int NESTING = 4;
    private static final int DEEPEST = 20;
    private static final int MAX_COLUMNS = 40;
    private static final int LONGEST_HEAD = 40;

    private final StringBuilder out = new StringBuilder();
    private int lastDepth = -1;

    /** A cell of a table and whether it looks like a heading of its row or column. */
    record Cell(String text, boolean head) {}

    void heading(int level, String text) {
        if (!text.isBlank()) {
            block("#".repeat(Math.max(1, Math.min(6, level))) + " " + oneLine(text));
        }
    }

    void paragraph(String text) {
        if (!text.isBlank()) {
            block(text);
        }
    }

    /** @param marker {@code -}, {@code 1.} or {@code - [ ]} */
    void item(int depth, String marker, String text) {
        if (text.isBlank()) {
            return;
        }
        if (lastDepth < 0) {
            gap();
        }
        int at = Math.min(Math.min(depth, lastDepth + 1), DEEPEST);
        lastDepth = at;
        String indent = " ".repeat(NESTING * at);
        out.append(indent)
                .append(marker)
                .append(' ')
                .append(text.replace("\n", "\n" + indent + "  "))
                .append('\n');
    }

    /** A further paragraph of the last item. */
    void itemMore(String text) {
        if (text.isBlank()) {
            return;
        }
        if (lastDepth < 0) {
            block(text);
            return;
        }
        String indent = " ".repeat(NESTING * lastDepth + 2);
        out.append(indent).append(text.replace("\n", "\n" + indent)).append('\n');
    }

    void quote(String text) {
        if (!text.isBlank()) {
            block("> " + text.replace("\n", "\n> "));
        }
    }

    void code(String text) {
        if (text.isBlank()) {
            return;
        }
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        block(fence + "\n" + text.stripTrailing() + "\n" + fence);
    }

    void rule() {
        block("---");
    }

    /** Writes the rows; the first one is the head if it looks like one, else the table has an empty head. */
    void table(List<List<Cell>> rows, boolean headed) {
        List<List<Cell>> filled = rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.text().isBlank()))
                .toList();
        if (filled.isEmpty()) {
            return;
        }
        int columns =
                Math.min(MAX_COLUMNS, filled.stream().mapToInt(List::size).max().orElse(1));
        boolean head = headed || hasHead(filled);
        StringBuilder table = new StringBuilder();
        row(head ? plain(filled.get(0)) : List.of(), columns, table);
        table.append('|').append(" --- |".repeat(columns)).append('\n');
        for (List<Cell> row : head ? filled.subList(1, filled.size()) : filled) {
            row(row, columns, table);
        }
        block(table.toString().stripTrailing());
    }

    private static List<Cell> plain(List<Cell> cells) {
        return cells.stream()
                .map(cell -> new Cell(cell.text().replace("**", ""), cell.head()))
                .toList();
    }

    private static boolean hasHead(List<List<Cell>> rows) {
        List<Cell> first =
                rows.get(0).stream().filter(cell -> !cell.text().isBlank()).toList();
        if (rows.size() < 2) {
            return false;
        }
        if (first.stream().allMatch(Cell::head)) {
            return first.size() > 1 || rows.get(0).size() == 1;
        }
        boolean words = first.stream()
                .allMatch(cell ->
                        cell.text().length() <= LONGEST_HEAD && !cell.text().endsWith(":") && !hasDigit(cell.text()));
        boolean values = rows.get(1).stream().anyMatch(cell -> hasDigit(cell.text()));
        return words && first.size() > 1 && (values || first.size() > 2);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static void row(List<Cell> cells, int columns, StringBuilder table) {
        table.append('|');
        for (int i = 0; i < columns; i++) {
            String text = i < cells.size() ? oneLine(cells.get(i).text()).replace("|", "\\|") : "";
            table.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
        }
        table.append('\n');
    }

    private static String oneLine(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return String.join(" ", lines);
    }

    private void block(String text) {
        lastDepth = -1;
        gap();
        out.append(text).append('\n');
    }

    private void gap() {
        if (out.length() > 0) {
            out.append('\n');
        }
    }

    String text() {
        return out.toString();
    }
}
