package io.followthrough.escalation;

import java.time.Instant;

/** What comes next for an action item. */
public sealed interface Plan {

    /** The rung to be reached next and when; an instant that has passed is made up for at once. */
    record NextRung(String rung, Instant at) implements Plan {}

    /** The ladder is climbed: a manager has to decide. */
    record Decision() implements Plan {}

    /** Nothing: the item is not open. */
    record Settled() implements Plan {}
}
