package io.followthrough.actionitem;

/** How an action item was settled. */
public enum Settlement {
    DONE,
    WONT_DO,
    HANDED_ELSEWHERE
}
