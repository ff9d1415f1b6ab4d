package io.followthrough.document.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a label beside an action item, or the head of a column in a table of them, tells about it. */
enum ItemLabel {
    OWNER("owner", "owners", "assignee", "assigned to", "responsible", "assigned", "who", "lead"),
    DUE("due", "due date", "deadline", "target", "target date", "eta", "by when", "when"),
    PRIORITY("priority", "prio"),
    STATE("status", "state"),
    /** Tells it only where a reference to a ticket follows. */
    TICKET("ticket", "tickets", "jira", "issue", "bug", "tracking", "tracked in", "tracker", "link");

    private final List<String> spellings;

    ItemLabel(String... spellings) {
        this.spellings = List.of(spellings);
    }

    List<String> spellings() {
        return spellings;
    }

    /** What the label means, whatever its case and punctuation, or null. */
    static @Nullable ItemLabel of(String label) {
        String name = Words.joined(label);
        for (ItemLabel meant : values()) {
            if (meant.spellings.contains(name)) {
                return meant;
            }
        }
        return null;
    }
}
