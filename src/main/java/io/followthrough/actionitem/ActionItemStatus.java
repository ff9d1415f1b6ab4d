package io.followthrough.actionitem;

/** Where an action item is. Being overdue is no status: it follows from the due date. */
public enum ActionItemStatus {
    /** Read from a document that is not published yet. */
    PROPOSED,
    OPEN,
    SETTLED
}
