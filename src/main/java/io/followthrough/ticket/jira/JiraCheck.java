package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.ticket.jira.JiraCheckLine.Level;
import io.followthrough.ticket.jira.JiraScreens.Known;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all that is needed to make and follow tickets, and creates nothing. Stops where whatever follows would
 * fail for the same reason.
 */
class JiraCheck {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final int SHORTEST_SECRET = 16;
    private static final int MOST_PEOPLE = 50;
    private static final String CREATE_SCREEN = " on the create screen of ";

    /** What tickets cannot be made or followed without. */
    private static final Map<String, String> NEEDED = new LinkedHashMap<>();
    /** What something is lost without, and what. */
    private static final Map<String, String> USEFUL = new LinkedHashMap<>();

    static {
        NEEDED.put("BROWSE_PROJECTS", "Browse Projects");
        NEEDED.put("CREATE_ISSUES", "Create Issues");
        NEEDED.put("EDIT_ISSUES", "Edit Issues");
        NEEDED.put("ADD_COMMENTS", "Add Comments");
        USEFUL.put("SCHEDULE_ISSUES", "Schedule Issues: tickets will have no due date");
        USEFUL.put("ASSIGN_ISSUES", "Assign Issues: tickets will be assigned to nobody");
    }

    private final JiraAccess access;
    private final JiraMapping mapping;
    private final JiraDialects dialects;
    private final JiraProblems problems;
    private final Clock clock;
    private final List<JiraCheckLine> lines = new ArrayList<>();

    private JiraCheck(JiraAccess access, JiraMapping mapping, Clock clock) {
        this.access = access;
        this.mapping = mapping;
        this.clock = clock;
        this.problems = new JiraProblems(access, clock);
        this.dialects = new JiraDialects(access, problems, clock);
    }

    /**
     * Checks everything anew.
     *
     * @param mails of people who own action items; may be empty
     */
    static List<JiraCheckLine> run(JiraAccess access, JiraMapping mapping, Clock clock, Collection<String> mails) {
        JiraCheck check = new JiraCheck(access, mapping, clock);
        check.all(mails);
        return List.copyOf(check.lines);
    }

    /** As the settings say, without any mapping that was saved. */
    static List<JiraCheckLine> run(JiraAccess access, Clock clock, Collection<String> mails) {
        return run(access, JiraMapping.of(access), clock, mails);
    }

    private void all(Collection<String> mails) {
        webhookSecret();
        JsonNode info = connection();
        if (info == null) {
            return;
        }
        clock(info);
        JiraDialects.Spoken spoken = dialects.get();
        if (spoken instanceof JiraDialects.Spoken.Not not) {
            problem("Dialect", not.problem().message());
            return;
        }
        JiraDialect dialect = ((JiraDialects.Spoken.Dialect) spoken).dialect();
        ok(
                "Dialect",
                dialect.product() + ", REST API at " + dialect.apiPath()
                        + (access.dialect() == null ? ", as Jira says" : ", as set"));
        JiraHttp http = new JiraHttp(access, dialect);
        JsonNode self = credentials(http, dialect);
        if (self != null) {
            JiraScreens screens = new JiraScreens(http, dialect, access, problems, clock);
            Map<String, Boolean> visible = new LinkedHashMap<>();
            for (JiraTarget target : mapping.targets()) {
                if (visible.computeIfAbsent(target.project(), project -> project(http, dialect, project))) {
                    screen(http, screens, target);
                }
            }
            if (!visible.containsValue(false)) {
                search(http, dialect);
                people(new JiraPeople(http, dialect, () -> mapping, problems, clock), http, dialect, self, mails);
            }
        }
    }

    private void webhookSecret() {
        if (access.webhookSecret().isBlank()) {
            problem("Webhook", "FOLLOWTHROUGH_JIRA_WEBHOOK_SECRET is missing: every webhook of Jira will be refused.");
        } else if (access.webhookSecret().length() < SHORTEST_SECRET) {
            problem(
                    "Webhook",
                    "FOLLOWTHROUGH_JIRA_WEBHOOK_SECRET is short enough to guess: take " + SHORTEST_SECRET
                            + " characters or more.");
        } else {
            ok("Webhook", "There is a secret. Whether Jira has the same shows with its first webhook.");
        }
    }

