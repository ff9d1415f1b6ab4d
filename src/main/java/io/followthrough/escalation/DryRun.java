package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.DryRunReport.Sent;
import io.followthrough.escalation.Schedule.Planned;
import io.followthrough.escalation.Schedule.Reached;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a table would do to the items that are open now, if nobody touched them; it tells nobody. */
@Service
public class DryRun {

    private final JdbcClient jdbc;
    private final ActionItems items;
    private final EscalationRepository escalations;
    private final Schedules schedules;
    private final Audiences audiences;
    private final Clock clock;

    DryRun(
            JdbcClient jdbc,
            ActionItems items,
            EscalationRepository escalations,
            Schedules schedules,
            Audiences audiences,
            Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.escalations = escalations;
        this.schedules = schedules;
        this.audiences = audiences;
        this.clock = clock;
    }

    /** @param days how far to look ahead, at least 1 */
    @Transactional(readOnly = true)
    public DryRunReport of(PolicyTable table, int days) {
        Instant now = clock.instant();
        Instant end = now.plus(Duration.ofDays(days));
        List<Sent> sent = new ArrayList<>();
        int decisions = 0;
        List<String> open = jdbc.sql("select id from action_item where status = 'OPEN' order by id")
                .query(String.class)
                .list();
        for (String id : open) {
            if (climb(items.get(id), table, now, end, sent)) {
                decisions++;
            }
        }
        sent.sort(Comparator.comparing(Sent::at).thenComparing(Sent::item));
        return new DryRunReport(now, days, open.size(), sent, decisions);
    }

    /** Whether a decision would be asked for. */
    private boolean climb(ActionItem item, PolicyTable table, Instant now, Instant end, List<Sent> sent) {
        Schedule schedule = schedules.of(item);
        List<Rung> ladder = table.ladderFor(item.priority());
        Map<String, Instant> reached = new HashMap<>();
        escalations
                .findByActionItemAndDueDateCycle(item.id(), item.dueDateCycle())
                .forEach(escalation -> reached.put(escalation.rung(), escalation.firedAt()));
        Instant present = now;
        Optional<Planned> next = schedule.next(ladder, new Reached(reached), present);
        while (next.isPresent()) {
            Rung rung = next.get().rung();
            Instant at =
                    next.get().at().isBefore(present) ? present : next.get().at();
            if (at.isAfter(end)) {
                return false;
            }
            sent.add(new Sent(
                    at,
                    item.id(),
                    item.title(),
                    item.priority().name(),
                    rung.name(),
                    rung.row(),
                    audiences.of(item, rung.tell())));
            reached.put(rung.name(), at);
            present = at;
            next = schedule.next(ladder, new Reached(reached), present);
        }
        return true;
    }
}
