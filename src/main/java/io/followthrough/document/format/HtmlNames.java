package io.followthrough.document.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What the names in a page mean. */
final class HtmlNames {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "html",
            "main",
            "p",
            "section",
            "summary",
            "title",
            "tbody",
            "thead",
            "tfoot",
            "caption",
            "ac:task-body",
            "ac:rich-text-body",
            "ac:layout",
            "ac:layout-cell",
            "ac:layout-section");

    private HtmlNames() {}

    /** Whether the element stands on lines of its own; those that mean more are not among them. */
    static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** Where a link leads; Google leads by way of itself. */
    static String target(String href) {
        String prefix = "https://www.google.com/url?q=";
        if (!href.startsWith(prefix)) {
            return href;
        }
        int end = href.indexOf('&', prefix.length());
        String encoded = href.substring(prefix.length(), end < 0 ? href.length() : end);
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return href;
        }
    }
}
