package io.followthrough.escalation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an item was asked at the end of its ladder.
 *
 * @param askedOf login name of who is asked to decide
 * @param choice what was decided, or null
 * @param answeredBy who decided, or null
 * @param agreed whether somebody other than the owner said that it will not be done; null for other answers
 * @param closedAt when it was answered or withdrawn; null while it waits
 */
public record Question(
        long id,
        String actionItem,
        int dueDateCycle,
        String askedOf,
        Instant askedAt,
        @Nullable Choice choice,
        @Nullable String answeredBy,
        @Nullable LocalDate day,
        @Nullable String person,
        @Nullable String reason,
        @Nullable Boolean agreed,
        @Nullable Instant closedAt) {

    /** Whether the owner wants to give the item up and somebody else is to agree. */
    public boolean isWish() {
        return choice == Choice.WONT_DO && Boolean.FALSE.equals(agreed);
    }
}