    private @Nullable JsonNode connection() {
        JiraReply reply = dialects.serverInfo();
        JsonNode info = JiraDialects.body(reply);
        if (info.has("deploymentType")) {
            ok(
                    "Connection",
                    access.baseUrl() + " answers: " + info.path("serverTitle").asText("Jira") + ", version "
                            + info.path("version").asText("unknown"));
            return info;
        }
        JiraDialects.Spoken spoken = dialects.get();
        if (spoken instanceof JiraDialects.Spoken.Not not) {
            problem("Connection", not.problem().message());
        } else {
            problem("Connection", problems.of(reply).message());
        }
        return null;
    }

    /** A webhook that seems to be old or from the future is refused. */
    private void clock(JsonNode info) {
        try {
            Duration ahead = Duration.between(
                    clock.instant(), JiraSnapshots.time(info.path("serverTime").asText()));
            String words = "Jira's clock is " + ahead.abs().toSeconds() + " s "
                    + (ahead.isNegative() ? "behind" : "ahead of") + " ours";
            if (ahead.compareTo(JiraWebhookController.CLOCK_SKEW) > 0) {
                problem("Clock", words + ", so that its webhooks are refused. Set the clock of this machine.");
            } else if (ahead.abs().compareTo(CLOCK_TOLERANCE) > 0) {
                warning("Clock", words + ". Set the clock of this machine.");
            } else {
                ok("Clock", words + ".");
            }
        } catch (DateTimeException e) {
            warning("Clock", "Jira does not say what time it is.");
        }
    }

    private @Nullable JsonNode credentials(JiraHttp http, JiraDialect dialect) {
        JiraReply reply = http.get("/myself");
        if (!reply.json().isObject()) {
            boolean unauthorized = reply instanceof JiraReply.Answered answer && answer.status() == 401;
            problem(
                    "Credentials",
                    problems.of(reply).message() + (unauthorized ? dialect.credentialsHint(access) : ""));
            return null;
        }
        JsonNode self = reply.json();
        String mail = self.path("emailAddress").asText();
        if (self.has("active") && !self.path("active").asBoolean()) {
            problem("Credentials", "The account " + self.path("displayName").asText() + " is not active.");
        } else if (access.user().contains("@") && !mail.isEmpty() && !mail.equalsIgnoreCase(access.user())) {
            warning(
                    "Credentials",
                    "The token belongs to " + mail + ", but FOLLOWTHROUGH_JIRA_USER is " + access.user() + ".");
        } else {
            ok("Credentials", "We are " + self.path("displayName").asText() + " (" + dialect.accountOf(self) + ").");
        }
        return self;
    }

    private boolean project(JiraHttp http, JiraDialect dialect, String project) {
        JiraReply reply = http.get("/project/{project}", project);
        if (!reply.json().isObject()) {
            boolean hidden = reply instanceof JiraReply.Answered answer && answer.status() == 404;
            problem(
                    "Project",
                    hidden ? problems.noProject(project) : problems.of(reply).message());
            return false;
        }
        if (reply.json().path("archived").asBoolean()) {
            problem("Project", project + " is archived. Restore it, or set FOLLOWTHROUGH_JIRA_PROJECT.");
            return false;
        }
        ok("Project", project + ", " + reply.json().path("name").asText());
        permissions(http, dialect, project);
        return true;
    }

    private void permissions(JiraHttp http, JiraDialect dialect, String project) {
        List<String> names = new ArrayList<>(NEEDED.keySet());
        names.addAll(USEFUL.keySet());
        JiraReply reply = http.get(dialect.permissionsPath(), project, String.join(",", names));
        JsonNode permissions = reply.json().path("permissions");
        if (!permissions.isObject()) {
            warning("Permissions", "They cannot be read: " + problems.of(reply).message());
            return;
        }
        int before = lines.size();
        NEEDED.forEach((key, name) -> {
            if (!permissions.path(key).path("havePermission").asBoolean()) {
                problem(
                        "Permissions",
                        "Give the account " + access.account() + " the permission " + name
                                + " in the permission scheme of project " + project + ".");
            }
        });
        USEFUL.forEach((key, loss) -> {
            if (!permissions.path(key).path("havePermission").asBoolean()) {
                warning("Permissions", "The account " + access.account() + " has no permission " + loss + ".");
            }
        });
        if (lines.size() == before) {
            ok(
                    "Permissions",
                    "All that are needed: " + String.join(", ", NEEDED.values()) + "; and to schedule and to assign.");
        }
    }

