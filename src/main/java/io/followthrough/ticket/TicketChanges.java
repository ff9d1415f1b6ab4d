package io.followthrough.ticket;

import java.util.List;

/**
 * What the tracker tells of the changes of a ticket.
 *
 * @param newestFirst as far back as it tells at once
 * @param priorities names of those that the ticket may have, most urgent first; empty when the tracker does not tell
 */
public record TicketChanges(List<TicketChange> newestFirst, List<String> priorities) {

    /** Nothing is told. */
    static final TicketChanges UNKNOWN = new TicketChanges(List.of(), List.of());
}
