package io.followthrough.actionitem;

/** The running process of an action item, in domain words. Every call joins the caller's transaction. */
public interface ActionItemProcess {

    /** Starts following an item that was opened. */
    void start(String id);

    /** Starts following an item that was settled and is open again. */
    void reopened(String id);

    /** Ends the following of an item; the process looks at the item itself when it is not waiting now. */
    void settled(String id);

    /** Lets the process plan anew because due date, priority or policy changed. */
    void rescheduled(String id);

    /** Somebody else owns the item: whoever waits for its next rung waits by the new owner's calendar. */
    void reassigned(String id);
}
