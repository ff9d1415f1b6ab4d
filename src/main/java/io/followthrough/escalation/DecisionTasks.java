package io.followthrough.escalation;

import java.time.Instant;
import java.util.Optional;

/** The tasks in which managers decide what becomes of an item, in domain words. */
public interface DecisionTasks {

    /** Id of the action item a task is about; empty when it is done or no such task. */
    Optional<String> actionItemOf(String taskId);

    /** About how many items somebody was asked to decide from the first instant until the second. */
    int askedBetween(Instant from, Instant until);
}
