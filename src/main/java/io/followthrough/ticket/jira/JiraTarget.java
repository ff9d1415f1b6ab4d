package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What an issue of ours is made as.
 *
 * @param project key
 * @param issueType name or id
 * @param priorities the project's priority, by name or id, for {@code P0} to {@code P4}; those that are missing are
 *     taken from the same place in the project's own list
 * @param labels besides ours
 * @param components names
 * @param parent key of the epic or parent; empty for none
 * @param fields further fields by id
 */
record JiraTarget(
        String project,
        String issueType,
        Map<String, String> priorities,
        List<String> labels,
        List<String> components,
        String parent,
        Map<String, JsonNode> fields) {

    /** For people: "project OPS, type Task". */
    String where() {
        return "project " + project + ", type " + issueType;
    }
}
