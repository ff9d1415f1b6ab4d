package io.followthrough.notification;

/** What a link in a message lets its reader do, and nothing else. */
public enum LinkPurpose {
    /** Say that an action item is done. */
    CLAIM_DONE,
    /** Ask for more time for it. */
    MORE_TIME,
    /** Hand it over to somebody else. */
    HAND_OVER
}
