package io.followthrough.document.format;

import io.followthrough.document.UnreadableDocumentException;
import java.util.Locale;
import java.util.Set;

/**
 * Looks how deep a page nests before it is parsed: a parser of HTML looks through everything that is open at every tag,
 * so that ten megabytes of {@code <div>} would take it minutes.
 */
final class TagDepth {

    private static final int DEEPEST = 2_000;

    /** Tags that end by themselves or that nobody closes. */
    private static final Set<String> NOT_COUNTED = Set.of(
            "p",
            "li",
            "td",
            "th",
            "tr",
            "dt",
            "dd",
            "option",
            "br",
            "hr",
            "img",
            "input",
            "meta",
            "link",
            "col",
            "area",
            "base",
            "embed",
            "source",
            "wbr",
            "tbody",
            "thead",
            "tfoot",
            "colgroup",
            "html",
            "head",
            "body");

    private TagDepth() {}

    /** @throws UnreadableDocumentException when tags are opened and opened and not closed */
    static void requireBounded(String html) {
        int depth = 0;
        for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
            boolean closes = html.charAt(i + 1) == '/';
            int start = closes ? i + 2 : i + 1;
            int end = start;
            while (end < html.length() && end - start < 20 && Character.isLetterOrDigit(html.charAt(end))) {
                end++;
            }
            if (end == start || NOT_COUNTED.contains(html.substring(start, end).toLowerCase(Locale.ROOT))) {
                continue;
            }
            depth = Math.max(0, depth + (closes ? -1 : 1));
            if (depth > DEEPEST) {
                throw new UnreadableDocumentException("The page nests its tags more than %,d deep.".formatted(DEEPEST)
                        + " Export it once more, or copy its text and send that.");
            }
        }
    }
}
