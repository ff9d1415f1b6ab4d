package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The calls about the project: what can be set, by whom, and to whom tickets are given. */
class ProjectCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> PERMISSIONS = List.of(
            "BROWSE_PROJECTS",
            "CREATE_ISSUES",
            "EDIT_ISSUES",
            "ADD_COMMENTS",
            "ASSIGN_ISSUES",
            "ASSIGNABLE_USER",
            "SCHEDULE_ISSUES",
            "TRANSITION_ISSUES",
            WatcherCalls.PERMISSION,
            "ADMINISTER_PROJECTS");

    private final SandboxSettings settings;
    private final IssueJson json;
    private final Misbehaviour misbehaviour;

    ProjectCalls(SandboxSettings settings, IssueJson json, Misbehaviour misbehaviour) {
        this.settings = settings;
        this.json = json;
        this.misbehaviour = misbehaviour;
    }

    Answer types(String projectKey) {
        requireProject(projectKey);
        return metadata(
                "issueTypes",
                IssueJson.TYPES.keySet().stream().sorted().map(json::type).toList());
    }

    Answer fieldsOfType(String projectKey, String typeId) {
        requireProject(projectKey);
        if (!IssueJson.TYPES.containsKey(typeId)) {
            throw RefusedException.because(400, "The issue type selected is invalid.");
        }
        ArrayNode fields = JSON.arrayNode();
        fields.add(field("project", "Project", "project", true).set("allowedValues", list(json.project())));
        fields.add(field("issuetype", "Issue Type", "issuetype", true).set("allowedValues", list(json.type(typeId))));
        fields.add(field("summary", "Summary", "string", true));
        fields.add(field("description", "Description", "string", false));
        fields.add(field("duedate", "Due date", "date", false));
        fields.add(field("priority", "Priority", "priority", false).set("allowedValues", priorities()));
        fields.add(field("labels", "Labels", "array", false));
        fields.add(field("assignee", "Assignee", "user", false));
        misbehaviour.requiredFields().stream()
                .filter(required -> required.startsWith("customfield_"))
                .forEach(required -> fields.add(field(required, required, "string", true)));
        List<JsonNode> shown = new ArrayList<>();
        fields.forEach(shown::add);
        shown.removeIf(field ->
                misbehaviour.refusedFields().contains(field.path("fieldId").asText()));
        return metadata("fields", shown);
    }

    /** A page of what can be set on creation; Data Center lists it under a name of its own. */
    private Answer metadata(String name, List<? extends JsonNode> all) {
        ObjectNode body = JSON.objectNode();
        body.put("startAt", 0).put("maxResults", RestApi.USUAL_PAGE).put("total", all.size());
        if (settings.dialect() == SandboxDialect.DATA_CENTER) {
            body.put("isLast", true).putArray("values").addAll(all);
        } else {
            body.putArray(name).addAll(all);
        }
        return Answer.json(200, body);
    }

    private ObjectNode field(String id, String name, String type, boolean required) {
        ObjectNode field = JSON.objectNode();
        field.put("required", required);
        ObjectNode schema = field.putObject("schema").put("type", type).put("system", id);
        if (type.equals("array")) {
            schema.put("items", "string");
        }
        field.put("name", name).put("fieldId", id).put("hasDefaultValue", id.equals("priority"));
        if (settings.dialect() == SandboxDialect.CLOUD) {
            field.put("key", id);
        }
        field.putArray("operations").add("set");
        return field;
    }

    Answer priorityPage() {
        ArrayNode values = priorities();
        ObjectNode body = JSON.objectNode();
        body.put("self", json.self("priority/search")).put("startAt", 0).put("maxResults", RestApi.USUAL_PAGE);
        body.put("total", values.size()).put("isLast", true).set("values", values);
        return Answer.json(200, body);
    }

    ArrayNode priorities() {
        ArrayNode priorities = JSON.arrayNode();
        Arrays.stream(Level.values())
                .filter(misbehaviour::hasPriority)
                .map(json::priority)
                .forEach(priorities::add);
        return priorities;
    }

    Answer project(String keyOrId) {
        requireProject(keyOrId);
        return Answer.json(200, json.project());
    }

    private void requireProject(String keyOrId) {
        boolean known = keyOrId.equals(settings.project()) || keyOrId.equals(IssueJson.PROJECT_ID);
        if (!known || misbehaviour.isProjectHidden()) {
            throw RefusedException.because(404, "No project could be found with key '" + keyOrId + "'.");
        }
    }

    Answer permissions(Call call) {
        ObjectNode body = JSON.objectNode();
        ObjectNode permissions = body.putObject("permissions");
        boolean cloud = settings.dialect() == SandboxDialect.CLOUD;
        for (String key : cloud ? call.queryList("permissions") : PERMISSIONS) {
            permissions
                    .putObject(key)
                    .put("id", key)
                    .put("key", key)
                    .put("name", key)
                    .put("type", "PROJECT")
                    .put("havePermission", isGiven(key));
        }
        return Answer.json(200, body);
    }

    private boolean isGiven(String permission) {
        boolean withheld = permission.equals(WatcherCalls.PERMISSION) && WatcherCalls.areRefused(misbehaviour);
        return !withheld && !misbehaviour.isProjectHidden();
    }

    Answer assignable(Call call) {
        String query = call.query(settings.dialect() == SandboxDialect.CLOUD ? "query" : "username")
                .toLowerCase();
        ArrayNode found = JSON.arrayNode();
        settings.people().get().stream()
                .filter(person -> !misbehaviour.areAssigneesRefused())
                .filter(person -> person.mail().toLowerCase().contains(query)
                        || person.name().toLowerCase().contains(query))
                .map(json::user)
                .forEach(found::add);
        return Answer.json(200, found);
    }

    private static ArrayNode list(JsonNode only) {
        return JSON.arrayNode().add(only);
    }
}
