package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketChange;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads issues: by the marker, with Jira's search, which lags behind; by id, as they are now. */
class JiraLookup {

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 10;

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraProblems problems;
    private final JiraScreens screens;
    private final JiraBulk bulk;

    JiraLookup(JiraHttp http, JiraDialect dialect, JiraProblems problems, JiraScreens screens) {
        this.screens = screens;
        this.http = http;
        this.dialect = dialect;
        this.problems = problems;
        this.bulk = new JiraBulk(http, dialect, problems);
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
            } else if (!JiraBulk.isNotFound(reply)) {
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
        TrackerProblem problem = bulk.read(
                ticketIds,
                JiraBulk.SNAPSHOTS,
                issue -> byId.put(issue.path("id").asText(), JiraSnapshots.of(issue)));
        return problem == null ? new FetchOutcome.Found(byId) : new FetchOutcome.Failed(problem);
    }

    ChangesOutcome changes(Collection<String> ticketIds) {
        Map<String, TicketChanges> byId = new LinkedHashMap<>();
        TrackerProblem problem = bulk.read(ticketIds, JiraBulk.CHANGES, issue -> {
            List<TicketChange> changes = JiraSnapshots.changes(issue.at("/changelog/histories"));
            byId.put(issue.path("id").asText(), new TicketChanges(changes, priorities(issue.path("fields"))));
        });
        return problem == null ? new ChangesOutcome.Found(byId) : new ChangesOutcome.Failed(problem);
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
}
