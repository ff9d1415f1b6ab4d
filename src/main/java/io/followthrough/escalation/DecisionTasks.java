package io.followthrough.escalation;

import java.time.Instant;
import java.util.Optional;

/** The tasks in which people decide what becomes of an item, in domain words. */
public interface DecisionTasks {

    /** Id of the action item a task is about; empty when it is done or no such task. */
    Optional<String> actionItemOf(String taskId);

    /** About how many items somebody was asked to decide from the first instant until the second. */
    int askedBetween(Instant from, Instant until);

    /**
     * Completes the task of an item on behalf of a person, by which the answer is carried out.
     *
     * @throws io.followthrough.platform.ConflictException when nothing is asked about the item
     */
    void answer(String id, Answer answer, String actor);

    /** Gives the task of an item to a person; does nothing when there is none. */
    void assign(String id, String person);
}
