package io.followthrough.ticket.jira;

import io.followthrough.ticket.TrackerHealth;
import io.followthrough.ticket.jira.JiraScreens.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tries, without creating anything, whether tickets could be made; stops where the rest would fail as well. */
class JiraProbe {

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraAccess access;
    private final JiraProblems problems;
    private final JiraScreens screens;
    private final Supplier<JiraMapping> mapping;

    JiraProbe(
            JiraHttp http,
            JiraDialect dialect,
            JiraAccess access,
            JiraProblems problems,
            JiraScreens screens,
            Supplier<JiraMapping> mapping) {
        this.http = http;
        this.dialect = dialect;
        this.access = access;
        this.problems = problems;
        this.screens = screens;
        this.mapping = mapping;
    }

    TrackerHealth run() {
        String tracker = dialect.product() + " at " + access.siteUrl() + ", project " + access.project();
        JiraReply self = http.get("/myself");
        if (!self.json().isObject()) {
            return ill(tracker, problems.of(self).message());
        }
        screens.forget();
        List<String> missing = new ArrayList<>();
        for (JiraTarget target : mapping.get().targets()) {
            missing.addAll(missing(target));
        }
        return new TrackerHealth(tracker, missing);
    }

    private List<String> missing(JiraTarget target) {
        JiraReply project = http.get("/project/{project}", target.project());
        if (!project.json().isObject()) {
            boolean hidden = project instanceof JiraReply.Answered answer && answer.status() == 404;
            return List.of(
                    hidden
                            ? problems.noProject(target.project())
                            : problems.of(project).message());
        }
        Known known = screens.get(target.project(), target.issueType());
        if (known instanceof Known.Not unknown) {
            return List.of(unknown.problem().message());
        }
        JiraScreen screen = ((Known.Screen) known).screen();
        List<String> missing = new ArrayList<>();
        if (!screen.fields().contains("labels")) {
            missing.add("Add the field Labels to the create screen of project " + target.project() + ".");
        }
        screen.unfilled(target.fields().keySet())
                .forEach(field -> missing.add("Project " + target.project() + ": " + field));
        return missing;
    }

    private static TrackerHealth ill(String tracker, String problem) {
        return new TrackerHealth(tracker, List.of(problem));
    }
}
