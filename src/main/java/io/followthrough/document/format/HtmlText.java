package io.followthrough.document.format;

import io.followthrough.document.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * The content of a web page as Markdown: pages in general, and the layouts that Google Docs and Confluence export.
 * Nothing is fetched.
 */
final class HtmlText {

    /** Beyond it elements are put beside each other; what people write nests a third as deep. */
    private static final int DEEPEST = 100;

    /** Confluence draws these around the page it exports. */
    private static final String AROUND = "#breadcrumb-section, .page-metadata, #footer, .toc-macro, .comment-section,"
            + " .pageSection:has(> .pageSectionHeader > h2#attachments), script, style, noscript, template, iframe,"
            + " object, svg, select, nav, ac|parameter, ac|task-id, ac|task-uuid";

    private HtmlText() {}

    static String of(String html) {
        TagDepth.requireBounded(html);
        return of(parse(html));
    }

    private static Document parse(String html) {
        // Confluence stores pages as XML, with elements that close themselves and text in CDATA.
        boolean stored = html.contains("<ac:") || html.contains("<ri:");
        Parser parser = (stored ? Parser.xmlParser() : Parser.htmlParser()).setMaxDepth(DEEPEST);
        return Jsoup.parse(html, "", parser);
    }

    private static String of(Document document) {
        StyleSheet styles = new StyleSheet();
        document.select("style").forEach(style -> styles.read(style.data()));
        String title = document.title().strip();
        document.select("head").remove();
        document.select(AROUND).remove();
        withoutGoogleComments(document);
        withoutSpaceName(document);
        boolean titled = document.selectFirst("p.title") != null;
        boolean headed = titled || document.selectFirst("h1") != null;
        HtmlBlocks blocks = new HtmlBlocks(styles, titled, LayoutTables.of(document));
        if (!headed && !title.isEmpty() && !title.toLowerCase(Locale.ROOT).startsWith("untitled")) {
            blocks.title(title);
        }
        NodeTraversor.traverse(blocks, document);
        String text = blocks.text();
        if (text.isBlank()) {
            throw new UnreadableDocumentException(
                    "The page holds no text. Export the postmortem once more and look whether the file shows it.");
        }
        return text;
    }

    /** Comments in the margin come as marks in the text and paragraphs at the end. */
    private static void withoutGoogleComments(Document document) {
        for (Element link : new ArrayList<>(document.select("a[href^=#cmnt]"))) {
            Element paragraph = link.attr("href").startsWith("#cmnt_ref") ? link.closest("p") : link.closest("sup");
            Element parent = paragraph == null ? null : paragraph.parent();
            boolean boxed = parent != null && parent.normalName().equals("div") && parent.childrenSize() == 1;
            remove(boxed ? parent : paragraph == null ? link : paragraph);
        }
    }

    private static void remove(@Nullable Element element) {
        if (element != null && element.parent() != null) {
            element.remove();
        }
    }

    /** Confluence writes {@code Space : Title} over an exported page. */
    private static void withoutSpaceName(Document document) {
        Element title = document.selectFirst("#title-text");
        if (title == null) {
            return;
        }
        String words = title.text();
        int colon = words.indexOf(" : ");
        if (colon > 0) {
            title.text(words.substring(colon + 3));
        }
    }
}
