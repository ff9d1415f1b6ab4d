package io.followthrough.document.format;

import io.followthrough.document.UnreadableDocumentException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a Word document as a stream, without recursion and without keeping its XML: such a body is mostly
 * markup, and as objects it takes a hundred times the room of its text.
 */
final class WordBody {

    /** Word itself opens no document that nests deeper than a few dozen tables. */
    private static final int DEEPEST = 1_000;

    /** Taken back by somebody, moved from here, drawn twice for old programs, or said of an earlier state. */
    private static final Set<String> LEFT_OUT =
            Set.of("del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange", "sectPr");

    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");

    private final WordStyles styles;
    private final Map<String, String> links;
    private final List<WordBlock> blocks = new ArrayList<>();
    private final Deque<WordTable> tables = new ArrayDeque<>();
    private final Deque<WordTable.WordCell> cells = new ArrayDeque<>();
    private final Deque<WordLine> lines = new ArrayDeque<>();
    private final Deque<Box> boxes = new ArrayDeque<>();
    private final StringBuilder instruction = new StringBuilder();
    private boolean inRowProperties;
    private boolean rowDeleted;
    private boolean inText;
    private boolean inInstruction;

    /** A content control: a checkbox, a table of contents, a place to fill in, or anything else. */
    private static final class Box {
        private @Nullable Boolean checked;
        private boolean leftOut;
    }

    WordBody(WordStyles styles, Map<String, String> links) {
        this.styles = styles;
        this.links = links;
    }

