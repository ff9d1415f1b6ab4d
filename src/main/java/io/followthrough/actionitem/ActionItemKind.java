package io.followthrough.actionitem;

import java.util.List;
import java.util.Locale;

/** What an action item is for. */
public enum ActionItemKind {
    /** It shall not happen again. */
    PREVENT("prevent", "patch", "fix", "upgrade", "validate", "test", "limit", "restrict", "lint", "check"),
    /** It shall be noticed sooner. */
    DETECT("monitor", "alert", "dashboard", "metric", "detect", "alarm", "log", "health check", "probe"),
    /** It shall do less harm. */
    MITIGATE("failover", "rollback", "roll back", "backup", "redundan", "replica", "circuit", "fallback", "degrade"),
    /** People shall work differently. */
    PROCESS("train", "document", "runbook", "review", "process", "procedure", "checklist", "policy", "communicat");

    private final List<String> hints;

    ActionItemKind(String... hints) {
        this.hints = List.of(hints);
    }

    /** The kind the words suggest: the one whose first hint stands earliest; {@link #PREVENT} when there is none. */
    static ActionItemKind suggestedBy(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        ActionItemKind best = PREVENT;
        int earliest = Integer.MAX_VALUE;
        for (ActionItemKind kind : values()) {
            for (String hint : kind.hints) {
                int at = text.indexOf(hint);
                if (at >= 0 && at < earliest) {
                    earliest = at;
                    best = kind;
                }
            }
        }
        return best;
    }

    /** The priority proposed for an item of this kind when its document names none. */
    Priority proposedPriority() {
        return switch (this) {
            case PREVENT -> Priority.P1;
            case DETECT, MITIGATE -> Priority.P2;
            case PROCESS -> Priority.P3;
        };
    }
}
