package io.followthrough.escalation;

import io.followthrough.ticket.TicketEdit;

/** Takes requests to change the ticket of an action item. */
interface TicketEdits {

    void requestEdit(String actionItemId, TicketEdit edit);
}
