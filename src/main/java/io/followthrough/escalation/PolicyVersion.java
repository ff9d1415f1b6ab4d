package io.followthrough.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A table that was saved; never changed afterwards.
 *
 * @param number from 1
 * @param name what its makers call it
 * @param note why it was saved, for people
 * @param activatedAt when it last came into force, or null when it never did
 */
public record PolicyVersion(
        int number,
        String name,
        String dmn,
        String note,
        String createdBy,
        Instant createdAt,
        @Nullable Instant activatedAt) {

    /** For people: {@code escalation-policy 2.1 v3}. */
    public String title() {
        return "escalation-policy " + (name.isEmpty() ? "" : name + " ") + "v" + number;
    }
}
