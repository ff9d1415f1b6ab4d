package io.followthrough.ticket;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a ticket: because of an escalation, because a due date moved here, or because the item is settled.
 *
 * @param label unique to this change; its presence on the ticket proves that the change was made. Empty for a change
 *     that may be made twice without harm, such as setting a date
 * @param comment plain paragraphs
 * @param raisePriority whether to take the next higher priority the project allows
 * @param dueDate the new due date, or null to leave it
 * @param watcherMails mail addresses of those who are to watch the ticket from now on
 * @param labelsOff labels the ticket is to lose
 */
public record TicketEdit(
        String label,
        List<String> comment,
        boolean raisePriority,
        @Nullable LocalDate dueDate,
        List<String> watcherMails,
        List<String> labelsOff) {

    public TicketEdit {
        comment = List.copyOf(comment);
        watcherMails = List.copyOf(watcherMails);
        labelsOff = List.copyOf(labelsOff);
    }

    /** A change that concerns nobody's watching and leaves all labels. */
    public TicketEdit(String label, List<String> comment, boolean raisePriority, @Nullable LocalDate dueDate) {
        this(label, comment, raisePriority, dueDate, List.of(), List.of());
    }

    /** The same change, and these people watch the ticket. */
    public TicketEdit watchedBy(List<String> mails) {
        return new TicketEdit(label, comment, raisePriority, dueDate, mails, labelsOff);
    }

    /** Takes labels off and does nothing else. */
    static TicketEdit withoutLabels(List<String> labels) {
        return new TicketEdit("", List.of(), false, null, List.of(), labels);
    }

    /** Whether it only clears away what nothing depends on any more. */
    public boolean isTidying() {
        return !labelsOff.isEmpty();
    }
}
