package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItemRescheduled;
import io.followthrough.escalation.RungPlans.Astray;
import io.followthrough.team.CalendarChanged;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at all open items at once, beside the timers: each must wait for the rung that its table and its owner's
 * calendar say. What does not is planned anew and counted.
 */
@Component
public class LadderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(LadderSweep.class);
    private static final Duration PROMPT = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(7);

    private final RungPlans plans;
    private final Escalations escalations;
    private final HandOvers handOvers;
    private final JdbcClient jdbc;
    private final Clock clock;

    LadderSweep(RungPlans plans, Escalations escalations, HandOvers handOvers, JdbcClient jdbc, Clock clock) {
        this.plans = plans;
        this.escalations = escalations;
        this.handOvers = handOvers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks once; each item that is planned anew has a transaction of its own, so call it outside any. */
    public SweepResult round() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Astray> astray = plans.astray(now.minus(PROMPT), now.minus(PROMPT));
        astray.forEach(this::planAnew);
        handOvers.unanswered().forEach(this::lapse);
        SweepResult result = new SweepResult(
                now,
                plans.openItems(),
                count(astray, Astray.What.UNPLANNED),
                count(astray, Astray.What.MISSED),
                count(astray, Astray.What.OUTDATED));
        keep(result);
        return result;
    }

    /** What the last look found; empty before the first. */
    public Optional<SweepResult> last() {
        return jdbc.sql("select * from escalation_sweep order by id desc limit 1")
                .query((row, number) -> new SweepResult(
                        row.getTimestamp("at").toInstant(),
                        row.getInt("open_items"),
                        row.getInt("unplanned"),
                        row.getInt("missed"),
                        row.getInt("outdated")))
                .optional();
    }

    /** How many of the looks that are still known found something that was not right. */
    public int findings() {
        return jdbc.sql("select count(*) from escalation_sweep where unplanned + missed > 0")
                .query(Integer.class)
                .single();
    }

    @EventListener
    void on(PolicyActivated event) {
        plans.outdateAll();
    }

    /** Heard before the process plans anew; what it does not plan stays outdated. */
    @EventListener
    void on(ActionItemRescheduled event) {
        plans.outdate(event.id());
        if (event.before().equals(event.dueDate())) {
            escalations.climbOn(event.id());
        }
    }

    @EventListener
    void on(CalendarChanged event) {
        if (event.person() == null) {
            plans.outdateAll();
        } else {
            plans.outdateOf(event.person());
        }
    }

    /** An offer made while a decision is asked for has no timer of its own. */
    private void lapse(String id) {
        try {
            handOvers.lapse(id);
        } catch (RuntimeException e) {
            LOG.warn("Cannot take back the offer of {}; the next sweep tries again", id, e);
        }
    }

    private void planAnew(Astray astray) {
        try {
            escalations.planAnew(astray.id());
        } catch (RuntimeException e) {
            LOG.warn("Cannot plan the next rung of {} anew; the next sweep tries again", astray.id(), e);
        }
    }

    private void keep(SweepResult result) {
        jdbc.sql("insert into escalation_sweep (at, open_items, unplanned, missed, outdated) values (?, ?, ?, ?, ?)")
                .params(
                        Timestamp.from(result.at()),
                        result.openItems(),
                        result.unplanned(),
                        result.missed(),
                        result.outdated())
                .update();
        jdbc.sql("delete from escalation_sweep where at < ?")
                .param(Timestamp.from(result.at().minus(KEPT)))
                .update();
    }

    private static int count(List<Astray> astray, Astray.What what) {
        return (int) astray.stream().filter(one -> one.what() == what).count();
    }
}
