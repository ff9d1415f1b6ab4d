package io.followthrough.document;

import io.followthrough.document.source.AngleBrackets;
import io.followthrough.document.source.Directives;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Shows a document on a page. Documents come from strangers: raw HTML is escaped, links lose every dangerous scheme,
 * images become links so that nothing is fetched, and what is left passes an allow-list.
 */
public final class DocumentHtml {

    private static final int DEEPEST = 50;

    /** Characters shown; what people review has a twentieth of that. */
    private static final int LONGEST = 1_000_000;

    /** Characters of a paragraph, which takes the parser time by the square of its links. */
    private static final int LONGEST_PARAGRAPH = 10_000;

    private static final String REST = "<p><strong>The document goes on: only its first million characters are shown."
            + " Download its text to read the rest.</strong></p>";

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), TaskListItemsExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .customInlineContentParserFactory(new AngleBrackets())
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .build();

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "blockquote",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "input")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .onElements("ol")
            .allowAttributes("align")
            .matching(false, "left", "right", "center")
            .onElements("th", "td")
            .allowAttributes("type")
            .matching(false, "checkbox")
            .onElements("input")
            .allowAttributes("checked", "disabled")
            .onElements("input")
            .allowStandardUrlProtocols()
            .requireRelNofollowOnLinks()
            .toFactory();

    private DocumentHtml() {}

    /**
     * The document as HTML that is safe to put into a page of ours; line breaks stay line breaks. Of a very long document
     * its start, which says so.
     */
    public static String render(String source) {
        String shown = source.length() <= LONGEST ? source : source.substring(0, LONGEST);
        Node document = PARSER.parse(withoutCodeByIndent(Directives.in(shown).without()));
        document.accept(new ImagesAsLinks());
        String html = ALLOWED.sanitize(RENDERER.render(document));
        return source.length() <= LONGEST ? html : html + REST;
    }

    /**
     * Takes the indentation of lines that hold words and not code: in postmortems an indented line is a list without
     * bullets, and Markdown would print it as code. Deeper nesting than four columns under a bullet stays.
     */
    private static String withoutCodeByIndent(String source) {
        StringBuilder text = new StringBuilder(source.length());
        boolean fenced = false;
        boolean list = false;
        int paragraph = 0;
        for (String line : source.split("\r\n|\r|\n", -1)) {
            String words = line.strip();
            fenced ^= words.startsWith("```") || words.startsWith("~~~");
            boolean bullet = isBullet(words);
            list = bullet || list && (words.isEmpty() || line.startsWith(" ") || line.startsWith("\t"));
            paragraph = words.isEmpty() || fenced || words.startsWith("|") ? 0 : paragraph + words.length();
            if (paragraph > LONGEST_PARAGRAPH) {
                text.append('\n');
                paragraph = words.length();
            }
            appendInPieces(fenced || list ? line : words.isEmpty() ? "" : line.stripLeading(), text);
            text.append('\n');
        }
        return text.toString();
    }

    private static void appendInPieces(String line, StringBuilder text) {
        for (int start = 0; start < line.length(); start += LONGEST_PARAGRAPH) {
            text.append(start == 0 ? "" : "\n\n")
                    .append(line, start, Math.min(line.length(), start + LONGEST_PARAGRAPH));
        }
    }

    private static boolean isBullet(String words) {
        return words.startsWith("- ")
                || words.startsWith("* ")
                || words.startsWith("+ ")
                || words.length() > 2
                        && Character.isDigit(words.charAt(0))
                        && (words.indexOf(". ") > 0 && words.indexOf(". ") < 4);
    }

    private static final class ImagesAsLinks extends AbstractVisitor {

        @Override
        public void visit(Image image) {
            Link link = new Link(image.getDestination(), image.getTitle());
            Node child = image.getFirstChild();
            if (child == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            while (child != null) {
                Node next = child.getNext();
                link.appendChild(child);
                child = next;
            }
            image.insertBefore(link);
            image.unlink();
        }
    }
}
