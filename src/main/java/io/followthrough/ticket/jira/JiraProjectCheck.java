package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.ticket.jira.JiraScreens.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks a project and what its new issues may and must have. */
class JiraProjectCheck {

    private static final String CREATE_SCREEN = " on the create screen of ";

    /** What tickets cannot be made or followed without. */
    private static final Map<String, String> NEEDED = new LinkedHashMap<>();
    /** What something is lost without: its name, and what happens then. */
    private static final Map<String, String> USEFUL = new LinkedHashMap<>();

    static {
        NEEDED.put("BROWSE_PROJECTS", "Browse Projects");
        NEEDED.put("CREATE_ISSUES", "Create Issues");
        NEEDED.put("EDIT_ISSUES", "Edit Issues");
        NEEDED.put("ADD_COMMENTS", "Add Comments");
        USEFUL.put("SCHEDULE_ISSUES", "Schedule Issues, or tickets will have no due date");
        USEFUL.put("ASSIGN_ISSUES", "Assign Issues, or tickets will be assigned to nobody");
        USEFUL.put("MANAGE_WATCHERS", "Manage Watcher List, or nobody will be made to watch a ticket that is late");
    }

    private final JiraAccess access;
    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraProblems problems;
    private final JiraScreens screens;
    private final JiraCheckLines lines;

    JiraProjectCheck(
            JiraAccess access,
            JiraHttp http,
            JiraDialect dialect,
            JiraProblems problems,
            JiraScreens screens,
            JiraCheckLines lines) {
        this.access = access;
        this.http = http;
        this.dialect = dialect;
        this.problems = problems;
        this.screens = screens;
        this.lines = lines;
    }

    boolean project(String project) {
        JiraReply reply = http.get("/project/{project}", project);
        if (!reply.json().isObject()) {
            boolean hidden = reply instanceof JiraReply.Answered answer && answer.status() == 404;
            lines.problem(
                    "Project",
                    hidden ? problems.noProject(project) : problems.of(reply).message());
            return false;
        }
        if (reply.json().path("archived").asBoolean()) {
            lines.problem("Project", project + " is archived. Restore it, or set FOLLOWTHROUGH_JIRA_PROJECT.");
            return false;
        }
        lines.ok("Project", project + ", " + reply.json().path("name").asText());
        permissions(project);
        return true;
    }

    private void permissions(String project) {
        List<String> names = new ArrayList<>(NEEDED.keySet());
        names.addAll(USEFUL.keySet());
        JiraReply reply = http.get(dialect.permissionsPath(), project, String.join(",", names));
        JsonNode permissions = reply.json().path("permissions");
        if (!permissions.isObject()) {
            lines.warning(
                    "Permissions", "They cannot be read: " + problems.of(reply).message());
            return;
        }
        int before = lines.count();
        String give = "In the permission scheme of project " + project + ", give the account " + access.account()
                + " the permission ";
        NEEDED.forEach((key, name) -> {
            if (!permissions.path(key).path("havePermission").asBoolean()) {
                lines.problem("Permissions", give + name + ".");
            }
        });
        USEFUL.forEach((key, nameAndLoss) -> {
            if (!permissions.path(key).path("havePermission").asBoolean()) {
                lines.warning("Permissions", give + nameAndLoss + ".");
            }
        });
        if (lines.count() == before) {
            lines.ok(
                    "Permissions",
                    "All that are needed: " + String.join(", ", NEEDED.values())
                            + "; and to schedule, to assign and to manage watchers.");
        }
    }

    void screen(JiraTarget target) {
        Known known = screens.get(target.project(), target.issueType());
        if (known instanceof Known.Not unknown) {
            lines.problem("Issue type", unknown.problem().message());
            return;
        }
        JiraScreen screen = ((Known.Screen) known).screen();
        lines.ok("Issue type", target.issueType() + " (" + screen.typeId() + ") in " + target.project());
        String where = CREATE_SCREEN + target.where();
        int before = lines.count();
        ours(screen, target, where);
        mapped(screen, target, where);
        if (lines.count() == before) {
            lines.ok("Fields", "All that we set are" + where + ", and none is required that we do not set.");
        }
    }

    /** What each ticket has. */
    private void ours(JiraScreen screen, JiraTarget target, String where) {
        for (String message : screen.unfilled(target.fields().keySet())) {
            lines.problem("Fields", message);
        }
        if (!screen.fields().contains("labels")) {
            lines.problem("Fields", "Put Labels" + where + ": by a label each ticket is found again.");
        }
        if (!screen.fields().contains("description")) {
            lines.problem("Fields", "Put Description" + where + ".");
        }
        if (!screen.fields().contains("duedate")) {
            lines.warning("Fields", "Due date is not" + where + ": tickets will have none.");
        }
        if (screen.priorityIds().isEmpty()) {
            lines.warning("Fields", "Priority is not" + where + ": tickets will have Jira's own.");
        }
        if (!screen.fields().contains("assignee")) {
            lines.warning("Fields", "Assignee is not" + where + ": Jira may refuse to assign tickets.");
        }
    }

    /** What the mapping adds. */
    private void mapped(JiraScreen screen, JiraTarget target, String where) {
        for (String field : target.fields().keySet()) {
            if (!screen.fields().contains(field)) {
                lines.problem(
                        "Fields",
                        "The field " + field + " is set by followthrough.jira.fields or the mapping, but is not" + where
                                + ". Put it there, or do not set it.");
            }
        }
        target.priorities().forEach((ours, theirs) -> {
            if (screen.priorityCalled(theirs).isEmpty()) {
                lines.problem(
                        "Fields",
                        "There is no priority " + theirs + " for " + ours + where + "; there are "
                                + String.join(", ", screen.priorityNames().keySet()) + ".");
            }
        });
        for (String component : target.components()) {
            if (!screen.components().contains(component)) {
                lines.problem(
                        "Fields",
                        "There is no component " + component + where + "; there are "
                                + (screen.components().isEmpty() ? "none" : String.join(", ", screen.components()))
                                + ".");
            }
        }
        if (!target.parent().isEmpty()
                && !http.get("/issue/{key}?fields=status", target.parent()).isGood()) {
            lines.problem("Fields", "There is no issue " + target.parent() + " that could be the parent.");
        }
    }
}
