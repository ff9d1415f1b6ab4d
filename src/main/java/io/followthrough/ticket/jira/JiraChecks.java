package io.followthrough.ticket.jira;

import io.followthrough.ticket.TrackerGate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Checks the Jira of the settings on behalf of the application. */
class JiraChecks {

    private final JiraAccess access;
    private final JiraMappings mappings;
    private final TrackerGate gate;
    private final Clock clock;

    JiraChecks(JiraAccess access, JiraMappings mappings, TrackerGate gate, Clock clock) {
        this.access = access;
        this.mappings = mappings;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * With the mapping that counts.
     *
     * @param mails of people who own action items; may be empty
     */
    List<JiraCheckLine> run(Collection<String> mails) {
        return JiraCheck.run(access, mappings.current(), gate, clock, mails);
    }

    /** With one that is not saved yet. */
    List<JiraCheckLine> run(JiraMapping mapping) {
        return JiraCheck.run(access, mapping, gate, clock, List.of());
    }
}
