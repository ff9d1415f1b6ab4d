package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItemState;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.escalation.Schedule.Planned;
import io.followthrough.escalation.Schedule.Reached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Climbs the ladders of a table through the states of items as the process does: each state is planned anew, a rung is
 * reached at its instant or at the end of the gap in which that lies, and nothing is known of what comes later.
 *
 * @param schedules by what an item was
 * @param gaps in which nobody can be told, in their order
 */
record Replay(PolicyTable table, Function<ActionItemState, Schedule> schedules, List<Gap> gaps) {

    /** A rung that is reached, and what the item is then. */
    record Step(ActionItemState state, Rung rung, Instant plannedAt, Instant at) {}

    /**
     * What becomes of one item.
     *
     * @param decisions when its ladder was climbed, once for each due date
     */
    record Climbed(List<Step> steps, List<Instant> decisions) {}

    /**
     * Follows one item.
     *
     * @param states of one item in their order; the last lasts until the end
     * @param done what was reached for the due date of the first state already
     * @param from nothing is reached before
     * @param until nothing is reached then or later
     */
    Climbed follow(List<ActionItemState> states, Reached done, Instant from, Instant until) {
        Climb climb = new Climb(done);
        for (int i = 0; i < states.size(); i++) {
            ActionItemState state = states.get(i);
            Instant next = i + 1 < states.size() ? states.get(i + 1).at() : until;
            climb.enter(state);
            if (state.status() == ActionItemStatus.OPEN) {
                climb.climb(state, later(from, state.at()), next.isBefore(until) ? next : until);
            }
        }
        return climb.climbed;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** The end of the gap in which the instant lies, or itself. */
    private Instant awake(Instant instant) {
        Instant awake = instant;
        for (Gap gap : gaps) {
            if (gap.covers(awake)) {
                awake = gap.until();
            }
        }
        return awake;
    }

    /** One item on its way. */
    private final class Climb {

        private final Climbed climbed = new Climbed(new ArrayList<>(), new ArrayList<>());
        private final Map<String, Instant> reached;
        private @Nullable Instant earlier;
        private @Nullable ActionItemState former;
        private boolean undecided;

        Climb(Reached done) {
            reached = new HashMap<>(done.rungs());
            earlier = done.earlier();
        }

        /** A new due date is climbed to from the ground. */
        void enter(ActionItemState state) {
            if (former != null && former.dueDateCycle() != state.dueDateCycle()) {
                earlier = done().last().orElse(null);
                reached.clear();
                undecided = false;
            }
            former = state;
        }

        void climb(ActionItemState state, Instant from, Instant until) {
            Schedule schedule = schedules.apply(state);
            List<Rung> ladder = table.ladderFor(state.priority());
            Instant present = from;
            Optional<Planned> next = schedule.next(ladder, done(), present);
            while (next.isPresent()) {
                Instant at = awake(later(present, next.get().at()));
                if (!at.isBefore(until)) {
                    return;
                }
                // In a gap a higher rung may have come due as well.
                next = schedule.next(ladder, done(), at);
                if (next.isPresent() && !next.get().at().isAfter(at)) {
                    reach(state, next.get(), at);
                    next = schedule.next(ladder, done(), at);
                }
                present = at;
            }
            wantDecision(present);
        }

        private void reach(ActionItemState state, Planned planned, Instant at) {
            reached.put(planned.rung().name(), at);
            climbed.steps().add(new Step(state, planned.rung(), planned.at(), at));
            undecided = false;
        }

        private void wantDecision(Instant at) {
            if (!undecided) {
                climbed.decisions().add(at);
                undecided = true;
            }
        }

        private Reached done() {
            return new Reached(Map.copyOf(reached), earlier);
        }
    }
}
