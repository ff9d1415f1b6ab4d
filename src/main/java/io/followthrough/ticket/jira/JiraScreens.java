package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.followthrough.ticket.TrackerProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks Jira what a new issue may have, and remembers the answer for a while. */
class JiraScreens {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 1_000;
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;
    private static final String TYPES = "/issue/createmeta/{project}/issuetypes";
    private static final String FIELDS = "/issue/createmeta/{project}/issuetypes/{type}";

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraAccess access;
    private final JiraProblems problems;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new HashMap<>();

    JiraScreens(JiraHttp http, JiraDialect dialect, JiraAccess access, JiraProblems problems, Clock clock) {
        this.http = http;
        this.dialect = dialect;
        this.access = access;
        this.problems = problems;
        this.clock = clock;
    }

    /** The screen, or why it is not known. */
    sealed interface Known {
        record Screen(JiraScreen screen) implements Known {}

        record Not(TrackerProblem problem) implements Known {}
    }

    synchronized Known get(String project, String type) {
        Remembered known = remembered.get(project + "\n" + type);
        if (known != null && clock.instant().isBefore(known.until())) {
            return new Known.Screen(known.screen());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        TrackerProblem problem = read(list, dialect.typesIn(), TYPES, project);
        if (problem != null) {
            return new Known.Not(problem);
        }
        String typeId = typeId(list, type);
        if (typeId == null) {
            return new Known.Not(problems.refused("Project " + project + " has no issue type " + type
                    + " that the account " + access.account() + " may create; it has " + names(list)
                    + ". Set FOLLOWTHROUGH_JIRA_ISSUE_TYPE, or check FOLLOWTHROUGH_JIRA_PROJECT."));
        }
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        problem = read(fields, dialect.fieldsIn(), FIELDS, project, typeId);
        if (problem != null) {
            return new Known.Not(problem);
        }
        JiraScreen found = JiraScreen.of(typeId, fields);
        if (remembered.size() < MOST_REMEMBERED) {
            // By name, as it is asked for to create, and by id, as it is asked for to edit.
            Remembered fresh = new Remembered(found, clock.instant().plus(REMEMBERED));
            remembered.put(project + "\n" + type, fresh);
            remembered.put(project + "\n" + typeId, fresh);
        }
        return new Known.Screen(found);
    }

    private record Remembered(JiraScreen screen, Instant until) {}

    /** Reads all pages; a field that is missed would look as if it could not be set. */
    private @Nullable TrackerProblem read(ArrayNode all, String name, String path, Object... variables) {
        for (int page = 0; page < MOST_PAGES; page++) {
            JiraReply reply = http.get(path + "?startAt=" + all.size() + "&maxResults=" + PAGE, variables);
            if (!reply.json().path(name).isArray()) {
                return problems.of(reply);
            }
            JsonNode found = reply.json().path(name);
            found.forEach(all::add);
            if (found.isEmpty() || all.size() >= reply.json().path("total").asInt()) {
                break;
            }
        }
        return null;
    }

    /** After a refusal: what is remembered may be out of date. */
    synchronized void forget() {
        remembered.clear();
    }

    private static @Nullable String typeId(JsonNode types, String wanted) {
        for (JsonNode type : types) {
            String id = type.path("id").asText();
            if (id.equals(wanted) || type.path("name").asText().equalsIgnoreCase(wanted)) {
                return id;
            }
        }
        return null;
    }

    private static String names(JsonNode types) {
        List<String> names = new ArrayList<>();
        types.forEach(type -> names.add(type.path("name").asText()));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
