package io.followthrough.ticket.jira;

import io.followthrough.ticket.TrackerGate;
import io.followthrough.ticket.TrackerProblem;
import org.jspecify.annotations.Nullable;

/** Holds requests back while Jira wants a pause, and hears of one from whatever answer names it. */
class JiraGate {

    private final TrackerGate gate;
    private final JiraProblems problems;

    JiraGate(TrackerGate gate, JiraProblems problems) {
        this.gate = gate;
        this.problems = problems;
    }

    /** What to answer in place of a request; null when it may leave. */
    @Nullable
    JiraReply held() {
        TrackerProblem closed = gate.closed();
        return closed == null ? null : new JiraReply.Held(closed);
    }

    /** Also of a 503 that leaves it open whether an issue was made. */
    void note(JiraReply reply) {
        if (reply instanceof JiraReply.Answered answer && !answer.isSuccess()) {
            TrackerProblem problem = problems.of(answer);
            if (problem.notBefore() != null) {
                gate.note(problem);
            }
        }
    }
}
