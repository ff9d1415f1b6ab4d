package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the sandbox, as it is at the moment.
 *
 * @param description without markup
 * @param status name of its column
 * @param priority name, Highest to Lowest
 * @param assignee account id, or null when unassigned
 * @param watchers account ids, in the order they came
 * @param comments without markup, oldest first
 * @param properties what applications keep with the ticket, by key
 */
public record SandboxIssue(
        String id,
        String key,
        String summary,
        String description,
        String status,
        @Nullable LocalDate dueDate,
        String priority,
        List<String> labels,
        @Nullable String assignee,
        List<String> watchers,
        List<String> comments,
        JsonNode properties) {

    static SandboxIssue of(Issue issue) {
        return new SandboxIssue(
                issue.id(),
                issue.key(),
                issue.get("summary"),
                SandboxDialect.plain(issue.description()),
                issue.status().title,
                issue.get("duedate").isEmpty() ? null : LocalDate.parse(issue.get("duedate")),
                Level.withIdOrName(issue.get("priority"), "")
                        .map(level -> level.title)
                        .orElse(""),
                issue.labels(),
                issue.get("assignee").isEmpty() ? null : issue.get("assignee"),
                issue.watchers(),
                StreamSupport.stream(issue.comments().spliterator(), false)
                        .map(comment -> SandboxDialect.plain(comment.path("body")))
                        .toList(),
                issue.properties());
    }
}
