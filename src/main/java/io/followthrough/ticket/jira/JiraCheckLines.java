package io.followthrough.ticket.jira;

import io.followthrough.ticket.jira.JiraCheckLine.Level;
import java.util.ArrayList;
import java.util.List;

/** What a check has found so far, in the order in which it looked. */
class JiraCheckLines {

    private final List<JiraCheckLine> lines = new ArrayList<>();

    void ok(String what, String words) {
        lines.add(new JiraCheckLine(Level.OK, what, words));
    }

    void warning(String what, String words) {
        lines.add(new JiraCheckLine(Level.WARNING, what, words));
    }

    void problem(String what, String words) {
        lines.add(new JiraCheckLine(Level.PROBLEM, what, words));
    }

    int count() {
        return lines.size();
    }

    List<JiraCheckLine> all() {
        return List.copyOf(lines);
    }
}
