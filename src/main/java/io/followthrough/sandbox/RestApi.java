package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The calls of Jira Cloud's REST API, version 3, that the sandbox answers. */
class RestApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_IN_BULK = 100;
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 5000;
    private static final String LOGIN_REASON = "X-Seraph-LoginReason";
    private static final Set<String> SEARCH_PARAMETERS = Set.of(
            "jql", "fields", "fieldsByKeys", "expand", "maxResults", "nextPageToken", "properties", "reconcileIssues");
    private static final Set<String> BULK_PARAMETERS =
            Set.of("issueIdsOrKeys", "fields", "fieldsByKeys", "expand", "properties");

    private final String baseUrl;
    private final SandboxSettings settings;
    private final Issues issues;
    private final IssueJson json;
    private final Misbehaviour misbehaviour;
    private final Clock clock;
    private final Routes routes;

    RestApi(
            String baseUrl,
            SandboxSettings settings,
            Issues issues,
            IssueJson json,
            Misbehaviour misbehaviour,
            Clock clock) {
        this.baseUrl = baseUrl;
        this.settings = settings;
        this.issues = issues;
        this.json = json;
        this.misbehaviour = misbehaviour;
        this.clock = clock;
        String issue = "/rest/api/3/issue";
        this.routes = new Routes()
                .on("POST", issue, (call, path) -> Answer.json(201, json.reference(issues.create(call.json()))))
                .on("POST", issue + "/bulkfetch", (call, path) -> bulkFetch(call.json()))
                .on("GET", issue + "/createmeta/{}/issuetypes", (call, path) -> types(path[0]))
                .on("GET", issue + "/createmeta/{}/issuetypes/{}", (call, path) -> fieldsOfType(path[0], path[1]))
                .on("GET", issue + "/{}", this::issue)
                .on("PUT", issue + "/{}", this::edit)
                .on("DELETE", issue + "/{}", this::delete)
                .on("PUT", issue + "/{}/assignee", this::assign)
                .on("GET", issue + "/{}/transitions", this::transitions)
                .on("POST", issue + "/{}/transitions", this::transition)
                .on("POST", issue + "/{}/comment", this::comment)
                .on("POST", "/rest/api/3/search/jql", (call, path) -> search(call.json()))
                .on("GET", "/rest/api/3/priority", (call, path) -> Answer.json(200, priorities()))
                .on("GET", "/rest/api/3/priority/search", (call, path) -> priorityPage())
                .on("GET", "/rest/api/3/myself", (call, path) -> Answer.json(200, json.user(json.self())))
                .on("GET", "/rest/api/3/serverInfo", (call, path) -> serverInfo())
                .on("GET", "/rest/api/2/serverInfo", (call, path) -> serverInfo())
                .on("GET", "/rest/api/3/project/{}", (call, path) -> project(path[0]))
                .on("GET", "/rest/api/3/mypermissions", (call, path) -> permissions(call))
                .on("GET", "/rest/api/3/user/assignable/search", (call, path) -> assignable(call));
    }

    Answer answer(Call call, boolean asStranger) {
        try {
            if (asStranger || !isAuthentic(call)) {
                return answerStranger(call);
            }
            return routes.answer(call);
        } catch (RefusedException refusal) {
            return refusal.answer();
        }
    }

    private boolean isAuthentic(Call call) {
        String credentials = settings.user() + ":" + settings.token();
        String expected = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return expected.equals(call.header("authorization"));
    }

    /** As Jira Cloud does with expired tokens: a search succeeds and finds nothing; only a header tells. */
    private Answer answerStranger(Call call) {
        Answer answer;
        if (call.path().endsWith("/search/jql")) {
            ObjectNode nothing = JSON.objectNode();
            nothing.putArray("issues");
            answer = Answer.json(200, nothing.put("isLast", true));
        } else if (call.path().endsWith("/serverInfo")) {
            answer = serverInfo();
        } else {
            answer = Answer.error(401, "Client must be authenticated to access this resource.");
        }
        return call.header("authorization") == null ? answer : answer.with(LOGIN_REASON, "AUTHENTICATED_FAILED");
    }

    private Answer issue(Call call, String[] path) {
        Issue issue = issues.get(path[0]);
        List<String> fields = call.queryList("fields");
        return Answer.json(
                200, json.issue(issue, fields.isEmpty() ? List.of("*all") : fields, call.queryList("properties")));
    }

    private Answer edit(Call call, String[] path) {
        issues.edit(path[0], call.json(), json.self());
        return Answer.noContent();
    }

    private Answer delete(Call call, String[] path) {
        issues.delete(path[0], json.self());
        return Answer.noContent();
    }

    private Answer assign(Call call, String[] path) {
        issues.assign(path[0], call.json(), json.self());
        return Answer.noContent();
    }

    private Answer transitions(Call call, String[] path) {
        issues.get(path[0]);
        ObjectNode body = JSON.objectNode().put("expand", "transitions");
        ArrayNode transitions = body.putArray("transitions");
        Arrays.stream(Status.values()).map(json::transition).forEach(transitions::add);
        return Answer.json(200, body);
    }

    private Answer transition(Call call, String[] path) {
        String id = call.json().path("transition").path("id").asText();
        Status to = Arrays.stream(Status.values())
                .filter(status -> status.transition.equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.because(
                        400,
                        "It seems that you have tried to perform a workflow operation (" + id + ") that is not"
                                + " valid for the current state of this issue."));
        issues.move(path[0], to, json.self());
        return Answer.noContent();
    }

    private Answer comment(Call call, String[] path) {
        return Answer.json(201, issues.comment(path[0], call.json().path("body"), json.self()));
    }

    private Answer bulkFetch(JsonNode request) {
        refuseUnknown(request, BULK_PARAMETERS);
        List<String> wanted = strings(request.path("issueIdsOrKeys"));
        if (wanted.isEmpty() || wanted.size() > MOST_IN_BULK) {
            throw RefusedException.because(400, "Between 1 and " + MOST_IN_BULK + " issues can be fetched at once.");
        }
        List<String> fields = request.has("fields") ? strings(request.path("fields")) : List.of("*navigable");
        ObjectNode body = JSON.objectNode();
        ArrayNode found = body.putArray("issues");
        issues.all().stream()
                .filter(issue -> wanted.contains(issue.id()) || wanted.contains(issue.key()))
                .forEach(issue -> found.add(json.issue(issue, fields, strings(request.path("properties")))));
        body.putArray("issueErrors");
        return Answer.json(200, body);
    }

    private Answer search(JsonNode request) {
        refuseUnknown(request, SEARCH_PARAMETERS);
        List<Issue> found = issues.search(request.path("jql").asText());
        int size = Math.min(Math.max(request.path("maxResults").asInt(USUAL_PAGE), 1), LARGEST_PAGE);
        int from = pageStart(request.path("nextPageToken").asText(""));
        int to = Math.min(from + size, found.size());
        List<String> fields = strings(request.path("fields"));
        ObjectNode body = JSON.objectNode();
        ArrayNode page = body.putArray("issues");
        for (Issue issue : found.subList(Math.min(from, to), to)) {
            ObjectNode shown = json.issue(issue, fields, strings(request.path("properties")));
            page.add(fields.isEmpty() ? shown.retain("id") : shown);
        }
        body.put("isLast", to == found.size());
        if (to < found.size()) {
            body.put("nextPageToken", "from-" + to);
        }
        return Answer.json(200, body);
    }

    private static int pageStart(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        if (!token.matches("from-\\d{1,8}")) {
            throw RefusedException.because(400, "The provided next page token is invalid or expired.");
        }
        return Integer.parseInt(token.substring("from-".length()));
    }

    private Answer types(String projectKey) {
        requireProject(projectKey);
        ObjectNode body = JSON.objectNode();
        body.put("startAt", 0).put("maxResults", USUAL_PAGE).put("total", IssueJson.TYPES.size());
        ArrayNode types = body.putArray("issueTypes");
        IssueJson.TYPES.keySet().stream().sorted().map(json::type).forEach(types::add);
        return Answer.json(200, body);
    }

    private Answer fieldsOfType(String projectKey, String typeId) {
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
        List<JsonNode> shown = new ArrayList<>();
        fields.forEach(shown::add);
        shown.removeIf(field ->
                misbehaviour.refusedFields().contains(field.path("fieldId").asText()));
        ObjectNode body = JSON.objectNode();
        body.put("startAt", 0).put("maxResults", USUAL_PAGE).put("total", shown.size());
        body.putArray("fields").addAll(shown);
        return Answer.json(200, body);
    }

    private ObjectNode field(String id, String name, String type, boolean required) {
        ObjectNode field = JSON.objectNode();
        field.put("required", required);
        ObjectNode schema = field.putObject("schema").put("type", type).put("system", id);
        if (type.equals("array")) {
            schema.put("items", "string");
        }
        field.put("name", name).put("key", id).put("fieldId", id).put("hasDefaultValue", id.equals("priority"));
        field.putArray("operations").add("set");
        return field;
    }

    private ArrayNode priorities() {
        ArrayNode priorities = JSON.arrayNode();
        Arrays.stream(Level.values()).map(json::priority).forEach(priorities::add);
        return priorities;
    }

    private Answer priorityPage() {
        ArrayNode values = priorities();
        ObjectNode body = JSON.objectNode();
        body.put("self", json.self("priority/search")).put("startAt", 0).put("maxResults", USUAL_PAGE);
        body.put("total", values.size()).put("isLast", true).set("values", values);
        return Answer.json(200, body);
    }

    private Answer project(String keyOrId) {
        requireProject(keyOrId);
        return Answer.json(200, json.project());
    }

    private void requireProject(String keyOrId) {
        if (!keyOrId.equals(settings.project()) && !keyOrId.equals(IssueJson.PROJECT_ID)) {
            throw RefusedException.because(404, "No project could be found with key '" + keyOrId + "'.");
        }
    }

    private Answer permissions(Call call) {
        ObjectNode body = JSON.objectNode();
        ObjectNode permissions = body.putObject("permissions");
        for (String key : call.queryList("permissions")) {
            permissions
                    .putObject(key)
                    .put("id", key)
                    .put("key", key)
                    .put("name", key)
                    .put("type", "PROJECT")
                    .put("havePermission", true);
        }
        return Answer.json(200, body);
    }

    private Answer assignable(Call call) {
        String query = call.query("query").toLowerCase();
        ArrayNode found = JSON.arrayNode();
        settings.people().get().stream()
                .filter(person -> person.mail().toLowerCase().contains(query)
                        || person.name().toLowerCase().contains(query))
                .map(json::user)
                .forEach(found::add);
        return Answer.json(200, found);
    }

    private Answer serverInfo() {
        ObjectNode body = JSON.objectNode();
        body.put("baseUrl", baseUrl).put("version", "1001.0.0-SNAPSHOT");
        body.putArray("versionNumbers").add(1001).add(0).add(0);
        body.put("deploymentType", "Cloud").put("buildNumber", 100_000);
        body.put("serverTime", IssueJson.time(clock.instant()));
        body.put("serverTitle", "Followthrough's sandbox (this is not Jira)");
        return Answer.json(200, body);
    }

    private static void refuseUnknown(JsonNode request, Set<String> known) {
        request.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw RefusedException.because(
                        400, "Invalid request payload. Refer to the REST API documentation and try again.");
            }
        });
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    private static ArrayNode list(JsonNode only) {
        return JSON.arrayNode().add(only);
    }
}
