package io.followthrough.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The running instances of processes, and which version of its model each one follows. */
public interface RunningModels {

    /**
     * Moves every instance that follows an older version to the newest one of its model, each where it waits. What is
     * there already stays untouched, so it may be asked for at any time and by several nodes.
     */
    Moved moveToNewest();

    /** What the last move of this node did; empty before the first. */
    Optional<Moved> last();

    /**
     * The outcome of one move.
     *
     * @param moved how many instances follow the newest version now and did not before
     * @param left those that go on by their older version
     */
    record Moved(Instant at, int moved, List<Left> left) {

        public Moved {
            left = List.copyOf(left);
        }
    }

    /**
     * An instance that cannot be moved.
     *
     * @param businessKey our key, such as PM-42-3
     * @param process the id of its model
     * @param version the engine's number of the version it follows
     * @param reason why it cannot be moved, for an administrator
     */
    record Left(String businessKey, String process, int version, String reason) {}
}