    private void screen(JiraHttp http, JiraScreens screens, JiraTarget target) {
        Known known = screens.get(target.project(), target.issueType());
        if (known instanceof Known.Not unknown) {
            problem("Issue type", unknown.problem().message());
            return;
        }
        JiraScreen screen = ((Known.Screen) known).screen();
        ok("Issue type", target.issueType() + " (" + screen.typeId() + ") in " + target.project());
        String where = CREATE_SCREEN + target.where();
        int before = lines.size();
        for (String message : screen.unfilled(target.fields().keySet())) {
            problem("Fields", message);
        }
        if (!screen.fields().contains("labels")) {
            problem("Fields", "Put Labels" + where + ": by a label each ticket is found again.");
        }
        if (!screen.fields().contains("description")) {
            problem("Fields", "Put Description" + where + ".");
        }
        if (!screen.fields().contains("duedate")) {
            warning("Fields", "Due date is not" + where + ": tickets will have none.");
        }
        if (screen.priorityIds().isEmpty()) {
            warning("Fields", "Priority is not" + where + ": tickets will have Jira's own.");
        }
        if (!screen.fields().contains("assignee")) {
            warning("Fields", "Assignee is not" + where + ": Jira may refuse to assign tickets.");
        }
        for (String field : target.fields().keySet()) {
            if (!screen.fields().contains(field)) {
                problem(
                        "Fields",
                        "The field " + field + " is set by followthrough.jira.fields or the mapping, but is not" + where
                                + ". Put it there, or do not set it.");
            }
        }
        target.priorities().forEach((ours, theirs) -> {
            if (screen.priorityCalled(theirs).isEmpty()) {
                problem(
                        "Fields",
                        "There is no priority " + theirs + " for " + ours + where + "; there are "
                                + String.join(", ", screen.priorityNames().keySet()) + ".");
            }
        });
        for (String component : target.components()) {
            if (!screen.components().contains(component)) {
                problem(
                        "Fields",
                        "There is no component " + component + where + "; there are "
                                + (screen.components().isEmpty() ? "none" : String.join(", ", screen.components()))
                                + ".");
            }
        }
        if (!target.parent().isEmpty()
                && !http.get("/issue/{key}?fields=status", target.parent()).isGood()) {
            problem("Fields", "There is no issue " + target.parent() + " that could be the parent.");
        }
        if (lines.size() == before) {
            ok("Fields", "All that we set are" + where + ", and none is required that we do not set.");
        }
    }

    /** A search that is gone, or that answers nothing to a stranger, would make lost tickets look as if never made. */
    private void search(JiraHttp http, JiraDialect dialect) {
        JiraReply reply = http.post(
                dialect.search("project = \"" + mapping.usual().project() + "\"", 1, List.of("status")),
                dialect.searchPath());
        if (reply.json().path("issues").isArray()) {
            ok("Search", "It answers.");
        } else {
            problem("Search", problems.of(reply).message());
        }
    }

    private void people(
            JiraPeople people, JiraHttp http, JiraDialect dialect, JsonNode self, Collection<String> mails) {
        String who = self.path("emailAddress").asText(self.path("displayName").asText());
        JiraReply reply = http.get(dialect.assignablePath(), mapping.usual().project(), who);
        if (!reply.json().isArray()) {
            warning(
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
            ok(
                    "People",
                    mails.isEmpty()
                            ? "They can be looked up."
                            : "Everybody asked for can be assigned: " + String.join(", ", mails) + ".");
        } else {
            warning(
                    "People",
                    "No one account can be assigned in " + mapping.usual().project() + " for "
                            + String.join(", ", unknown) + ". Their tickets will be assigned to nobody.");
        }
    }

    private void ok(String what, String words) {
        lines.add(new JiraCheckLine(Level.OK, what, words));
    }

    private void warning(String what, String words) {
        lines.add(new JiraCheckLine(Level.WARNING, what, words));
    }

    private void problem(String what, String words) {
        lines.add(new JiraCheckLine(Level.PROBLEM, what, words));
    }
}
