package io.followthrough.escalation;

import io.followthrough.actionitem.Priority;
import java.util.List;

/** Who hears when about an item that is due or overdue; the decision table {@code escalation-policy.dmn}. */
public interface EscalationPolicy {

    /** The ladder in force for items of this priority. */
    Ladder ladderFor(Priority priority);

    /**
     * A ladder.
     *
     * @param version version of the table it came from, for people
     * @param rungs in the order of the table
     */
    record Ladder(String version, List<Rung> rungs) {

        public Ladder {
            rungs = List.copyOf(rungs);
        }
    }
}
