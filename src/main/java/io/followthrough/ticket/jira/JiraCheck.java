package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.ticket.TrackerGate;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through all that is needed to make and follow tickets, and creates nothing. Stops where whatever follows would
 * fail for the same reason, or where Jira asks for a pause.
 */
class JiraCheck {

    private static final int MOST_PEOPLE = 50;

    private final JiraAccess access;
    private final JiraMapping mapping;
    private final JiraProblems problems;
    private final JiraGate gate;
    private final Clock clock;
    private final JiraCheckLines lines = new JiraCheckLines();

    private JiraCheck(JiraAccess access, JiraMapping mapping, TrackerGate gate, Clock clock) {
        this.access = access;
        this.mapping = mapping;
        this.clock = clock;
        this.problems = new JiraProblems(access, clock);
        this.gate = new JiraGate(gate, problems);
    }

    /**
     * Checks everything anew.
     *
     * @param mails of people who own action items; may be empty
     */
    static List<JiraCheckLine> run(
            JiraAccess access, JiraMapping mapping, TrackerGate gate, Clock clock, Collection<String> mails) {
        JiraCheck check = new JiraCheck(access, mapping, gate, clock);
        check.all(mails);
        return check.lines.all();
    }

    private void all(Collection<String> mails) {
        JiraDialects dialects = new JiraDialects(access, problems, gate, clock);
        JiraSiteCheck site = new JiraSiteCheck(access, dialects, problems, clock, lines);
        site.webhookSecret();
        JsonNode info = site.connection();
        if (info == null) {
            return;
        }
        site.clock(info);
        JiraDialects.Spoken spoken = dialects.get();
        if (spoken instanceof JiraDialects.Spoken.Not not) {
            lines.problem("Dialect", not.problem().message());
            return;
        }
        JiraDialect dialect = ((JiraDialects.Spoken.Dialect) spoken).dialect();
        lines.ok(
                "Dialect",
                dialect.product() + ", REST API at " + dialect.apiPath()
                        + (access.dialect() == null ? ", as Jira says" : ", as set"));
        JiraHttp http = new JiraHttp(access, dialect, gate);
        JsonNode self = site.credentials(http, dialect);
        if (self != null && projects(http, dialect)) {
            search(http, dialect);
            people(http, dialect, self, mails);
        }
    }

    /** Whether all of them can be seen. */
    private boolean projects(JiraHttp http, JiraDialect dialect) {
        JiraScreens screens = new JiraScreens(http, dialect, access, problems, clock);
        JiraProjectCheck project = new JiraProjectCheck(access, http, dialect, problems, screens, lines);
        Map<String, Boolean> visible = new LinkedHashMap<>();
        for (JiraTarget target : mapping.targets()) {
            if (visible.computeIfAbsent(target.project(), project::project)) {
                project.screen(target);
            }
        }
        return !visible.containsValue(false);
    }

    /** A search that is gone, or that answers nothing to a stranger, would make lost tickets look as if never made. */
    private void search(JiraHttp http, JiraDialect dialect) {
        JiraReply reply = http.post(
                dialect.search("project = \"" + mapping.usual().project() + "\"", 1, List.of("status")),
                dialect.searchPath());
        if (reply.json().path("issues").isArray()) {
            lines.ok("Search", "It answers.");
        } else {
            lines.problem("Search", problems.of(reply).message());
        }
    }

    private void people(JiraHttp http, JiraDialect dialect, JsonNode self, Collection<String> mails) {
        JiraPeople people = new JiraPeople(http, dialect, () -> mapping, problems, clock);
        String who = self.path("emailAddress").asText(self.path("displayName").asText());
        JiraReply reply = http.get(dialect.assignablePath(), mapping.usual().project(), who);
        if (!reply.json().isArray()) {
            lines.warning(
                    "People",
                    "They cannot be looked up, so that tickets will be assigned to nobody: "
                            + problems.of(reply).message() + " Let the account browse users and groups.");
            return;
        }
        List<String> unknown = mails.stream()
                .limit(MOST_PEOPLE)
                .filter(mail -> people.find(mail, mapping.usual().project()).account() == null)
                .toList();
        if (unknown.isEmpty()) {
            lines.ok(
                    "People",
                    mails.isEmpty()
                            ? "They can be looked up."
                            : "Everybody asked for can be assigned: " + String.join(", ", mails) + ".");
        } else {
            lines.warning(
                    "People",
                    "No one account can be assigned in " + mapping.usual().project() + " for "
                            + String.join(", ", unknown) + ". Their tickets will be assigned to nobody.");
        }
    }
}
