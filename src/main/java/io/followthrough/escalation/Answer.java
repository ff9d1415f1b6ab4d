package io.followthrough.escalation;

import io.followthrough.platform.InvalidInputException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides about an item at the end of its ladder.
 *
 * @param day the promised or the new last day; needed for {@link Choice#DO_BY} and {@link Choice#EXTEND}
 * @param person who is asked to take it; needed for {@link Choice#HAND_OVER}
 * @param reason why; may be empty for {@link Choice#DO_BY} only
 */
public record Answer(
        Choice choice, @Nullable LocalDate day, @Nullable String person, String reason) {

    LocalDate requireDay() {
        if (day == null) {
            throw new InvalidInputException("Choose a day.");
        }
        return day;
    }

    String requirePerson() {
        if (person == null || person.isBlank()) {
            throw new InvalidInputException("Choose who is asked to take it.");
        }
        return person;
    }

    void requireReason() {
        if (choice != Choice.DO_BY && reason.isBlank()) {
            throw new InvalidInputException("Say why: the reason is shown with the postmortem.");
        }
    }
}
