package io.followthrough.ticket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Applies what was read although others change the same item or its process at the same moment. */
@Component
class TicketReading {

    private static final Logger LOG = LoggerFactory.getLogger(TicketReading.class);
    private static final int TRIES = 3;

    private final TicketStatus status;

    TicketReading(TicketStatus status) {
        this.status = status;
    }

    void apply(TicketSnapshot snapshot) {
        insist("ticket " + snapshot.key(), () -> status.apply(snapshot));
    }

    void deleted(String trackerId) {
        insist("deleted ticket " + trackerId, () -> status.deleted(trackerId));
    }

    void missed(String actionItem) {
        insist("missed ticket of " + actionItem, () -> status.missed(actionItem));
    }

    /** A lost race is rolled back whole, so doing it again is safe; what still fails is tried at the next reading. */
    private static void insist(String what, Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES) {
                    LOG.warn("Cannot take over {} now; it is read again later", what, e);
                    return;
                }
            }
        }
    }
}
