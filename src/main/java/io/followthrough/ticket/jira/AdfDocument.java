package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** Paragraphs as a document of the Atlassian Document Format. Text needs no escaping there, but must not be empty. */
final class AdfDocument {

    /** Jira takes 32,767 characters; its own conversions need some of them. */
    private static final int LONGEST = 30_000;

    /** Characters that no text should have and that some databases refuse. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\h*\\n\\s*");

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
        ObjectNode mark = text(adf.paragraph(), linkText).putArray("marks").addObject();
        mark.put("type", "link").putObject("attrs").put("href", link);
        return adf.document;
    }

    private AdfDocument add(List<String> texts) {
        for (String text : texts) {
            for (String paragraph : BLANK_LINES.split(clean(text))) {
                if (!paragraph.isBlank() && !isFull()) {
                    String rest = Cut.to(LONGEST - length, paragraph.strip());
                    length += rest.length();
                    lines(rest);
                }
            }
        }
        return this;
    }

    private static String clean(String text) {
        return CONTROL.matcher(text.replaceAll("\\R", "\n")).replaceAll("");
    }

    private boolean isFull() {
        return length >= LONGEST;
    }

    private void lines(String paragraph) {
        ArrayNode inline = paragraph();
        for (String line : paragraph.lines().toList()) {
            if (!inline.isEmpty()) {
                inline.addObject().put("type", "hardBreak");
            }
            if (!line.isBlank()) {
                text(inline, line.strip());
            }
        }
    }

    private ArrayNode paragraph() {
        return content.addObject().put("type", "paragraph").putArray("content");
    }

    private static ObjectNode text(ArrayNode inline, String text) {
        return inline.addObject().put("type", "text").put("text", text);
    }
}
