package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketSnapshot;
import io.followthrough.ticket.TicketTracker.FetchOutcome;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import io.followthrough.ticket.TrackerProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads issues: by the marker, with Jira's search, which lags behind; by id, as they are now. */
class JiraLookup {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_IN_BULK = 100;
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 10;
    private static final String FIELDS = String.join(",", JiraSnapshots.FIELDS);

    private final JiraHttp http;
    private final JiraProblems problems;

    JiraLookup(JiraHttp http, JiraProblems problems) {
        this.http = http;
        this.problems = problems;
    }

    SearchOutcome byMarker(String marker) {
        ObjectNode request = JSON.objectNode();
        request.put("jql", "labels = \"" + marker.replaceAll("([\"\\\\])", "\\\\$1") + "\"");
        request.put("maxResults", PAGE);
        JiraSnapshots.FIELDS.forEach(request.putArray("fields")::add);
        request.putArray("properties").add(JiraIssueRequest.PROPERTY);
        List<JsonNode> found = new ArrayList<>();
        Set<String> pages = new LinkedHashSet<>();
        do {
            JiraReply reply = http.post(request, "/search/jql");
            if (!reply.json().path("issues").isArray()) {
                return new SearchOutcome.Failed(problems.of(reply));
            }
            reply.json().path("issues").forEach(found::add);
            request.put("nextPageToken", reply.json().path("nextPageToken").asText());
        } while (!request.path("nextPageToken").asText().isEmpty()
                && pages.size() < MOST_PAGES
                && pages.add(request.path("nextPageToken").asText()));
        // First the one made by us, before clones that carry its label; then the oldest.
        found.sort(Comparator.<JsonNode>comparingInt(issue -> isOurs(issue, marker) ? 0 : 1)
                .thenComparingLong(issue -> issue.path("id").asLong()));
        return new SearchOutcome.Found(found.stream().map(JiraSnapshots::of).toList());
    }

    private static boolean isOurs(JsonNode issue, String marker) {
        return issue.at("/properties/" + JiraIssueRequest.PROPERTY + "/marker")
                .asText()
                .equals(marker);
    }

    FetchOutcome byId(Collection<String> ticketIds) {
        Map<String, TicketSnapshot> byId = new LinkedHashMap<>();
        List<String> ids = List.copyOf(new LinkedHashSet<>(ticketIds));
        for (int from = 0; from < ids.size(); from += MOST_IN_BULK) {
            TrackerProblem problem = inBulk(ids.subList(from, Math.min(from + MOST_IN_BULK, ids.size())), byId);
            if (problem != null) {
                return new FetchOutcome.Failed(problem);
            }
        }
        return new FetchOutcome.Found(byId);
    }

    private @Nullable TrackerProblem inBulk(List<String> ids, Map<String, TicketSnapshot> byId) {
        ObjectNode request = JSON.objectNode();
        ids.forEach(request.putArray("issueIdsOrKeys")::add);
        JiraSnapshots.FIELDS.forEach(request.putArray("fields")::add);
        JiraReply reply = http.post(request, "/issue/bulkfetch");
        if (!reply.json().path("issues").isArray()) {
            return problems.of(reply);
        }
        reply.json().path("issues").forEach(issue -> note(issue, byId));
        for (JsonNode error : reply.json().path("issueErrors")) {
            TrackerProblem problem = alone(error.path("id").asText(), byId);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /**
     * What Jira could not put into the bulk is there all the same and must not look as if it were gone; nor may one such
     * issue keep the others from being read.
     */
    private @Nullable TrackerProblem alone(String id, Map<String, TicketSnapshot> byId) {
        JiraReply reply = http.get("/issue/{id}?fields={fields}", id, FIELDS);
        if (reply.json().has("fields")) {
            note(reply.json(), byId);
            return null;
        }
        boolean gone = reply instanceof JiraReply.Answered answer && answer.status() == 404;
        return gone ? null : problems.of(reply);
    }

    private static void note(JsonNode issue, Map<String, TicketSnapshot> byId) {
        byId.put(issue.path("id").asText(), JiraSnapshots.of(issue));
    }
}
