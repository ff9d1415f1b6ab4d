package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItemState;
import io.followthrough.actionitem.ActionItemStates;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.escalation.DryRunReport.Sent;
import io.followthrough.escalation.Replay.Climbed;
import io.followthrough.escalation.Schedule.Reached;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a table would do, or would have done; it tells nobody. */
@Service
@Transactional(readOnly = true)
public class DryRun {

    private static final Reached NOTHING = new Reached(Map.of(), null);

    private final ActionItemStates states;
    private final RecordedEscalations recorded;
    private final Schedules schedules;
    private final DryRunAudiences audiences;
    private final Gaps gaps;
    private final Clock clock;

    DryRun(
            ActionItemStates states,
            RecordedEscalations recorded,
            Schedules schedules,
            DryRunAudiences audiences,
            Gaps gaps,
            Clock clock) {
        this.states = states;
        this.recorded = recorded;
        this.schedules = schedules;
        this.audiences = audiences;
        this.gaps = gaps;
        this.clock = clock;
    }

    /**
     * What becomes of the items that are open now, if nobody touches them.
     *
     * @param days how far to look ahead, at least 1
     */
    public DryRunReport ahead(PolicyTable table, int days) {
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofDays(days));
        List<ActionItemState> open = states.present().stream()
                .filter(state -> state.status() == ActionItemStatus.OPEN)
                .toList();
        Map<String, Reached> reached = recorded.reachedByOpenItems();
        Replay replay = new Replay(table, schedules.ofMany(earliest(open, now)), List.of());
        List<Climbed> climbed = open.stream()
                .map(state -> replay.follow(List.of(state), reached.getOrDefault(state.item(), NOTHING), now, until))
                .toList();
        return report(now, until, open, climbed);
    }

    /**
     * What the table would have done had it always been in force, while everybody acted as they did: each item from its
     * opening on, of which is told what lies in the period.
     *
     * @param until the first instant after the period; the future is left out
     */
    public DryRunReport back(PolicyTable table, Instant from, Instant until) {
        Instant end = until.isAfter(clock.instant()) ? clock.instant() : until;
        List<ActionItemState> all = states.between(from, end);
        Instant earliest = earliest(all, from);
        Replay replay = new Replay(table, schedules.ofMany(earliest), gaps.between(earliest, end));
        Collection<List<ActionItemState>> lives = all.stream()
                .collect(Collectors.groupingBy(ActionItemState::item, LinkedHashMap::new, Collectors.toList()))
                .values();
        List<Climbed> climbed = lives.stream()
                .map(life -> replay.follow(life, NOTHING, life.get(0).at(), end))
                .toList();
        return report(from, end, all, climbed);
    }

    /** What was really told in the period. */
    public DryRunReport real(Instant from, Instant until) {
        List<ActionItemState> all = states.between(from, until);
        return new DryRunReport(
                from, until, items(all), recorded.between(from, until), recorded.decisions(from, until), 0);
    }

    private DryRunReport report(Instant from, Instant until, List<ActionItemState> all, List<Climbed> climbed) {
        List<Sent> sent = new ArrayList<>();
        DryRunAudiences.Asked asked = audiences.asked(all);
        climbed.stream()
                .flatMap(one -> one.steps().stream())
                .filter(step -> !step.at().isBefore(from))
                .forEach(step -> sent.add(asked.sent(step)));
        sent.sort(Comparator.comparing(Sent::at).thenComparing(Sent::item));
        long decisions = climbed.stream()
                .filter(one -> one.decisions().stream().anyMatch(at -> !at.isBefore(from)))
                .count();
        return new DryRunReport(from, until, items(all), sent, (int) decisions, unrecorded(all));
    }

    private static Instant earliest(List<ActionItemState> states, Instant otherwise) {
        return states.stream()
                .map(ActionItemState::openedAt)
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private static int items(List<ActionItemState> states) {
        return (int) states.stream().map(ActionItemState::item).distinct().count();
    }

    /** How many items have states that were put together afterwards. */
    private static int unrecorded(List<ActionItemState> states) {
        return (int) states.stream()
                .filter(state -> !state.recorded())
                .map(ActionItemState::item)
                .distinct()
                .count();
    }
}
