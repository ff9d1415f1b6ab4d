package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Checks each field as Jira does, in its words, and puts it on an issue. One use per request. */
class FieldRules {

    private static final int LONGEST_SUMMARY = 255;
    private static final Set<String> ON_CREATION_ONLY = Set.of("project", "issuetype");

    private final SandboxDialect dialect;
    private final String project;
    private final Misbehaviour misbehaviour;
    private final Supplier<List<SandboxPerson>> people;
    private final Map<String, String> errors = new LinkedHashMap<>();

    FieldRules(SandboxSettings settings, Misbehaviour misbehaviour) {
        this.dialect = settings.dialect();
        this.project = settings.project();
        this.misbehaviour = misbehaviour;
        this.people = settings.people();
    }

    void set(Issue issue, String field, JsonNode value) {
        if (misbehaviour.refusedFields().contains(field)) {
            offScreen(field);
            return;
        }
        switch (field) {
            case "project" ->
                expect(
                        field,
                        project.equals(value.path("key").asText())
                                || IssueJson.PROJECT_ID.equals(value.path("id").asText()),
                        "valid project is required");
            case "issuetype" -> setType(issue, value);
            case "summary" -> setSummary(issue, value);
            case "description" -> setDescription(issue, value);
            case "duedate" -> setDueDate(issue, value);
            case "priority" -> setPriority(issue, value);
            case "labels" -> setLabels(issue, value);
            case "assignee" -> setAssignee(issue, value);
            default -> {
                if (misbehaviour.requiredFields().contains(field)) {
                    issue.more().set(field, value);
                } else {
                    offScreen(field);
                }
            }
        }
    }

    /** Applies one entry of {@code update}, for example {@code {"add": "label"}}. */
    void update(Issue issue, String field, JsonNode operation) {
        if (operation.has("set")) {
            set(issue, field, operation.path("set"));
        } else if (field.equals("labels") && (operation.has("add") || operation.has("remove"))) {
            changeLabels(issue, operation);
        } else if (field.equals("comment") && operation.has("add")) {
            checkComment(operation.path("add").path("body"));
        } else {
            errors.put(field, "Field '" + field + "' does not support this operation.");
        }
    }

    void checkComment(JsonNode body) {
        expect("comment", dialect.isRich(body), "Comment body is not valid!");
        expect("comment", dialect.length(body) <= Adf.LONGEST, Adf.TOO_LONG);
    }

    void require(String field, JsonNode fields, String message) {
        expect(field, !fields.path(field).isMissingNode(), message);
    }

    void refuseOnEdit(String field) {
        if (ON_CREATION_ONLY.contains(field)) {
            offScreen(field);
        }
    }

    /** Refuses the request if anything was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw new RefusedException(Answer.fieldErrors(errors));
        }
    }

    private void setType(Issue issue, JsonNode value) {
        String id =
                IssueJson.typeId(value.path("id").asText(), value.path("name").asText());
        expect("issuetype", !id.isEmpty(), "The issue type selected is invalid.");
        issue.set("type", id);
    }

    private void setSummary(Issue issue, JsonNode value) {
        String text = value.asText();
        expect("summary", value.isTextual() && !text.isBlank(), "You must specify a summary of the issue.");
        expect("summary", text.length() <= LONGEST_SUMMARY, "Summary can't exceed " + LONGEST_SUMMARY + " characters.");
        expect("summary", text.lines().count() <= 1, "The summary is invalid because it contains newline characters.");
        issue.set("summary", text);
    }

    private void setDescription(Issue issue, JsonNode value) {
        expect(
                "description",
                value.isNull() || dialect.isRich(value),
                dialect == SandboxDialect.CLOUD
                        ? "Operation value must be an Atlassian Document (see the Atlassian Document Format)"
                        : "Operation value must be a string");
        expect("description", dialect.length(value) <= Adf.LONGEST, Adf.TOO_LONG);
        issue.set("description", value);
    }

    private void setDueDate(Issue issue, JsonNode value) {
        try {
            issue.set(
                    "duedate",
                    value.isNull() ? null : LocalDate.parse(value.asText()).toString());
        } catch (DateTimeParseException e) {
            errors.put("duedate", "Error parsing date string: " + value.asText());
        }
    }

    private void setPriority(Issue issue, JsonNode value) {
        Level.withIdOrName(value.path("id").asText(), value.path("name").asText())
                .filter(misbehaviour::hasPriority)
                .ifPresentOrElse(
                        level -> issue.set("priority", level.id),
                        () -> errors.put("priority", "The priority selected is invalid."));
    }

    private void setLabels(Issue issue, JsonNode value) {
        List<String> labels = new ArrayList<>();
        value.forEach(label -> labels.add(checkedLabel(label)));
        expect("labels", value.isArray(), "data was not an array");
        issue.setLabels(labels.stream().distinct().toList());
    }

    private void changeLabels(Issue issue, JsonNode operation) {
        if (misbehaviour.refusedFields().contains("labels")) {
            offScreen("labels");
            return;
        }
        List<String> labels = new ArrayList<>(issue.labels());
        labels.remove(operation.path("remove").asText());
        if (operation.has("add") && !labels.contains(operation.path("add").asText())) {
            labels.add(checkedLabel(operation.path("add")));
        }
        issue.setLabels(labels);
    }

    private String checkedLabel(JsonNode label) {
        String text = label.asText();
        expect("labels", label.isTextual() && !text.isEmpty(), "Label must be a string.");
        expect(
                "labels",
                text.codePoints().noneMatch(Character::isWhitespace),
                "The label '" + text + "' contains spaces which is invalid.");
        return text;
    }

    private void setAssignee(Issue issue, JsonNode value) {
        String called = dialect == SandboxDialect.CLOUD
                ? value.path("accountId").asText(value.path("id").asText())
                : value.path("name").asText();
        String account = people.get().stream()
                .filter(person -> !misbehaviour.areAssigneesRefused())
                .filter(person ->
                        called.equals(dialect == SandboxDialect.CLOUD ? person.accountId() : person.username()))
                .map(SandboxPerson::accountId)
                .findFirst()
                .orElse("");
        expect(
                "assignee",
                value.isNull() || called.isEmpty() || !account.isEmpty(),
                "User '" + called + "' cannot be assigned issues.");
        issue.set("assignee", account);
    }

    private void offScreen(String field) {
        errors.put(field, "Field '" + field + "' cannot be set. It is not on the appropriate screen, or unknown.");
    }

    private void expect(String field, boolean holds, String otherwise) {
        if (!holds) {
            errors.putIfAbsent(field, otherwise);
        }
    }
}
