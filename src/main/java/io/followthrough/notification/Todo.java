package io.followthrough.notification;

/** What somebody is to do about what they are told. */
public enum Todo {
    /** Decide what becomes of an action item. */
    DECIDE,
    /** Accept or decline an action item that is handed over. */
    ANSWER,
    /** Judge a postmortem. */
    REVIEW,
    /** See to an action item: their own by its due date, somebody else's by helping. */
    FOLLOW
}
