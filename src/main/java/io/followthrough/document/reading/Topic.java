package io.followthrough.document.reading;

/** What a section is about. */
public enum Topic {
    /** Before the first section. */
    PREAMBLE,
    SUMMARY,
    DURATION,
    IMPACT,
    TIMELINE,
    DETECTION,
    ACTIONS_TAKEN,
    MISLEADING,
    ESCALATION,
    ROOT_CAUSE,
    RESOLUTION,
    ROOT_CAUSE_AND_RESOLUTION,
    /** Corrective and preventative measures, not yet told apart into improvements and tasks. */
    MEASURES,
    IMPROVEMENTS,
    TASKS,
    LESSONS,
    CONCLUSION,
    STATISTICS,
    /** A section that means nothing to the reader: appendix, attendees, background. */
    OTHER;

    /** Whether the section tells a step of the incident that may as well stand inside a timeline. */
    boolean isStep() {
        return this == DETECTION
                || this == ACTIONS_TAKEN
                || this == MISLEADING
                || this == ESCALATION
                || this == RESOLUTION;
    }

    /** Whether the section lists what to do. */
    boolean isMeasures() {
        return this == MEASURES || this == IMPROVEMENTS || this == TASKS;
    }
}
