package io.followthrough.ticket;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new ticket shall say, in tracker-neutral words.
 *
 * @param marker random, unique per action item; carried as a label and as a property, so that the ticket can be found
 * @param description rendered by the adapter in the tracker's markup
 * @param link address of the action item in Followthrough
 * @param priority {@code P0} to {@code P4}
 * @param assigneeMail mail address of the owner, or null when unknown
 * @param team name of the owner's team, or null when they belong to none
 */
public record TicketDraft(
        String marker,
        String actionItemId,
        String summary,
        TicketText description,
        String link,
        LocalDate dueDate,
        String priority,
        List<String> labels,
        @Nullable String assigneeMail,
        @Nullable String team) {}
