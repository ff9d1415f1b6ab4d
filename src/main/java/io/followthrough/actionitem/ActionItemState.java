package io.followthrough.actionitem;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an item was from an instant on until its next state: everything its ladder goes by.
 *
 * @param at when it began
 * @param status open or settled
 * @param dueDateCycle which of its due dates this is, from 1
 * @param armedAt when this due date began to count
 * @param recorded whether it was written down when it began, and not put together from the history later
 */
public record ActionItemState(
        String item,
        Instant at,
        ActionItemStatus status,
        Priority priority,
        String owner,
        boolean ownerProposed,
        LocalDate dueDate,
        int dueDateCycle,
        Instant openedAt,
        Instant armedAt,
        boolean recorded) {}
