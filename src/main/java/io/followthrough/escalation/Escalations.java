package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.Schedule.Planned;
import io.followthrough.escalation.Schedule.Reached;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ladder of people who hear about an action item that is due or overdue. */
@Service
@Transactional
public class Escalations {

    private final ActionItems items;
    private final EscalationRepository escalations;
    private final Policies policies;
    private final Telling telling;
    private final Schedules schedules;
    private final RungPlans plans;
    private final Waits waits;
    private final Decisions decisions;
    private final HandOvers handOvers;
    private final Clock clock;

    Escalations(
            ActionItems items,
            EscalationRepository escalations,
            Policies policies,
            Telling telling,
            Schedules schedules,
            RungPlans plans,
            Waits waits,
            Decisions decisions,
            HandOvers handOvers,
            Clock clock) {
        this.items = items;
        this.escalations = escalations;
        this.policies = policies;
        this.telling = telling;
        this.schedules = schedules;
        this.plans = plans;
        this.waits = waits;
        this.decisions = decisions;
        this.handOvers = handOvers;
        this.clock = clock;
    }

    /** Says what comes next for an item; when that is a decision, somebody is asked afterwards. */
    public Plan plan(String id) {
        ActionItem item = items.lock(id);
        if (item.status() != ActionItemStatus.OPEN) {
            plans.settled(id);
            decisions.withdraw(id);
            return new Plan.Settled();
        }
        Ladder ladder = policies.ladderFor(item.priority());
        Plan plan = waits.first(item, next(item, ladder, reached(item)), now());
        if (plan instanceof Plan.Decision) {
            plans.climbed(item, ladder.version(), now());
            decisions.ask(item);
            return plan;
        }
        decisions.withdraw(id);
        plans.planned(item, plan, ladder.version(), now());
        return plan;
    }

    /**
     * Takes back an offer that nobody answered in time. Reaches the next rung: writes it down, tells people and marks
     * the ticket, all in the caller's transaction. Does nothing when the item is not open or the instant of its next
     * rung has not come.
     */
    public void apply(String id) {
        ActionItem item = items.lock(id);
        if (item.status() != ActionItemStatus.OPEN) {
            return;
        }
        handOvers.lapse(id);
        Ladder ladder = policies.ladderFor(item.priority());
        Instant now = now();
        next(item, ladder, reached(item))
                .filter(planned -> !now.isBefore(planned.at()))
                .ifPresent(planned -> reach(item, planned, ladder.version(), now));
    }

    private void reach(ActionItem item, Planned planned, String policyVersion, Instant now) {
        Escalation escalation = escalations.saveAndFlush(new Escalation(
                new Escalation.Occasion(item.id(), item.dueDateCycle(), item.dueDate()),
                planned,
                now,
                policyVersion,
                telling.audience(item, planned.rung())));
        telling.reached(item, planned.rung(), escalation);
    }

    /**
     * Plans an open item anew after a change that concerns many. A decision that is asked for and would be asked for
     * again stays asked: whoever has claimed it keeps it.
     */
    public void planAnew(String id) {
        ActionItem item = items.lock(id);
        if (item.status() == ActionItemStatus.OPEN && decisions.open(id).isPresent()) {
            Ladder ladder = policies.ladderFor(item.priority());
            if (next(item, ladder, reached(item)).isEmpty()) {
                plans.climbed(item, ladder.version(), now());
                return;
            }
        }
        items.planAnew(id);
    }

    /** Takes back a decision that is asked for when the item's priority has come to have a rung that it can still reach. */
    void climbOn(String id) {
        if (decisions.open(id).isPresent()) {
            planAnew(id);
        }
    }

    /** The rung an open item waits for; empty when it waits for a decision or is settled. */
    @Transactional(readOnly = true)
    public Optional<UpcomingRung> upcoming(String id) {
        return items.get(id).status() == ActionItemStatus.OPEN ? plans.upcoming(id) : Optional.empty();
    }

    /** What was escalated about an item, oldest first. */
    @Transactional(readOnly = true)
    public List<Escalation> of(String id) {
        return escalations.findByActionItemOrderById(items.get(id).id());
    }

    private Optional<Planned> next(ActionItem item, Ladder ladder, List<Escalation> reached) {
        Map<String, Instant> rungs = reached.stream().collect(Collectors.toMap(Escalation::rung, Escalation::firedAt));
        Instant earlier =
                escalations.lastFiredBefore(item.id(), item.dueDateCycle()).orElse(null);
        return schedules.of(item).next(ladder.rungs(), new Reached(rungs, earlier), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<Escalation> reached(ActionItem item) {
        return escalations.findByActionItemAndDueDateCycle(item.id(), item.dueDateCycle());
    }
}
