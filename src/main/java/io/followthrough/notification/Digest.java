package io.followthrough.notification;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The one message of a day to one person.
 *
 * @param name whom it greets
 * @param intro one sentence
 * @param groups what to do, most pressing first
 * @param footer why it came, and how often
 */
record Digest(String subject, String name, String intro, List<Group> groups, String footer) {

    /**
     * Things of which the same is to be done.
     *
     * @param more how many were left out for length
     */
    record Group(Heading heading, List<Entry> entries, int more) {

        /** For a subject: {@code 2 overdue}. */
        String summary() {
            return (entries.size() + more) + " " + heading.summary();
        }
    }

    /** What is to be done about the things below it. */
    enum Heading {
        DECIDE("Decide what becomes of these", "to decide", "is-bad"),
        ANSWER("Accept or decline these", "to accept or decline", "is-warn"),
        REVIEW("Review these postmortems", "to review", "is-info"),
        LATE("Overdue: finish, or say when", "overdue", "is-bad"),
        TODAY("Due today", "due today", "is-warn"),
        SOON("Due soon", "due soon", "is-warn"),
        HELP("Late items of others: help them", "to help with", "is-info"),
        LATER("Also yours", "later", "is-quiet"),
        TEAM_LATE("Overdue", "overdue", "is-bad"),
        TEAM_SOON("Due within a week", "due this week", "is-warn"),
        TEAMS("Team by team", "teams", "is-info");

        private final String title;
        private final String summary;
        private final String tone;

        Heading(String title, String summary, String tone) {
            this.title = title;
            this.summary = summary;
            this.tone = tone;
        }

        public String title() {
            return title;
        }

        public String summary() {
            return summary;
        }

        public String tone() {
            return tone;
        }
    }

    /**
     * One thing.
     *
     * @param about its id
     * @param facts one line: priority, day, owner
     * @param words what was said about it
     * @param source by which row of which table; empty for none
     * @param links what can be done about it with one click, the page first
     */
    record Entry(
            String about, String title, String facts, List<String> words, String source, List<Message.Link> links) {}

    /** For a subject: {@code 1 to decide, 2 overdue}. */
    static String summary(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.heading() != Heading.LATER)
                .map(Group::summary)
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
    }
}
