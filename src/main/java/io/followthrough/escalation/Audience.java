package io.followthrough.escalation;

import java.util.Locale;

/** In which quality somebody is told about an action item. */
public enum Audience {
    /** Answers for the item. */
    OWNER,
    /** Wrote the postmortem. */
    AUTHOR,
    /** Approved the postmortem that promised it. */
    REVIEWER,
    /** Leads the owner's team; the reviewer where there is no team. */
    LEAD,
    /** Manages the owner's team; everybody who is a manager where there is no team. */
    MANAGER,
    /** Directs the owner's team; everybody who is a manager where there is no team. */
    DIRECTOR;

    /** As it is written in the policy and shown to people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
