package io.followthrough.ticket.jira;

import java.util.Locale;

/**
 * What came out of one step of {@link JiraCheck}.
 *
 * @param what was looked at, "Permissions"
 * @param words what is so, or what to change
 */
record JiraCheckLine(Level level, String what, String words) {

    enum Level {
        OK,
        /** Works, but something is missing from the tickets. */
        WARNING,
        /** Does not work until somebody changes it. */
        PROBLEM
    }

    boolean isProblem() {
        return level == Level.PROBLEM;
    }

    /** For a terminal or a log. */
    String toText() {
        return String.format("%-8s %-12s %s", level.name().toLowerCase(Locale.ROOT), what, words);
    }
}
