package io.followthrough.actionitem;

import java.time.LocalDate;

/** The due date of an open action item moved. Heard in the transaction in which it happens. */
public record ActionItemRescheduled(String id, LocalDate dueDate, String actor) {}
