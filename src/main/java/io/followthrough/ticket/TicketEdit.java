package io.followthrough.ticket;

import java.util.List;

/**
 * One change of a ticket because of an escalation.
 *
 * @param label unique to this change; its presence on the ticket proves that the change was made
 * @param comment plain paragraphs
 * @param raisePriority whether to take the next higher priority the project allows
 */
public record TicketEdit(String label, List<String> comment, boolean raisePriority) {}
