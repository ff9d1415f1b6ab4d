package io.followthrough.ticket.jira;

import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TrackerGate;
import io.followthrough.ticket.TrackerProblem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real adapter, but one that gives up waiting for an answer early, so that lost answers cost little time. */
public final class HastyJira {

    private HastyJira() {}

    /** As patient as usual, but in the other dialect, behind the gate of the application. */
    public static TicketTracker dataCenterAt(URI sandbox, TrackerGate gate, Clock clock) {
        String url = sandbox.toString();
        Duration patience = Duration.ofSeconds(10);
        JiraAccess access =
                new JiraAccess(null, url, url, "", "sandbox", "OPS", "Task", "", Map.of(), patience, patience);
        return JiraConfiguration.tracker(access, () -> JiraMapping.of(access), gate, clock);
    }

    /** Asks again whatever it was told, also when it was told to wait. */
    public static TicketTracker at(URI sandbox, Duration readTimeout, Clock clock) {
        JiraAccess access = new JiraAccess(
                new CloudDialect(),
                sandbox.toString(),
                sandbox.toString(),
                "followthrough@example.org",
                "sandbox",
                "OPS",
                "Task",
                "",
                Map.of(),
                Duration.ofSeconds(5),
                readTimeout);
        return JiraConfiguration.tracker(access, () -> JiraMapping.of(access), new NeverClosed(), clock);
    }

    private static final class NeverClosed implements TrackerGate {

        @Override
        public @Nullable TrackerProblem closed() {
            return null;
        }

        @Override
        public void note(TrackerProblem problem) {
            // That is what makes it hasty.
        }
    }
}
