package io.followthrough.escalation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be decided about an item that stayed undone through the whole ladder. */
public enum Choice {
    /** It stays overdue and is done by a day somebody promises; after that day the question comes back. */
    DO_BY,
    /** Its due date moves, within limits, and the ladder begins anew. */
    EXTEND,
    /** Somebody else is asked to take it. */
    HAND_OVER,
    /** It is given up; an owner cannot say so alone. */
    WONT_DO;

    /** As forms and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The choice that is written like that; empty when none is. */
    public static Optional<Choice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }
}
