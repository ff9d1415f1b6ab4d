package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TrackerProblem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads issues by id, as they are now: many with one request, and alone what that leaves open. */
class JiraBulk {

    /** What a ticket is like. */
    static final Wanted SNAPSHOTS = new Wanted(JiraSnapshots.FIELDS, "");

    /** Who changed what, and what says which priorities there are. */
    static final Wanted CHANGES = new Wanted(List.of("project", "issuetype", "priority"), "changelog");

    private static final int MOST = 100;

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraProblems problems;

    JiraBulk(JiraHttp http, JiraDialect dialect, JiraProblems problems) {
        this.http = http;
        this.dialect = dialect;
        this.problems = problems;
    }

    /** @param expand what is wanted beside the fields; empty for nothing */
    record Wanted(List<String> fields, String expand) {}

    /**
     * Hands over each issue that is found.
     *
     * @return why not all of them could be read, or null
     */
    @Nullable
    TrackerProblem read(Collection<String> ids, Wanted wanted, Consumer<JsonNode> found) {
        List<String> all = List.copyOf(new LinkedHashSet<>(ids));
        for (int from = 0; from < all.size(); from += MOST) {
            List<String> some = all.subList(from, Math.min(from + MOST, all.size()));
            TrackerProblem problem = together(some, wanted, found);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable TrackerProblem together(List<String> ids, Wanted wanted, Consumer<JsonNode> found) {
        ObjectNode request = dialect.bulk(ids, wanted.fields());
        if (!wanted.expand().isEmpty()) {
            request.putArray("expand").add(wanted.expand());
        }
        JiraReply reply = http.post(request, dialect.bulkPath());
        if (!reply.json().path("issues").isArray()) {
            return problems.of(reply);
        }
        reply.json().path("issues").forEach(found);
        for (String id : dialect.unsettled(ids, reply.json())) {
            TrackerProblem problem = alone(id, wanted, found);
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
    private @Nullable TrackerProblem alone(String id, Wanted wanted, Consumer<JsonNode> found) {
        String expanded = wanted.expand().isEmpty() ? "" : "&expand=" + wanted.expand();
        JiraReply reply = http.get("/issue/{id}?fields={fields}" + expanded, id, String.join(",", wanted.fields()));
        if (reply.json().has("fields")) {
            found.accept(reply.json());
            return null;
        }
        return isNotFound(reply) ? null : problems.of(reply);
    }

    static boolean isNotFound(JiraReply reply) {
        return reply instanceof JiraReply.Answered answer && answer.status() == 404 && !answer.isFromStranger();
    }
}
