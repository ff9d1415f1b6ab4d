package io.followthrough.escalation;

import java.util.Locale;

/** In which quality somebody is told about an action item. */
public enum Audience {
    /** Answers for the item. */
    OWNER,
    /** Approved the postmortem that promised it. */
    REVIEWER,
    /** Everybody who is a manager. */
    MANAGER;

    /** As it is written in the policy and shown to people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
