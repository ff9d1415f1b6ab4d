package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Descriptions and comments as HTML. */
final class RichTextHtml {

    private static final Map<String, String> TAGS = Map.of(
            "paragraph", "p",
            "bulletList", "ul",
            "orderedList", "ol",
            "listItem", "li",
            "codeBlock", "pre",
            "blockquote", "blockquote",
            "table", "table",
            "tableRow", "tr",
            "tableHeader", "th",
            "tableCell", "td");

    private RichTextHtml() {}

    /** What somebody wrote, in the form of either dialect. */
    static String of(JsonNode document) {
        if (document.isTextual()) {
            return "<pre class=\"wiki\">" + BoardFrame.escape(document.asText()) + "</pre>";
        }
        String html = blocks(document);
        return html.isEmpty() ? "<p class=\"empty\">No description.</p>" : html;
    }

    private static String blocks(JsonNode parent) {
        StringBuilder html = new StringBuilder();
        parent.path("content").forEach(node -> html.append(block(node)));
        return html.toString();
    }

    private static String block(JsonNode node) {
        String type = node.path("type").asText();
        String tag = TAGS.get(type);
        if (tag != null) {
            return "<" + tag + ">" + blocks(node) + "</" + tag + ">";
        }
        return switch (type) {
            case "heading" -> "<h3>" + blocks(node) + "</h3>";
            case "hardBreak" -> "<br>";
            case "mention" -> "<b>" + BoardFrame.escape(node.at("/attrs/text").asText()) + "</b>";
            default -> text(node);
        };
    }

    private static String text(JsonNode inline) {
        String text = BoardFrame.escape(inline.path("text").asText());
        String address = inline.findPath("href").asText();
        return address.matches("https?://.*")
                ? "<a href=\"%s\">%s</a>".formatted(BoardFrame.escape(address), text)
                : text;
    }
}
