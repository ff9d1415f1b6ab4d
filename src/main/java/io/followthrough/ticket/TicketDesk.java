package io.followthrough.ticket;

import org.springframework.stereotype.Component;

/** Everything about tickets that is done beside the requests of people; each round takes what waits, once. */
@Component
public class TicketDesk {

    private final TicketCreation creation;
    private final TicketRecords records;
    private final TicketEdits edits;
    private final StoredTicketHints hints;
    private final TicketTwins twins;
    private final Reconciliation reconciliation;

    TicketDesk(
            TicketCreation creation,
            TicketRecords records,
            TicketEdits edits,
            StoredTicketHints hints,
            TicketTwins twins,
            Reconciliation reconciliation) {
        this.creation = creation;
        this.records = records;
        this.edits = edits;
        this.hints = hints;
        this.twins = twins;
        this.reconciliation = reconciliation;
    }

    /**
     * Makes tickets that people asked for again, sends changes, follows hints, looks for twins, and reads everything again
     * when it is time; call outside any transaction.
     *
     * @return whether more waits than was taken
     */
    public boolean round() {
        records.byDesk().forEach(creation::step);
        edits.send();
        boolean more = hints.follow();
        twins.look();
        reconciliation.runIfDue();
        return more;
    }
}
