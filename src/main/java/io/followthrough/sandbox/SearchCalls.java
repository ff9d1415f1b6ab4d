package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The calls that find many tickets at once. */
class SearchCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_IN_BULK = 100;
    private static final int MOST_CHANGES_IN_BULK = 40;
    private static final int LARGEST_PAGE = 5000;
    private static final int LARGEST_NUMBERED_PAGE = 1000;
    private static final Set<String> SEARCH_PARAMETERS = Set.of(
            "jql", "fields", "fieldsByKeys", "expand", "maxResults", "nextPageToken", "properties", "reconcileIssues");
    private static final Set<String> DATA_CENTER_SEARCH_PARAMETERS =
            Set.of("jql", "startAt", "maxResults", "validateQuery", "fields", "expand");
    private static final Set<String> BULK_PARAMETERS =
            Set.of("issueIdsOrKeys", "fields", "fieldsByKeys", "expand", "properties");

    private final Issues issues;
    private final IssueJson json;
    private final Misbehaviour misbehaviour;

    SearchCalls(Issues issues, IssueJson json, Misbehaviour misbehaviour) {
        this.issues = issues;
        this.json = json;
        this.misbehaviour = misbehaviour;
    }

    static Answer removed() {
        return Answer.error(
                410,
                "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration"
                        + " guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046");
    }

    Answer bulkFetch(JsonNode request) {
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
        for (Issue issue : issues.seen(wanted, json.self())) {
            ObjectNode shown = json.issue(issue, fields, strings(request.path("properties")));
            found.add(expanded(shown, issue, request, MOST_CHANGES_IN_BULK));
        }
        body.putArray("issueErrors");
        return Answer.json(200, body);
    }

    Answer search(JsonNode request) {
        if (misbehaviour.isSearchRemoved()) {
            return removed();
        }
        refuseUnknown(request, SEARCH_PARAMETERS);
        List<Issue> found = issues.search(request.path("jql").asText(), true);
        int size = Math.min(Math.max(request.path("maxResults").asInt(RestApi.USUAL_PAGE), 1), LARGEST_PAGE);
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
    Answer searchByNumber(JsonNode request) {
        refuseUnknown(request, DATA_CENTER_SEARCH_PARAMETERS);
        List<Issue> found = issues.search(
                request.path("jql").asText(), request.path("validateQuery").asBoolean(true));
        int size = Math.min(Math.max(request.path("maxResults").asInt(RestApi.USUAL_PAGE), 1), LARGEST_NUMBERED_PAGE);
        int from = Math.min(request.path("startAt").asInt(0), found.size());
        List<String> fields = request.has("fields") ? strings(request.path("fields")) : List.of("*navigable");
        ObjectNode body = JSON.objectNode();
        body.put("startAt", from).put("maxResults", size).put("total", found.size());
        ArrayNode page = body.putArray("issues");
        found.subList(from, Math.min(from + size, found.size()))
                .forEach(issue ->
                        page.add(expanded(json.issue(issue, fields, List.of()), issue, request, Integer.MAX_VALUE)));
        return Answer.json(200, body);
    }

    private ObjectNode expanded(ObjectNode shown, Issue issue, JsonNode request, int mostChanges) {
        if (strings(request.path("expand")).contains("changelog")) {
            shown.set("changelog", json.changelog(issue, mostChanges));
        }
        return shown;
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
}
