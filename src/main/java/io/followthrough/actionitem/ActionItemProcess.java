package io.followthrough.actionitem;

/** The running process of an action item, in domain words. Every call joins the caller's transaction. */
public interface ActionItemProcess {

    /** Starts following an item that was opened. */
    void start(String id);

    /** Starts following an item that was settled and is open again. */
    void reopened(String id);

    /** Ends the following of an item; the process looks at the item itself when it is not waiting now. */
    void settled(String id);

    /** Lets the process plan anew, whatever it waits for: a decision that is asked for is withdrawn. */
    void rescheduled(String id);

    /** Owner or priority changed: a wait for the next rung is planned anew, a decision that is asked for stays asked. */
    void reassigned(String id);
}
