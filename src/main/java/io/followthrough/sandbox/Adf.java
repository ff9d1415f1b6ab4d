package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The Atlassian Document Format, as far as the sandbox looks into it. */
final class Adf {

    static final int LONGEST = 32_767;
    static final String TOO_LONG = "The entered text is too long. It exceeds the allowed limit of 32,767 characters.";

    private static final Set<String> BLOCKS = Set.of("paragraph", "heading", "codeBlock");

    private Adf() {}

    static boolean isDocument(JsonNode node) {
        return node.path("type").asText().equals("doc")
                && node.path("version").asInt() == 1
                && node.path("content").isArray()
                && node.findParents("text").stream()
                        .noneMatch(text -> text.path("text").asText().isEmpty());
    }

    static int length(JsonNode node) {
        return node.findValuesAsText("text").stream().mapToInt(String::length).sum();
    }

    /** The text without its markup, a line for each block. */
    static String plain(JsonNode node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString().strip();
    }

    private static void append(JsonNode node, StringBuilder text) {
        switch (node.path("type").asText()) {
            case "text" -> text.append(node.path("text").asText());
            case "hardBreak" -> text.append('\n');
            case "mention" -> text.append(node.at("/attrs/text").asText());
            default -> {
                node.path("content").forEach(child -> append(child, text));
                if (BLOCKS.contains(node.path("type").asText())) {
                    text.append('\n');
                }
            }
        }
    }

    static ObjectNode of(String plain) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("type", "doc").put("version", 1);
        ArrayNode inline = document.putArray("content")
                .addObject()
                .put("type", "paragraph")
                .putArray("content");
        for (String line : plain.strip().split("\\R", -1)) {
            if (!inline.isEmpty()) {
                inline.addObject().put("type", "hardBreak");
            }
            if (!line.isEmpty() || inline.isEmpty()) {
                inline.addObject().put("type", "text").put("text", line);
            }
        }
        return document;
    }
}
