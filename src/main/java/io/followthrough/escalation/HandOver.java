package io.followthrough.escalation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An item that was offered to somebody; until they accept, it stays with its owner.
 *
 * @param fromOwner who owned it then
 * @param to who is asked to take it
 * @param offeredBy the owner, or who decided so
 * @param answerBy from then on it goes back
 * @param words what was said to the answer, or null
 */
public record HandOver(
        long id,
        String actionItem,
        String fromOwner,
        String to,
        String offeredBy,
        Instant offeredAt,
        Instant answerBy,
        String reason,
        State state,
        @Nullable Instant closedAt,
        @Nullable String words) {

    /** What became of it. */
    public enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        /** Nobody answered in time. */
        LAPSED,
        /** The item was settled or given to somebody meanwhile, or another one was asked. */
        WITHDRAWN;

        /** For people. */
        public String word() {
            return this == LAPSED ? "not answered" : name().toLowerCase(Locale.ROOT);
        }
    }
}
