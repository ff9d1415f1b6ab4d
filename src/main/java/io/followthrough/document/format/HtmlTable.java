package io.followthrough.document.format;

import io.followthrough.document.format.MarkdownWriter.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A table that is being read; cells that span rows are repeated, for each row must say the whole by itself. */
final class HtmlTable {

    private static final int MAX_SPAN = 40;

    private final Element element;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Cell> spanning = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Element cell;
    private int depth;
    private boolean allBold = true;
    private boolean headed;

    HtmlTable(Element element) {
        this.element = element;
    }

    boolean is(Element other) {
        return element == other;
    }

    void startRow() {
        if (cell == null) {
            rows.add(new ArrayList<>());
        }
    }

    void startCell(Element started) {
        depth++;
        if (cell == null) {
            cell = started;
            text.setLength(0);
            allBold = true;
        }
    }

    boolean inHeadCell() {
        return cell != null && cell.normalName().equals("th");
    }

    void add(String words, boolean bold) {
        if (text.length() > 0) {
            char last = text.charAt(text.length() - 1);
            text.append(Character.isLetterOrDigit(last) || last == ')' ? "; " : " ");
        }
        text.append(words);
        allBold &= bold;
    }

    void endCell() {
        depth--;
        Element ended = cell;
        if (depth > 0 || ended == null) {
            return;
        }
        cell = null;
        if (rows.isEmpty()) {
            rows.add(new ArrayList<>());
        }
        List<Cell> row = rows.get(rows.size() - 1);
        repeatSpanning(row);
        boolean th = ended.normalName().equals("th");
        headed |= rows.size() == 1 && ended.parent() != null && isHead(ended.parent());
        Cell read = new Cell(text.toString(), th || allBold && text.length() > 0);
        int column = row.size();
        row.add(read);
        for (int i = span(ended, "colspan"); i > 1; i--) {
            row.add(new Cell("", read.head()));
        }
        int below = span(ended, "rowspan") - 1;
        if (below > 0) {
            while (left.size() <= column) {
                left.add(0);
                spanning.add(read);
            }
            left.set(column, below);
            spanning.set(column, read);
        }
    }

    private static boolean isHead(Element row) {
        Element parent = row.parent();
        return parent != null && parent.normalName().equals("thead");
    }

    private void repeatSpanning(List<Cell> row) {
        while (row.size() < left.size() && left.get(row.size()) > 0) {
            int column = row.size();
            left.set(column, left.get(column) - 1);
            row.add(spanning.get(column));
        }
    }

    private static int span(Element cell, String attribute) {
        try {
            return Math.max(
                    1, Math.min(MAX_SPAN, Integer.parseInt(cell.attr(attribute).strip())));
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    List<List<Cell>> rows() {
        return rows;
    }

    boolean headed() {
        return headed;
    }
}
