package io.followthrough.actionitem;

/** How urgent an action item is; P0 is the most urgent. */
public enum Priority {
    P0,
    P1,
    P2,
    P3,
    P4
}
