package io.followthrough.document.source;

import java.util.List;

/**
 * One piece of a document that stands for itself: a heading, a list item with its wrapped lines, a row, a line.
 *
 * @param level of a heading, 1 to 6; 0 otherwise
 * @param depth nesting of a list item, 0 for the outermost; 0 otherwise
 * @param indent columns before the block
 * @param text without markup, wrapped lines joined by a blank
 * @param lead the emphasised words the text starts with, or empty
 * @param details further lines of a list item that are no wrapped text ({@code Owner: …}); already part of the text
 * @param cells of a table row; empty otherwise
 * @param checked state of a checkbox
 * @param afterBlank whether an empty line stands before it
 * @param line in the source, from 1
 */
public record Block(
        Kind kind,
        int level,
        int depth,
        int indent,
        String text,
        String lead,
        List<String> details,
        List<String> cells,
        Check checked,
        boolean afterBlank,
        int line) {

    public Block {
        details = List.copyOf(details);
        cells = List.copyOf(cells);
    }

    /** What a block is in the text, not yet what it means. */
    public enum Kind {
        HEADING,
        TEXT,
        ITEM,
        TABLE_HEAD,
        TABLE_ROW,
        QUOTE,
        CODE,
        RULE,
        FRONT_MATTER
    }

    /** A checkbox before an item. */
    public enum Check {
        NONE,
        OPEN,
        DONE
    }

    /** The same block with other text, for what follows a label. */
    public Block withText(String other) {
        return new Block(kind, level, depth, indent, other, "", details, cells, checked, afterBlank, line);
    }

    /** The same words as a paragraph. */
    public Block asText() {
        return new Block(Kind.TEXT, 0, 0, indent, text, lead, details, cells, checked, afterBlank, line);
    }

    public boolean is(Kind other) {
        return kind == other;
    }
}
