package io.followthrough.ticket;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stands before every request to one site of the tracker: closed while that wants to be left alone. */
public interface TrackerGate {

    /** Remembers what it is told for as long as the process runs: for a command that has no database. */
    static TrackerGate withoutDatabase(Clock clock) {
        return new TrackerGate() {
            private @Nullable TrackerProblem longest;

            @Override
            public synchronized @Nullable TrackerProblem closed() {
                return longest != null && until(longest).isAfter(clock.instant()) ? longest : null;
            }

            @Override
            public synchronized void note(TrackerProblem problem) {
                if (longest == null || until(problem).isAfter(until(longest))) {
                    longest = problem;
                }
            }

            private Instant until(TrackerProblem problem) {
                return problem.notBefore() == null ? Instant.MIN : problem.notBefore();
            }
        };
    }

    /** Until when and why no request may leave; null when it may. */
    @Nullable
    TrackerProblem closed();

    /** Takes note of a problem that concerns every call; never shortens a pause. */
    void note(TrackerProblem problem);
}
