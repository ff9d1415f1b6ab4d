package io.followthrough.document.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Writes Word documents, paragraph by paragraph. */
public final class WordFile {

    private static final String SPACES = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006\"""";

    private final XWPFDocument document = new XWPFDocument();

    public WordFile() {
        try {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse("<w:styles " + SPACES + ">"
                                    + style("Titel", "Title", "")
                                    + style(
                                            "berschrift1",
                                            "heading 1",
                                            "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr>")
                                    + style("Eigene", "Our heading", "<w:basedOn w:val=\"berschrift1\"/>")
                                    + style("TOC1", "toc 1", "") + "</w:styles>")
                            .getStyles());
            document.createNumbering()
                    .setNumbering(NumberingDocument.Factory.parse("<w:numbering " + SPACES + ">"
                                    + list(1, "bullet", "•")
                                    + list(2, "decimal", "%1.")
                                    + list(3, "bullet", "☐")
                                    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
                                    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
                                    + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>")
                            .getNumbering());
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String style(String id, String name, String inside) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + inside
                + "</w:style>";
    }

    private static String list(int id, String format, String mark) {
        StringBuilder levels = new StringBuilder();
        for (int level = 0; level < 3; level++) {
            levels.append(
                    "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>"
                            .formatted(level, format, mark));
        }
        return "<w:abstractNum w:abstractNumId=\"%d\">%s</w:abstractNum>".formatted(id, levels);
    }

    /** A paragraph of that style. */
    public WordFile styled(String style, String text) {
        return raw("<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text));
    }

    public WordFile paragraph(String text) {
        return raw(run(text));
    }

    /** A list item; 1 is a list of bullets, 2 of numbers, 3 of boxes. */
    public WordFile item(int list, int level, String inside) {
        return raw("<w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>%s"
                .formatted(level, list, inside));
    }

    /** A paragraph with this WordprocessingML inside. */
    public WordFile raw(String inside) {
        try {
            CTP paragraph = DocumentDocument.Factory.parse(
                            "<w:document " + SPACES + "><w:body><w:p>" + inside + "</w:p></w:body></w:document>")
                    .getDocument()
                    .getBody()
                    .getPArray(0);
            document.createParagraph().getCTP().set(paragraph);
            return this;
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table whose first row has bold words. */
    public WordFile table(String[][] rows) {
        XWPFTable table = document.createTable(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                var run = table.getRow(i).getCell(j).getParagraphs().get(0).createRun();
                run.setText(rows[i][j]);
                run.setBold(i == 0);
            }
        }
        return this;
    }

    /** A run of words that is a link. */
    public String link(String text, String url) {
        String id = document.getPackagePart()
                .addExternalRelationship(url, PackageRelationshipTypes.HYPERLINK_PART)
                .getId();
        return "<w:hyperlink r:id=\"" + id + "\">" + run(text) + "</w:hyperlink>";
    }

    public static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    public static String bold(String text) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    public static String checkbox(boolean done) {
        return "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"" + (done ? 1 : 0)
                + "\"/></w14:checkbox></w:sdtPr><w:sdtContent>" + run(done ? "☒" : "☐") + "</w:sdtContent></w:sdt>";
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
