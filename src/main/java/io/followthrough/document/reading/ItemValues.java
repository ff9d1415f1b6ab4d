package io.followthrough.document.reading;

import java.util.List;
import java.util.Locale;

/** Tells what the words beside an action item can mean. */
final class ItemValues {

    private ItemValues() {}

    /** Whether it stands for an empty cell. */
    static boolean isNothing(String value) {
        return Words.first(value, 1).isEmpty()
                || List.of("tbd", "none", "n/a", "na", "unassigned", "todo", "?")
                        .contains(value.toLowerCase(Locale.ROOT));
    }

    /** Whether the state says that it is done. */
    static boolean isDone(String value) {
        List<String> words = Words.first(value, 1);
        String first = words.isEmpty() ? value : words.get(0);
        return List.of("done", "complete", "completed", "closed", "fixed", "resolved", "finished", "shipped")
                        .contains(first)
                || value.contains("✅");
    }

    /** P0 to P4, or a priority in words. */
    static boolean isPriority(String word) {
        boolean level = word.length() == 2
                && (word.charAt(0) == 'P' || word.charAt(0) == 'p')
                && word.charAt(1) >= '0'
                && word.charAt(1) <= '4';
        return level
                || List.of("high priority", "low priority", "medium priority", "highest priority")
                        .contains(word.toLowerCase(Locale.ROOT));
    }
}