    List<WordBlock> blocks() {
        return blocks;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        int leftOutBelow = Integer.MAX_VALUE;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw new UnreadableDocumentException(
                            "The Word document nests its parts more than %,d deep.".formatted(DEEPEST)
                                    + " Copy its text into a new document and send that.");
                }
                if (depth < leftOutBelow && !start(xml)) {
                    leftOutBelow = depth;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth < leftOutBelow) {
                    end(xml.getLocalName());
                } else if (depth == leftOutBelow) {
                    leftOutBelow = Integer.MAX_VALUE;
                }
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS && depth < leftOutBelow) {
                characters(xml);
            }
        }
    }

    private void characters(XMLStreamReader xml) {
        WordLine line = lines.peekLast();
        if (line != null && inText) {
            line.text(xml.getText());
        } else if (inInstruction && instruction.length() < 4_000) {
            instruction.append(xml.getText());
        }
    }

    /** False when what is inside the element is not to be read. */
    private boolean start(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (LEFT_OUT.contains(name)) {
            rowDeleted |= inRowProperties && name.equals("del");
            return false;
        }
        switch (name) {
            case "tbl" -> tables.addLast(new WordTable());
            case "tr" -> {
                rowDeleted = false;
                table(WordTable::startRow);
            }
            case "trPr" -> inRowProperties = true;
            case "tblHeader" -> table(WordTable::head);
            case "tc" -> {
                if (!tables.isEmpty()) {
                    cells.addLast(tables.getLast().startCell());
                }
            }
            case "gridSpan" -> cell(cell -> cell.columns = WordXml.number(WordXml.value(xml), 1));
            case "vMerge" -> cell(cell -> cell.continues = !"restart".equals(WordXml.value(xml)));
            case "p" -> lines.addLast(new WordLine());
            case "sdt" -> boxes.addLast(new Box());
            case "sdtContent" -> {
                return startContent();
            }
            case "docPartGallery" -> box(box -> box.leftOut |= "Table of Contents".equals(WordXml.value(xml)));
            case "showingPlcHdr" -> box(box -> box.leftOut = true);
            case "checkbox" -> box(box -> box.checked = false);
            case "checked" -> checked(WordXml.isOn(WordXml.value(xml)));
            case "checkBox" -> line(line -> line.check(false));
            case "t" -> inText = NAMESPACES.contains(String.valueOf(xml.getNamespaceURI()));
            case "instrText" -> inInstruction = true;
            case "fldChar" -> field(String.valueOf(WordXml.attribute(xml, "fldCharType")));
            case "hyperlink" -> line(line -> line.link(links.get(String.valueOf(WordXml.attribute(xml, "id")))));
            default -> inLine(name, xml);
        }
        return true;
    }

    private void inLine(String name, XMLStreamReader xml) {
        WordLine line = lines.peekLast();
        if (line == null) {
            return;
        }
        String value = WordXml.value(xml);
        switch (name) {
            case "pStyle" -> line.style(value, styles);
            case "numId" -> line.list(value);
            case "ilvl" -> line.level(WordXml.number(value, 0));
            case "outlineLvl" -> line.outline(WordXml.number(value, 9));
            case "r" -> line.startRun();
            case "b" -> line.bold(WordXml.isOn(value));
            case "rStyle" -> line.bold(value != null && value.equals("Strong") || line.isBold());
            case "vanish" -> line.hidden(WordXml.isOn(value));
            case "tab", "ptab" -> line.tab();
            case "br", "cr" -> line.lineEnd();
            case "noBreakHyphen" -> line.text("-");
            case "sym" -> line.symbol(String.valueOf(WordXml.attribute(xml, "char")));
            default -> {
                // looks, not words
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "tbl" -> endTable();
            case "tr" -> {
                if (rowDeleted) {
                    table(WordTable::dropRow);
                    rowDeleted = false;
                }
            }
            case "trPr" -> inRowProperties = false;
            case "tc" -> cells.pollLast();
            case "p" -> endParagraph();
            case "pPr" -> line(WordLine::endProperties);
            case "sdt" -> boxes.pollLast();
            case "t" -> inText = false;
            case "instrText" -> inInstruction = false;
            case "hyperlink" -> line(line -> line.link(null));
            default -> {
                // nothing ends with it
            }
        }
    }

    private boolean startContent() {
        Box box = boxes.peekLast();
        if (box == null) {
            return true;
        }
        Boolean checked = box.checked;
        if (checked != null) {
            line(line -> line.check(checked));
            return false;
        }
        return !box.leftOut;
    }

    private void checked(boolean done) {
        Box box = boxes.peekLast();
        if (box != null && box.checked != null) {
            box.checked = done;
        } else {
            line(line -> line.check(done));
        }
    }

    /** A field is a link when its instruction says so; what it shows stands between its middle and its end. */
    private void field(String part) {
        switch (part) {
            case "begin" -> instruction.setLength(0);
            case "separate" -> {
                String words = instruction.toString().strip();
                int open = words.indexOf('"');
                int close = words.indexOf('"', open + 1);
                if (words.startsWith("HYPERLINK") && open > 0 && close > open) {
                    line(line -> line.link(words.substring(open + 1, close)));
                }
            }
            default -> line(line -> line.link(null));
        }
    }

    private void endParagraph() {
        WordParagraph paragraph = lines.removeLast().toParagraph();
        if (paragraph == null) {
            return;
        }
        if (cells.isEmpty()) {
            blocks.add(paragraph);
        } else {
            cells.getLast().paragraphs.add(paragraph);
        }
    }

    private void endTable() {
        WordTable table = tables.removeLast();
        if (cells.isEmpty()) {
            blocks.add(table);
        } else {
            cells.getLast().paragraphs.addAll(table.paragraphs());
        }
    }

    private void table(Consumer<WordTable> change) {
        WordTable table = tables.peekLast();
        if (table != null) {
            change.accept(table);
        }
    }

    private void cell(Consumer<WordTable.WordCell> change) {
        WordTable.WordCell cell = cells.peekLast();
        if (cell != null) {
            change.accept(cell);
        }
    }

    private void line(Consumer<WordLine> change) {
        WordLine line = lines.peekLast();
        if (line != null) {
            change.accept(line);
        }
    }

    private void box(Consumer<Box> change) {
        Box box = boxes.peekLast();
        if (box != null) {
            change.accept(box);
        }
    }
}
