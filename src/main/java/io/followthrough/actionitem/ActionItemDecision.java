package io.followthrough.actionitem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a manager decides on an item that stayed undone through the whole ladder.
 *
 * @param wontDo whether it is given up; then due and owner do not matter
 * @param due the new last day when it is not given up
 * @param owner a new owner, or null to keep the present one
 * @param reason why, shown in the postmortem
 */
public record ActionItemDecision(
        boolean wontDo, @Nullable LocalDate due, @Nullable String owner, String reason) {}
