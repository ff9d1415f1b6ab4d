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

    /** The document as HTML that is safe to put into a page of ours; line breaks stay line breaks. */
    public static String render(String source) {
        Node document = PARSER.parse(withoutCodeByIndent(Directives.in(source).without()));
        document.accept(new ImagesAsLinks());
        return ALLOWED.sanitize(RENDERER.render(document));
    }

    /**
     * Takes the indentation of lines that hold words and not code: in postmortems an indented line is a list without
     * bullets, and Markdown would print it as code. Deeper nesting than four columns under a bullet stays.
     */
    private static String withoutCodeByIndent(String source) {
        StringBuilder text = new StringBuilder(source.length());
        boolean fenced = false;
        boolean list = false;
        for (String line : source.split("\r\n|\r|\n", -1)) {
            String words = line.strip();
            fenced ^= words.startsWith("```") || words.startsWith("~~~");
            boolean bullet = isBullet(words);
            list = bullet || list && (words.isEmpty() || line.startsWith(" ") || line.startsWith("\t"));
            text.append(fenced || list ? line : words.isEmpty() ? "" : line.stripLeading())
                    .append('\n');
        }
        return text.toString();
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
