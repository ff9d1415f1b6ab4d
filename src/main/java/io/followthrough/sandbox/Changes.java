package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** What distinguishes two states of an issue, as a change log and a webhook tell it. */
final class Changes {

    /** The fields that are told about, as the document of an issue calls them, and Jira's names for them. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        for (String same : new String[] {
            "status", "resolution", "duedate", "priority", "summary", "description", "labels", "assignee"
        }) {
            FIELDS.put(same, same);
        }
        FIELDS.put("key", "Key");
    }

    private Changes() {}

    static ArrayNode between(Issue before, Issue after, IssueJson json) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        FIELDS.forEach((field, name) -> {
            JsonNode from = before.doc().path(field);
            JsonNode to = after.doc().path(field);
            if (!from.equals(to)) {
                items.addObject()
                        .put("field", name)
                        .put("fieldtype", "jira")
                        .put("fieldId", field)
                        .put("from", from.asText())
                        .put("fromString", words(field, from, json))
                        .put("to", to.asText())
                        .put("toString", words(field, to, json));
            }
        });
        return items;
    }

    private static String words(String field, JsonNode value, IssueJson json) {
        if (value.isMissingNode()) {
            return "";
        }
        return switch (field) {
            case "status" -> Status.withId(value.asText()).title;
            case "priority" ->
                Level.withIdOrName(value.asText(), "").map(level -> level.title).orElse("");
            case "assignee" -> json.user(value.asText()).path("displayName").asText();
            default -> value.isContainerNode() ? SandboxDialect.plain(value) : value.asText();
        };
    }
}
