package io.followthrough.escalation.web;

import io.followthrough.escalation.Answer;
import io.followthrough.escalation.Choice;
import io.followthrough.platform.InvalidInputException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the page and the API send it.
 *
 * @param decision do-by, extend, hand-over or wont-do
 * @param due the promised or the new last day
 * @param owner login name of who is asked to take it
 */
record DecisionRequest(
        @Nullable String decision,
        @Nullable LocalDate due,
        @Nullable String owner,
        @Nullable String reason) {

    Answer answer() {
        return new Answer(
                Choice.of(decision == null ? "" : decision)
                        .orElseThrow(() -> new InvalidInputException("Decide: do-by, extend, hand-over or wont-do.")),
                due,
                owner == null || owner.isBlank() ? null : owner,
                reason == null ? "" : reason.strip());
    }
}
