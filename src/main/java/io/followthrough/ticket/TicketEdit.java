package io.followthrough.ticket;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a ticket: because of an escalation, or because a due date moved here.
 *
 * @param label unique to this change; its presence on the ticket proves that the change was made. Empty for a change
 *     that may be made twice without harm, such as setting a date
 * @param comment plain paragraphs
 * @param raisePriority whether to take the next higher priority the project allows
 * @param dueDate the new due date, or null to leave it
 */
public record TicketEdit(
        String label,
        List<String> comment,
        boolean raisePriority,
        @Nullable LocalDate dueDate) {}
