package io.followthrough.ticket;

import org.jspecify.annotations.Nullable;

/** Stands before every request to the tracker: closed while the tracker wants to be left alone. */
public interface TrackerGate {

    /** Never closed: for tools that run beside the application. */
    TrackerGate OPEN = new TrackerGate() {
        @Override
        public @Nullable TrackerProblem closed() {
            return null;
        }

        @Override
        public void note(TrackerProblem problem) {
            // Whoever asks is told by the answer itself.
        }
    };

    /** Until when and why no request may leave; null when it may. */
    @Nullable
    TrackerProblem closed();

    /** Takes note of a problem that concerns every call; never shortens a pause. */
    void note(TrackerProblem problem);
}
