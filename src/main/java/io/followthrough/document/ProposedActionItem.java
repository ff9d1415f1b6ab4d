package io.followthrough.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A specific task the document promises, not yet accepted by anybody.
 *
 * @param description what follows the title, empty when there is only a title
 * @param owner the person as written, or null
 * @param priority the priority as written ("P1", "high"), or null
 * @param due the promised day, or null
 * @param done whether the text says that it is done already
 * @param ticket the ticket it names already, as a key ({@code OPS-123}) or an address, or null
 * @param line line in the source, from 1
 * @param column where its title starts on the line, from 1
 */
public record ProposedActionItem(
        String title,
        String description,
        @Nullable String owner,
        @Nullable String priority,
        @Nullable LocalDate due,
        boolean done,
        @Nullable String ticket,
        int line,
        int column) {}
