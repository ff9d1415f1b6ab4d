package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What headings and sentences above lists say of them, beyond the topic their words name. */
final class Announcements {

    /** What is longer is a paragraph that somebody wants to be seen. */
    private static final int MOST_HEADING_WORDS = 25;

    private static final Phrases PREVENTING = Phrases.of("prevent", "avoid", "so that it does not", "so it does not");
    private static final Phrases AGAIN = Phrases.of("again", "future", "recur", "from happening");

    private static final Phrases CHANGING =
            Phrases.of("the following changes", "following improvements", "following measures");

    private static final Set<String> COLUMNS = Set.of(
            "time",
            "date",
            "event",
            "events",
            "description",
            "details",
            "what",
            "happened",
            "action",
            "actions",
            "status",
            "and",
            "of");

    private Announcements() {}

    /** Whether it is marked as a heading and is none. */
    static boolean isParagraph(String heading) {
        return heading.length() > 2 * MOST_HEADING_WORDS && Words.of(heading).size() > MOST_HEADING_WORDS;
    }

    /** "Specific tasks to address the issue include:", in words no label uses. */
    static boolean announcesTasks(String name) {
        List<String> words = Words.of(name);
        return words.size() <= 12
                && Words.containsAny(words, "tasks", "todo")
                && Words.containsAny(words, "specific", "following", "address", "list", "our");
    }

    /** "The long night's timeline:", in words no label uses. */
    static boolean announcesTimeline(String name) {
        List<String> words = Words.of(Words.withoutParentheses(name));
        return words.size() <= 6 && words.contains("timeline");
    }

    /** "Time (UTC)", "Time and event": what stands below it, line by line. */
    static boolean namesColumns(String text) {
        List<String> words = Words.of(Words.withoutParentheses(text));
        return !text.endsWith(".") && words.contains("time") && COLUMNS.containsAll(words);
    }

    /** "What we do so that it does not happen again:" over a list, where no heading says so. */
    static boolean announcesMeasures(String name) {
        return PREVENTING.in(name) && AGAIN.in(name) || CHANGING.in(name);
    }

    /** What tasks are for: headings that postmortems of many companies have below "Action items". */
    static boolean isKindOfTask(String heading) {
        return List.of("prevention", "detection", "mitigation", "response", "process", "fixes", "other")
                .contains(Words.joined(heading));
    }

    /** Nothing but that word, which many put over their tasks. */
    static boolean isPlainImprovements(String heading) {
        return Topics.ofLabel(heading) == Topic.IMPROVEMENTS
                && Words.of(heading).size() == 1;
    }

    /** Tells of something beside the tasks below which it stands. */
    static boolean isAside(String heading) {
        return Words.containsAny(Words.of(heading), "investigation", "background", "context", "notes", "discussion");
    }

    /** Some files tell the same incident twice; the second telling promises nothing new. */
    static boolean isSecondTelling(Block block) {
        if (!block.is(Kind.HEADING) || block.level() > 1) {
            return false;
        }
        List<String> words = Words.of(block.text());
        return Words.containsAny(words, "postmortem", "humor", "humour", "fun", "funny")
                || words.contains("mortem")
                || Topics.ofHeading(block.text()) == Topic.SUMMARY;
    }

    /** Whether the heading only groups what its parent is about: "Process improvements" under "Action items". */
    static boolean groupsBelow(Topic parent, @Nullable Topic topic, String heading) {
        if (topic == null) {
            return parent != Topic.OTHER && !(parent == Topic.TASKS && isAside(heading));
        }
        return parent == Topic.TASKS
                && (topic == Topic.IMPROVEMENTS && !isPlainImprovements(heading) || isKindOfTask(heading));
    }

    /** More words of the title, over the table of facts: "Weighing of guesses on the cause". */
    static boolean isSubtitle(Block block, @Nullable Block next) {
        return next != null && next.is(Kind.TABLE_HEAD) && Topics.ofLabel(block.text()) == null;
    }

    /** "* Timeline (UTC)" over the entries, which stand further right. */
    static boolean isTimelineOverItems(Block block, @Nullable Block next) {
        return next != null
                && next.is(Kind.ITEM)
                && next.depth() > block.depth()
                && Topics.ofLabel(block.text()) == Topic.TIMELINE;
    }

    /** What a bullet with nothing but the name of a section announces, where the next bullet beside it tells more. */
    static @Nullable Topic headsItems(Block block, Block next) {
        boolean beside = next.is(Kind.ITEM) && next.depth() == block.depth();
        boolean named = beside
                && !block.text().isEmpty()
                && Character.isLetter(block.text().charAt(0));
        Topic topic = named ? Topics.ofLabel(block.text()) : null;
        return topic == null || Topics.ofLabel(next.text()) != null ? null : topic;
    }

    /** In a list of measures "Documentation: …" is an item, "Tasks:" a heading. */
    static boolean opensFromItem(Topic topic, Label label, Topic main, Topic current) {
        if (main.isMeasures() || current.isMeasures()) {
            boolean lessons = topic == Topic.LESSONS && label.rest().isEmpty();
            return lessons
                    || topic.isMeasures()
                            && (label.rest().isEmpty() || Words.of(label.name()).size() <= 3 && current != Topic.TASKS);
        }
        return label.rest().isEmpty()
                || !topic.isMeasures()
                || Words.containsAny(
                        Words.of(label.name()), "tasks", "todo", "items", "improvements", "fixes", "measures");
    }
}
