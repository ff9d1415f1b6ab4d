package io.followthrough.ticket;

/** The task of making a ticket in the running process of an action item. */
public interface TicketProcess {

    /** Lets a task that waits, or that was given up, be taken up at once. */
    void retry(String actionItem);
}
