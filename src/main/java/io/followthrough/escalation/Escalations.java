package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemDecision;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.Schedule.Planned;
import io.followthrough.escalation.Schedule.Reached;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
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
    private final Clock clock;

    Escalations(
            ActionItems items,
            EscalationRepository escalations,
            Policies policies,
            Telling telling,
            Schedules schedules,
            RungPlans plans,
            Clock clock) {
        this.items = items;
        this.escalations = escalations;
        this.policies = policies;
        this.telling = telling;
        this.schedules = schedules;
        this.plans = plans;
        this.clock = clock;
    }

    /** Says what comes next for an item; when that is a decision, the managers know of it afterwards. */
    public Plan plan(String id) {
        ActionItem item = items.lock(id);
        if (item.status() != ActionItemStatus.OPEN) {
            plans.settled(id);
            return new Plan.Settled();
        }
        List<Escalation> reached = reached(item);
        Ladder ladder = policies.ladderFor(item.priority());
        Optional<Planned> next = next(item, ladder, reached);
        if (next.isEmpty()) {
            plans.climbed(item, ladder.version(), now());
            telling.decisionWanted(item, reached);
            return new Plan.Decision();
        }
        plans.planned(item, next.get(), ladder.version(), now());
        return new Plan.NextRung(next.get().rung().name(), next.get().at());
    }

    /**
     * Reaches the next rung: writes it down, tells people and marks the ticket, all in the caller's transaction. Does
     * nothing when the item is not open or the instant of its next rung has not come.
     */
    public void apply(String id) {
        ActionItem item = items.lock(id);
        if (item.status() != ActionItemStatus.OPEN) {
            return;
        }
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

    /**
     * Carries out what a manager decided at the end of the ladder.
     *
     * @throws ForbiddenException when the owner wants to give up their own item
     * @throws InvalidInputException when the reason or the new due date is missing or of no use
     */
    public void decide(String id, ActionItemDecision decision, String actor) {
        if (decision.reason().isBlank()) {
            throw new InvalidInputException("Say why: the reason is shown with the postmortem.");
        }
        if (!decision.wontDo() && decision.due() == null) {
            throw new InvalidInputException("Choose the new due date of " + id + ".");
        }
        if (decision.wontDo() && items.get(id).owner().equals(actor)) {
            throw new ForbiddenException("You own " + id + ": somebody else has to agree that it will not be done.");
        }
        items.decide(id, decision, actor);
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
