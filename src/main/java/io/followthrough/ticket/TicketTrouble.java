package io.followthrough.ticket;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something about a ticket that needs a person.
 *
 * @param key of the ticket, or null while there is none
 * @param url where to see it, or null while there is none
 * @param why what is wrong and what to do
 * @param remedies what can be done about it here
 */
public record TicketTrouble(
        String actionItem,
        String title,
        Kind kind,
        @Nullable String key,
        @Nullable String url,
        String why,
        Set<Remedy> remedies) {

    public enum Kind {
        REFUSED("refused"),
        DELAYED("delayed"),
        MISSING("missing"),
        TWINS("twins"),
        CHANGE_REFUSED("change refused"),
        LEFT_OUT("incomplete"),
        WONT_DO("closed as won't do"),
        DUE_DATE_PUSHED("due date pushed"),
        PRIORITY_LOWERED("priority lowered");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public enum Remedy {
        /** Ask for the same again, now. */
        RETRY,
        /** Take another ticket that exists. */
        RELINK,
        /** Make a new ticket. */
        RECREATE,
        /** A reviewer agrees that it will not be done. */
        AGREE,
        /** Let it be, for a reason. */
        DISMISS
    }
}
