package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The calls of Jira's REST API that the sandbox answers, in one of its dialects. */
class RestApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_IN_BULK = 100;
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 5000;
    private static final int LARGEST_NUMBERED_PAGE = 1000;
    private static final String LOGIN_REASON = "X-Seraph-LoginReason";
    private static final List<String> PERMISSIONS = List.of(
            "BROWSE_PROJECTS",
            "CREATE_ISSUES",
            "EDIT_ISSUES",
            "ADD_COMMENTS",
            "ASSIGN_ISSUES",
            "ASSIGNABLE_USER",
            "SCHEDULE_ISSUES",
            "TRANSITION_ISSUES",
            "ADMINISTER_PROJECTS");
    private static final Set<String> SEARCH_PARAMETERS = Set.of(
            "jql", "fields", "fieldsByKeys", "expand", "maxResults", "nextPageToken", "properties", "reconcileIssues");
    private static final Set<String> DATA_CENTER_SEARCH_PARAMETERS =
            Set.of("jql", "startAt", "maxResults", "validateQuery", "fields", "expand");
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
        String api = settings.dialect().api;
        String issue = api + "/issue";
        this.routes = new Routes()
                .on("POST", issue, (call, path) -> Answer.json(201, json.reference(issues.create(call.json()))))
                .on("GET", issue + "/createmeta/{}/issuetypes", (call, path) -> types(path[0]))
                .on("GET", issue + "/createmeta/{}/issuetypes/{}", (call, path) -> fieldsOfType(path[0], path[1]))
                .on("GET", issue + "/{}", this::issue)
                .on("PUT", issue + "/{}", this::edit)
                .on("DELETE", issue + "/{}", this::delete)
                .on("PUT", issue + "/{}/assignee", this::assign)
                .on("GET", issue + "/{}/transitions", this::transitions)
                .on("POST", issue + "/{}/transitions", this::transition)
                .on("POST", issue + "/{}/comment", this::comment)
                .on("GET", issue + "/{}/properties/{}", this::property)
                .on("GET", api + "/priority", (call, path) -> Answer.json(200, priorities()))
                .on("GET", api + "/myself", (call, path) -> Answer.json(200, json.user(json.self())))
                .on("GET", api + "/serverInfo", (call, path) -> serverInfo())
                .on("GET", api + "/project/{}", (call, path) -> project(path[0]))
                .on("GET", api + "/mypermissions", (call, path) -> permissions(call))
                .on("GET", api + "/user/assignable/search", (call, path) -> assignable(call));
        if (settings.dialect() == SandboxDialect.CLOUD) {
            routes.on("GET", "/rest/api/2/serverInfo", (call, path) -> serverInfo())
                    .on("POST", issue + "/bulkfetch", (call, path) -> bulkFetch(call.json()))
                    .on("POST", api + "/search/jql", (call, path) -> search(call.json()))
                    .on("POST", api + "/search", (call, path) -> removed())
                    .on("GET", api + "/search", (call, path) -> removed())
                    .on("GET", api + "/priority/search", (call, path) -> priorityPage());
        } else {
            routes.on("POST", api + "/search", (call, path) -> searchByNumber(call.json()));
        }
    }

    private static Answer removed() {
        return Answer.error(
                410,
                "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration"
                        + " guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046");
    }

    Answer answer(Call call, boolean asStranger) {
        boolean stranger = asStranger || !settings.dialect().isAuthentic(call, settings);
        Answer answer;
        try {
            answer = stranger ? answerStranger(call) : routes.answer(call);
        } catch (RefusedException refusal) {
            answer = refusal.answer();
        }
        if (settings.dialect() == SandboxDialect.DATA_CENTER) {
            return answer.with(
                    "X-AUSERNAME", stranger ? "anonymous" : json.self().username());
        }
        return stranger && call.header("authorization") != null
                ? answer.with(LOGIN_REASON, "AUTHENTICATED_FAILED")
                : answer;
    }

    /** As Jira does with expired tokens: a search succeeds and finds nothing; only a header tells. */
    private Answer answerStranger(Call call) {
        if (call.path().endsWith("/serverInfo")) {
            return routes.answer(call);
        }
        if (call.path().equals(settings.dialect().api + "/search/jql")) {
            ObjectNode nothing = JSON.objectNode();
            nothing.putArray("issues");
            return Answer.json(200, nothing.put("isLast", true));
        }
        if (call.path().equals("/rest/api/2/search") && settings.dialect() == SandboxDialect.DATA_CENTER) {
            ObjectNode nothing = JSON.objectNode();
            nothing.put("startAt", 0).put("maxResults", USUAL_PAGE).put("total", 0);
            nothing.putArray("issues");
            return Answer.json(200, nothing);
        }
        return Answer.error(401, "Client must be authenticated to access this resource.");
    }

    private Answer issue(Call call, String[] path) {
        Issue issue = issues.get(path[0], json.self());
        List<String> fields = call.queryList("fields");
        ObjectNode shown = json.issue(issue, fields.isEmpty() ? List.of("*all") : fields, call.queryList("properties"));
        if (call.queryList("expand").contains("changelog")) {
            shown.set("changelog", json.changelog(issue));
        }
        return Answer.json(200, shown);
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

    private Answer property(Call call, String[] path) {
        JsonNode value = issues.get(path[0], json.self()).properties().path(path[1]);
        if (value.isMissingNode()) {
            throw RefusedException.because(404, "The property " + path[1] + " does not exist.");
        }
        ObjectNode property = JSON.objectNode().put("key", path[1]);
        return Answer.json(200, property.set("value", value));
    }

    private Answer transitions(Call call, String[] path) {
        issues.get(path[0], json.self());
        ObjectNode body = JSON.objectNode();
        if (settings.dialect() == SandboxDialect.CLOUD) {
            body.put("expand", "transitions");
        }
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
        if (misbehaviour.isSearchRemoved()) {
            return removed();
        }
        refuseUnknown(request, BULK_PARAMETERS);
        List<String> wanted = strings(request.path("issueIdsOrKeys"));
        if (wanted.isEmpty() || wanted.size() > MOST_IN_BULK) {
            throw RefusedException.because(400, "Between 1 and " + MOST_IN_BULK + " issues can be fetched at once.");
        }
        List<String> fields = request.has("fields") ? strings(request.path("fields")) : List.of("*navigable");
        ObjectNode body = JSON.objectNode();
        ArrayNode found = body.putArray("issues");
        issues.seen(wanted, json.self())
                .forEach(issue -> found.add(json.issue(issue, fields, strings(request.path("properties")))));
        body.putArray("issueErrors");
        return Answer.json(200, body);
    }

    private Answer search(JsonNode request) {
        if (misbehaviour.isSearchRemoved()) {
            return removed();
        }
        refuseUnknown(request, SEARCH_PARAMETERS);
        List<Issue> found = issues.search(request.path("jql").asText(), true);
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

    /** As Data Center pages: from a number on, with a total, and at most so many as the server likes. */
    private Answer searchByNumber(JsonNode request) {
        refuseUnknown(request, DATA_CENTER_SEARCH_PARAMETERS);
        List<Issue> found = issues.search(
                request.path("jql").asText(), request.path("validateQuery").asBoolean(true));
        int size = Math.min(Math.max(request.path("maxResults").asInt(USUAL_PAGE), 1), LARGEST_NUMBERED_PAGE);
        int from = Math.min(request.path("startAt").asInt(0), found.size());
        List<String> fields = request.has("fields") ? strings(request.path("fields")) : List.of("*navigable");
        ObjectNode body = JSON.objectNode();
        body.put("startAt", from).put("maxResults", size).put("total", found.size());
        ArrayNode page = body.putArray("issues");
        found.subList(from, Math.min(from + size, found.size()))
                .forEach(issue -> page.add(json.issue(issue, fields, List.of())));
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
        return metadata(
                "issueTypes",
                IssueJson.TYPES.keySet().stream().sorted().map(json::type).toList());
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
        body.put("startAt", 0).put("maxResults", USUAL_PAGE).put("total", all.size());
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

    private ArrayNode priorities() {
        ArrayNode priorities = JSON.arrayNode();
        Arrays.stream(Level.values())
                .filter(misbehaviour::hasPriority)
                .map(json::priority)
                .forEach(priorities::add);
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
        boolean known = keyOrId.equals(settings.project()) || keyOrId.equals(IssueJson.PROJECT_ID);
        if (!known || misbehaviour.isProjectHidden()) {
            throw RefusedException.because(404, "No project could be found with key '" + keyOrId + "'.");
        }
    }

    private Answer permissions(Call call) {
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
                    .put("havePermission", !misbehaviour.isProjectHidden());
        }
        return Answer.json(200, body);
    }

    private Answer assignable(Call call) {
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

    private Answer serverInfo() {
        ObjectNode body = JSON.objectNode();
        boolean cloud = settings.dialect() == SandboxDialect.CLOUD;
        body.put("baseUrl", baseUrl).put("version", cloud ? "1001.0.0-SNAPSHOT" : "10.0.0");
        body.putArray("versionNumbers").add(cloud ? 1001 : 10).add(0).add(0);
        body.put("deploymentType", cloud ? "Cloud" : "Server").put("buildNumber", 100_000);
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
