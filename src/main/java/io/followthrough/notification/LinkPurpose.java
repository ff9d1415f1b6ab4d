package io.followthrough.notification;

/** What a link in a message lets its reader do, and nothing else. */
public enum LinkPurpose {
    /** Say that an action item is done. */
    CLAIM_DONE,
    /** Ask for more time for it. */
    MORE_TIME,
    /** Leave it out of the reader's digest for some days. */
    SNOOZE,
    /** Offer it to somebody else. */
    HAND_OVER,
    /** Accept or decline one that was offered to the reader. */
    ANSWER
}
