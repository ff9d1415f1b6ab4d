package io.followthrough.document.format;

import io.followthrough.document.format.MarkdownWriter.Cell;
import java.util.ArrayList;
import java.util.List;

/** A table of a Word document; cells that span rows are repeated, for each row must say the whole by itself. */
final class WordTable implements WordBlock {

    private static final int MAX_COLUMNS = 40;

    private final List<List<WordCell>> rows = new ArrayList<>();
    private boolean headed;

    /** A cell of a row. */
    static final class WordCell {
        final List<WordParagraph> paragraphs = new ArrayList<>();
        int columns = 1;
        boolean continues;
    }

    void startRow() {
        rows.add(new ArrayList<>());
    }

    WordCell startCell() {
        if (rows.isEmpty()) {
            startRow();
        }
        WordCell cell = new WordCell();
        rows.get(rows.size() - 1).add(cell);
        return cell;
    }

    /** Takes note that the first row says what the columns are. */
    void head() {
        headed |= rows.size() == 1;
    }

    /** Takes the current row back, which was deleted. */
    void dropRow() {
        if (!rows.isEmpty()) {
            rows.remove(rows.size() - 1);
        }
    }

    /** All paragraphs, in order. */
    List<WordParagraph> paragraphs() {
        List<WordParagraph> all = new ArrayList<>();
        rows.forEach(row -> row.forEach(cell -> all.addAll(cell.paragraphs)));
        return all;
    }

    @Override
    public void write(MarkdownWriter out, WordLists lists, boolean titled) {
        boolean columns = rows.stream().anyMatch(row -> row.size() > 1);
        boolean headings =
                paragraphs().stream().anyMatch(paragraph -> paragraph.style().heading() != 0);
        if (!columns || headings) {
            paragraphs().forEach(paragraph -> paragraph.write(out, lists, titled));
        } else {
            out.table(cells(), headed);
        }
    }

    private List<List<Cell>> cells() {
        List<List<Cell>> table = new ArrayList<>();
        List<Cell> above = List.of();
        for (List<WordCell> row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (WordCell cell : row) {
                int column = cells.size();
                cells.add(cell.continues && column < above.size() ? above.get(column) : read(cell));
                for (int i = 1; i < Math.min(MAX_COLUMNS, cell.columns); i++) {
                    cells.add(new Cell("", true));
                }
            }
            table.add(cells);
            above = cells;
        }
        return table;
    }

    private static Cell read(WordCell cell) {
        StringBuilder text = new StringBuilder();
        boolean bold = !cell.paragraphs.isEmpty();
        for (WordParagraph paragraph : cell.paragraphs) {
            if (text.length() > 0) {
                char last = text.charAt(text.length() - 1);
                text.append(Character.isLetterOrDigit(last) || last == ')' ? "; " : " ");
            }
            text.append(paragraph.inCell());
            bold &= paragraph.allBold();
        }
        return new Cell(text.toString(), bold);
    }
}
