package io.followthrough.ticket;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something about a ticket that needs a person.
 *
 * @param owner of the item, by login name
 * @param key of the ticket, or null while there is none
 * @param url where to see it, or null while there is none
 * @param why what is wrong and what to do
 * @param since when it began, as far as that is written down
 * @param remedies what can be done about it here, by whoever asked
 */
public record TicketTrouble(
        String actionItem,
        String title,
        String owner,
        Kind kind,
        @Nullable String key,
        @Nullable String url,
        String why,
        @Nullable Instant since,
        Set<Remedy> remedies) {

    /** Whether this can be done about it here. */
    public boolean offers(String remedy) {
        return remedies.contains(Remedy.valueOf(remedy));
    }

    /** The same with only those remedies that pass. */
    TicketTrouble with(Predicate<Remedy> allowed) {
        Set<Remedy> left = EnumSet.copyOf(remedies);
        left.removeIf(allowed.negate());
        return new TicketTrouble(actionItem, title, owner, kind, key, url, why, since, left);
    }

    public enum Kind {
        REFUSED("refused"),
        DELAYED("delayed"),
        MISSING("missing"),
        TWINS("twins"),
        CHANGE_REFUSED("change refused"),
        LEFT_OUT("incomplete"),
        WONT_DO("closed as won't do"),
        DUE_DATE_PUSHED("due date pushed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether there is no ticket because of it. */
        public boolean isAboutExistence() {
            return this == REFUSED || this == DELAYED || this == MISSING;
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
