package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The calls of Jira's REST API that the sandbox answers, in one of its dialects. */
class RestApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** How many a page has when nobody says. */
    static final int USUAL_PAGE = 50;

    private static final String LOGIN_REASON = "X-Seraph-LoginReason";

    private final String baseUrl;
    private final SandboxSettings settings;
    private final Issues issues;
    private final IssueJson json;
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
        this.clock = clock;
        SearchCalls search = new SearchCalls(issues, json, misbehaviour);
        ProjectCalls project = new ProjectCalls(settings, json, misbehaviour);
        WatcherCalls watchers = new WatcherCalls(settings, issues, json, misbehaviour);
        String api = settings.dialect().api;
        String issue = api + "/issue";
        this.routes = new Routes()
                .on("POST", issue, (call, path) -> Answer.json(201, json.reference(issues.create(call.json()))))
                .on("GET", issue + "/createmeta/{}/issuetypes", (call, path) -> project.types(path[0]))
                .on(
                        "GET",
                        issue + "/createmeta/{}/issuetypes/{}",
                        (call, path) -> project.fieldsOfType(path[0], path[1]))
                .on("GET", issue + "/{}", this::issue)
                .on("PUT", issue + "/{}", this::edit)
                .on("DELETE", issue + "/{}", this::delete)
                .on("PUT", issue + "/{}/assignee", this::assign)
                .on("GET", issue + "/{}/transitions", this::transitions)
                .on("POST", issue + "/{}/transitions", this::transition)
                .on("POST", issue + "/{}/comment", this::comment)
                .on("GET", issue + "/{}/watchers", watchers::list)
                .on("POST", issue + "/{}/watchers", watchers::add)
                .on("GET", issue + "/{}/properties/{}", this::property)
                .on("GET", api + "/priority", (call, path) -> Answer.json(200, project.priorities()))
                .on("GET", api + "/myself", (call, path) -> Answer.json(200, json.user(json.self())))
                .on("GET", api + "/serverInfo", (call, path) -> serverInfo())
                .on("GET", api + "/project/{}", (call, path) -> project.project(path[0]))
                .on("GET", api + "/mypermissions", (call, path) -> project.permissions(call))
                .on("GET", api + "/user/assignable/search", (call, path) -> project.assignable(call));
        if (settings.dialect() == SandboxDialect.CLOUD) {
            routes.on("GET", "/rest/api/2/serverInfo", (call, path) -> serverInfo())
                    .on("POST", issue + "/bulkfetch", (call, path) -> search.bulkFetch(call.json()))
                    .on("POST", api + "/search/jql", (call, path) -> search.search(call.json()))
                    .on("POST", api + "/search", (call, path) -> SearchCalls.removed())
                    .on("GET", api + "/search", (call, path) -> SearchCalls.removed())
                    .on("GET", api + "/priority/search", (call, path) -> project.priorityPage());
        } else {
            routes.on("POST", api + "/search", (call, path) -> search.searchByNumber(call.json()));
        }
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
            shown.set("changelog", json.changelog(issue, Integer.MAX_VALUE));
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
}
