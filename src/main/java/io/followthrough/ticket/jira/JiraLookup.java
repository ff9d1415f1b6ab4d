package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketChanges;
import io.followthrough.ticket.TicketSnapshot;
import io.followthrough.ticket.TicketTracker.ChangesOutcome;
import io.followthrough.ticket.TicketTracker.FetchOutcome;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import io.followthrough.ticket.TrackerProblem;
import io.followthrough.ticket.jira.JiraScreens.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads issues: by the marker, with Jira's search, which lags behind; by id, as they are now. */
class JiraLookup {

    private static final int MOST_IN_BULK = 100;
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 10;
    private static final String FIELDS = String.join(",", JiraSnapshots.FIELDS);

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraProblems problems;
    private final JiraScreens screens;

    JiraLookup(JiraHttp http, JiraDialect dialect, JiraProblems problems, JiraScreens screens) {
        this.screens = screens;
        this.http = http;
        this.dialect = dialect;
        this.problems = problems;
    }

    SearchOutcome byMarker(String marker) {
        String jql = "labels = \"" + marker.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
        ObjectNode request = dialect.search(jql, PAGE, JiraSnapshots.FIELDS);
        List<JsonNode> found = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            JiraReply reply = http.post(request, dialect.searchPath());
            if (!reply.json().path("issues").isArray()) {
                return new SearchOutcome.Failed(problems.of(reply));
            }
            reply.json().path("issues").forEach(found::add);
            if (!dialect.turnPage(request, reply.json())) {
                break;
            }
        }
        if (found.size() > 1 && !dialect.searchShowsProperty()) {
            TrackerProblem problem = readProperties(found);
            if (problem != null) {
                return new SearchOutcome.Failed(problem);
            }
        }
        // First the one made by us, before clones that carry its label; then the oldest.
        found.sort(Comparator.<JsonNode>comparingInt(issue -> isOurs(issue, marker) ? 0 : 1)
                .thenComparingLong(issue -> issue.path("id").asLong()));
        return new SearchOutcome.Found(found.stream().map(JiraSnapshots::of).toList());
    }

    /** Adds to each issue what a search of this dialect does not show. */
    private @Nullable TrackerProblem readProperties(List<JsonNode> found) {
        for (JsonNode issue : found) {
            JiraReply reply =
                    http.get("/issue/{id}/properties/{key}", issue.path("id").asText(), JiraIssueRequest.PROPERTY);
            if (reply.json().has("value")) {
                ((ObjectNode) issue)
                        .putObject("properties")
                        .set(JiraIssueRequest.PROPERTY, reply.json().path("value"));
            } else if (!isNotFound(reply)) {
                return problems.of(reply);
            }
        }
        return null;
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

    ChangesOutcome changes(String ticketId) {
        JiraReply reply = http.get("/issue/{id}?fields=project,issuetype,priority&expand=changelog", ticketId);
        JsonNode histories = reply.json().at("/changelog/histories");
        if (!histories.isArray()) {
            return new ChangesOutcome.Failed(problems.of(reply));
        }
        List<String> priorities = priorities(reply.json().path("fields"));
        return new ChangesOutcome.Found(new TicketChanges(JiraSnapshots.changes(histories), priorities));
    }

    /** Which priorities there are is the project's to say; remembered for a while, so that it costs no call mostly. */
    private List<String> priorities(JsonNode fields) {
        List<String> names = priorityNames(fields);
        String present = fields.at("/priority/name").asText().toLowerCase(Locale.ROOT);
        if (present.isEmpty() || names.contains(present)) {
            return names;
        }
        screens.forget();
        return priorityNames(fields);
    }

    private List<String> priorityNames(JsonNode fields) {
        Known known = screens.get(
                fields.at("/project/key").asText(), fields.at("/issuetype/id").asText());
        return known instanceof Known.Screen found
                ? List.copyOf(found.screen().priorityNames().keySet())
                : List.of();
    }

    private @Nullable TrackerProblem inBulk(List<String> ids, Map<String, TicketSnapshot> byId) {
        JiraReply reply = http.post(dialect.bulk(ids, JiraSnapshots.FIELDS), dialect.bulkPath());
        if (!reply.json().path("issues").isArray()) {
            return problems.of(reply);
        }
        reply.json().path("issues").forEach(issue -> note(issue, byId));
        for (String id : dialect.unsettled(ids, reply.json())) {
            TrackerProblem problem = alone(id, byId);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /**
     * What a bulk does not settle must not look as if it were gone; nor may one such issue keep the others from being
     * read.
     */
    private @Nullable TrackerProblem alone(String id, Map<String, TicketSnapshot> byId) {
        JiraReply reply = http.get("/issue/{id}?fields={fields}", id, FIELDS);
        if (reply.json().has("fields")) {
            note(reply.json(), byId);
            return null;
        }
        return isNotFound(reply) ? null : problems.of(reply);
    }

    private static boolean isNotFound(JiraReply reply) {
        return reply instanceof JiraReply.Answered answer && answer.status() == 404 && !answer.isFromStranger();
    }

    private static void note(JsonNode issue, Map<String, TicketSnapshot> byId) {
        byId.put(issue.path("id").asText(), JiraSnapshots.of(issue));
    }
}
