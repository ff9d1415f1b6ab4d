package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Paragraphs as a document of the Atlassian Document Format. Text needs no escaping there, but must not be empty. */
final class AdfDocument {

    /** Jira takes 32,767 characters; its own conversions need some of them. */
    private static final int LONGEST = 30_000;

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ArrayNode content;
    private int length;

    private AdfDocument() {
        document.put("type", "doc").put("version", 1);
        content = document.putArray("content");
    }

    static ObjectNode of(List<String> paragraphs) {
        return new AdfDocument().add(paragraphs).document;
    }

    /** The paragraphs and below them a link, which is there however much of the text is cut. */
    static ObjectNode of(List<String> paragraphs, String linkText, String link) {
        AdfDocument adf = new AdfDocument().add(paragraphs);
        ObjectNode mark = adf.paragraph(linkText).putArray("marks").addObject();
        mark.put("type", "link").putObject("attrs").put("href", link);
        return adf.document;
    }

    private AdfDocument add(List<String> paragraphs) {
        for (String paragraph : paragraphs) {
            String text = paragraph.strip();
            if (text.isEmpty()) {
                continue;
            }
            if (length + text.length() > LONGEST) {
                paragraph(Cut.to(LONGEST - length, text));
                break;
            }
            paragraph(text);
            length += text.length();
        }
        return this;
    }

    private ObjectNode paragraph(String text) {
        ObjectNode paragraph = content.addObject();
        paragraph.put("type", "paragraph");
        return paragraph.putArray("content").addObject().put("type", "text").put("text", text);
    }
}
