package io.followthrough.document.format;

import io.followthrough.document.format.StyleSheet.Style;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Walks a page once, from start to end, and writes each block when it is over. */
final class HtmlBlocks implements NodeVisitor {

    private final StyleSheet styles;
    private final boolean titled;
    private final Set<Element> layoutTables;
    private final MarkdownWriter out = new MarkdownWriter();
    private final InlineMarkdown words = new InlineMarkdown();
    private final StringBuilder code = new StringBuilder();
    private final HtmlEmphasis emphasis = new HtmlEmphasis();
    private final Deque<HtmlList> lists = new ArrayDeque<>();
    private final Deque<String> links = new ArrayDeque<>();
    private @Nullable HtmlTable table;
    private @Nullable Node hidden;
    private int heading;
    private int quotes;
    private int codes;

    HtmlBlocks(StyleSheet styles, boolean titled, Set<Element> layoutTables) {
        this.styles = styles;
        this.titled = titled;
        this.layoutTables = layoutTables;
    }

    void title(String title) {
        out.heading(1, title);
    }

    String text() {
        flush();
        return out.text();
    }

    @Override
    public void head(Node node, int depth) {
        if (hidden != null) {
            return;
        }
        if (node instanceof TextNode text) {
            text(text.getWholeText());
            return;
        }
        if (node instanceof Comment comment) {
            instruction(comment.getData());
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        Style style = styles.of(element);
        if (style.hidden()
                || element.attr("href").startsWith("#h.")
                        && element.siblingElements().isEmpty()) {
            // Google's table of contents is made of links to its headings.
            hidden = node;
            return;
        }
        String name = element.normalName();
        emphasis.open(name, style);
        open(name, element, style);
    }

    /** A comment is for whoever wrote the page, unless it tells this tool what to ignore. */
    private void instruction(String comment) {
        if (comment.strip().startsWith("followthrough:") && codes == 0 && table == null) {
            flush();
            out.paragraph("<!--" + comment + "-->");
        }
    }

    private void open(String name, Element element, Style style) {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = name.charAt(1) - '0' + (titled ? 1 : 0);
            }
            case "ul", "ol", "ac:task-list" -> {
                flush();
                lists.addLast(HtmlList.of(element, lists.peekLast(), styles));
            }
            case "li", "ac:task" -> {
                flush();
                if (lists.isEmpty()) {
                    lists.addLast(HtmlList.of(element, null, styles));
                }
                lists.getLast().startItem(element, style);
            }
            case "table" -> {
                flush();
                if (table == null && !layoutTables.contains(element)) {
                    table = new HtmlTable(element);
                }
            }
            case "tr" -> inTable(HtmlTable::startRow);
            case "td", "th" -> {
                flush();
                inTable(open -> open.startCell(element));
            }
            case "pre", "ac:plain-text-body" -> {
                flush();
                codes++;
            }
            case "blockquote" -> {
                flush();
                quotes++;
            }
            case "hr" -> {
                flush();
                if (table == null) {
                    out.rule();
                }
            }
            case "br" -> lineEnd();
            case "a" -> links.addLast(HtmlNames.target(element.attr("href")));
            case "input" -> checkbox(element);
            case "img" -> {
                if (element.hasClass("emoticon-tick")) {
                    text("✔ ");
                }
            }
            case "time" -> {
                if (element.childNodeSize() == 0) {
                    text(element.attr("datetime"));
                }
            }
            case "p" -> {
                flush();
                heading = titled && element.hasClass("title") ? 1 : heading;
            }
            default -> {
                if (HtmlNames.isBlock(name)) {
                    flush();
                }
            }
        }
    }

    private void checkbox(Element element) {
        if (!element.attr("type").equalsIgnoreCase("checkbox")) {
            return;
        }
        if (lists.isEmpty() || !lists.getLast().check(element.hasAttr("checked"))) {
            text(element.hasAttr("checked") ? "[x] " : "[ ] ");
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (hidden != null) {
            hidden = hidden == node ? null : hidden;
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        close(element.normalName(), element);
        emphasis.close();
    }

    private void close(String name, Element element) {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = 0;
            }
            case "ul", "ol", "ac:task-list" -> {
                flush();
                lists.pollLast();
            }
            case "li" -> {
                flush();
                if (!lists.isEmpty()) {
                    lists.getLast().endItem();
                }
            }
            case "ac:task-status" -> {
                boolean done = words.take().strip().equals("complete");
                if (!lists.isEmpty()) {
                    lists.getLast().check(done);
                }
            }
            case "ac:task" -> {
                flush();
                if (!lists.isEmpty()) {
                    lists.getLast().endItem();
                }
            }
            case "table" -> {
                flush();
                HtmlTable open = table;
                if (open != null && open.is(element)) {
                    table = null;
                    out.table(open.rows(), open.headed());
                }
            }
            case "td", "th" -> {
                flush();
                inTable(HtmlTable::endCell);
            }
            case "pre", "ac:plain-text-body" -> {
                codes--;
                if (codes == 0) {
                    endCode();
                }
            }
            case "blockquote" -> {
                flush();
                quotes--;
            }
            case "a" -> links.pollLast();
            case "p" -> {
                flush();
                heading = element.hasClass("title") ? 0 : heading;
            }
            default -> {
                if (HtmlNames.isBlock(name)) {
                    flush();
                }
            }
        }
    }

    private void endCode() {
        String text = code.toString();
        code.setLength(0);
        if (table != null) {
            table.add(text, false);
        } else {
            out.code(text);
        }
    }

    private void inTable(Consumer<HtmlTable> change) {
        if (table != null) {
            change.accept(table);
        }
    }

    private void lineEnd() {
        if (codes > 0) {
            code.append('\n');
        } else {
            words.lineEnd();
        }
    }

    private void text(String text) {
        if (codes > 0) {
            code.append(text);
            return;
        }
        boolean plain = heading > 0 || table != null && table.inHeadCell();
        words.add(
                text.replace('\r', ' ').replace('\n', ' '),
                !plain && emphasis.isBold(),
                links.isEmpty() || heading > 0 ? null : links.getLast());
        if (!text.isBlank() && !lists.isEmpty()) {
            lists.getLast().words(emphasis.isStruck());
        }
    }

    /** Writes the paragraph that is over as what it is: part of a cell, a heading, an item, a quotation, itself. */
    private void flush() {
        if (words.isEmpty()) {
            words.take();
            return;
        }
        boolean allBold = words.allBold();
        String text = words.take();
        HtmlList list = lists.peekLast();
        if (table != null) {
            table.add(list == null ? text : list.bareItem(text), allBold);
        } else if (heading > 0) {
            out.heading(heading, text);
        } else if (list != null && list.inItem()) {
            list.write(text, out);
        } else if (quotes > 0) {
            out.quote(text);
        } else {
            out.paragraph(text);
        }
    }
}
