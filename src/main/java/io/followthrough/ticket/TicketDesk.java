package io.followthrough.ticket;

import org.springframework.stereotype.Component;

/** Everything about tickets that is done beside the requests of people; each round takes what waits, once. */
@Component
public class TicketDesk {

    private final TicketEdits edits;
    private final StoredTicketHints hints;
    private final TicketTwins twins;
    private final Reconciliation reconciliation;

    TicketDesk(TicketEdits edits, StoredTicketHints hints, TicketTwins twins, Reconciliation reconciliation) {
        this.edits = edits;
        this.hints = hints;
        this.twins = twins;
        this.reconciliation = reconciliation;
    }

    /** Sends changes, follows hints, looks for twins, and reads everything again when it is time; call outside any transaction. */
    public void round() {
        edits.send();
        hints.follow();
        twins.look();
        reconciliation.runIfDue();
    }
}
