package io.followthrough.ticket.jira;

import io.followthrough.ticket.TrackerHealth;
import io.followthrough.ticket.jira.JiraScreens.Known;
import java.util.ArrayList;
import java.util.List;

/** Tries, without creating anything, whether tickets could be made; stops where the rest would fail as well. */
class JiraProbe {

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraAccess access;
    private final JiraProblems problems;
    private final JiraScreens screens;

    JiraProbe(JiraHttp http, JiraDialect dialect, JiraAccess access, JiraProblems problems, JiraScreens screens) {
        this.http = http;
        this.dialect = dialect;
        this.access = access;
        this.problems = problems;
        this.screens = screens;
    }

    TrackerHealth run() {
        String tracker = dialect.product() + " at " + access.siteUrl() + ", project " + access.project();
        for (String path : List.of("/myself", "/project/" + access.project())) {
            JiraReply reply = http.get(path);
            if (!reply.json().isObject()) {
                return ill(tracker, words(path, reply));
            }
        }
        screens.forget();
        Known known = screens.get();
        return known instanceof Known.Not unknown
                ? ill(tracker, unknown.problem().message())
                : new TrackerHealth(tracker, missing(((Known.Screen) known).screen()));
    }

    private String words(String path, JiraReply reply) {
        boolean hidden =
                path.startsWith("/project") && reply instanceof JiraReply.Answered answer && answer.status() == 404;
        return hidden ? problems.noProject() : problems.of(reply).message();
    }

    private List<String> missing(JiraScreen screen) {
        List<String> missing = new ArrayList<>();
        if (!screen.fields().contains("labels")) {
            missing.add("Add the field Labels to the create screen of project " + access.project() + ".");
        }
        screen.unfilled(access.fields().keySet())
                .forEach(field -> missing.add("Project " + access.project() + ": " + field));
        return missing;
    }

    private static TrackerHealth ill(String tracker, String problem) {
        return new TrackerHealth(tracker, List.of(problem));
    }
}
