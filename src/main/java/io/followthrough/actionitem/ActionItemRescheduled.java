package io.followthrough.actionitem;

import java.time.LocalDate;

/**
 * The due date or the priority of an open action item moved. Heard in the transaction in which it happens.
 *
 * @param before the due date it had, the same when only the priority moved
 * @param agreed whether it is an extension somebody gave, within its limits
 */
public record ActionItemRescheduled(String id, LocalDate before, LocalDate dueDate, boolean agreed, String actor) {}
