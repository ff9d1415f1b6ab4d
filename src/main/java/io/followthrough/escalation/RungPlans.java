package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comes next for each open item, as it was planned last. */
@Component
class RungPlans {

    private final JdbcClient jdbc;

    RungPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void planned(ActionItem item, Plan plan, String policyVersion, Instant now) {
        if (plan instanceof Plan.Wait wait) {
            String row = wait instanceof Plan.NextRung rung ? rung.row() : null;
            write(item, wait.name(), Timestamp.from(wait.at()), policyVersion, row, now);
        }
    }

    /** The ladder is climbed: a decision is waited for. */
    void climbed(ActionItem item, String policyVersion, Instant now) {
        write(item, null, null, policyVersion, null, now);
    }

    private void write(
            ActionItem item,
            @Nullable String rung,
            @Nullable Timestamp at,
            String policyVersion,
            @Nullable String row,
            Instant now) {
        jdbc.sql("insert into escalation_plan (action_item, due_date_cycle, rung, at, policy_version, policy_row,"
                        + " outdated, planned_at) values (?, ?, ?, ?, ?, ?, false, ?) on conflict (action_item)"
                        + " do update set due_date_cycle = excluded.due_date_cycle, rung = excluded.rung,"
                        + " at = excluded.at, policy_version = excluded.policy_version,"
                        + " policy_row = excluded.policy_row, outdated = false, planned_at = excluded.planned_at")
                .params(Arrays.asList(
                        item.id(), item.dueDateCycle(), rung, at, policyVersion, row, Timestamp.from(now)))
                .update();
    }

    void settled(String id) {
        jdbc.sql("delete from escalation_plan where action_item = ?").param(id).update();
    }

    Optional<UpcomingRung> upcoming(String id) {
        return jdbc.sql("select * from escalation_plan where action_item = ? and policy_row is not null")
                .param(id)
                .query((row, number) -> new UpcomingRung(
                        row.getString("rung"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("policy_version"),
                        row.getString("policy_row")))
                .optional();
    }

    /** Lets the next sweep plan an item anew. */
    void outdate(String id) {
        jdbc.sql("update escalation_plan set outdated = true where action_item = ?")
                .param(id)
                .update();
    }

    /** Lets the next sweep plan the open items of an owner anew. */
    void outdateOf(String owner) {
        jdbc.sql("update escalation_plan set outdated = true from action_item i"
                        + " where i.id = action_item and i.owner = ?")
                .param(owner)
                .update();
    }

    /** Lets the next sweep plan all open items anew. */
    void outdateAll() {
        jdbc.sql("update escalation_plan set outdated = true").update();
    }

    /** What is wrong with the plans of the open items, by one look at all of them. */
    List<Astray> astray(Instant missedBefore, Instant armedBefore) {
        return jdbc.sql("select i.id, case when p.action_item is null or p.due_date_cycle <> i.due_date_cycle"
                        + " then 'UNPLANNED' when p.at < :missed then 'MISSED' else 'OUTDATED' end as what"
                        + " from action_item i left join escalation_plan p on p.action_item = i.id"
                        + " where i.status = 'OPEN' and (p.at < :missed or p.outdated or p.action_item is not null and p.rung is null and not exists (select 1"
                        + " from decision_question q where q.action_item = i.id and q.closed_at is null) or i.armed_at < :armed"
                        + " and (p.action_item is null or p.due_date_cycle <> i.due_date_cycle)) order by i.id")
                .param("missed", Timestamp.from(missedBefore))
                .param("armed", Timestamp.from(armedBefore))
                .query((row, number) -> new Astray(row.getString("id"), Astray.What.valueOf(row.getString("what"))))
                .list();
    }

    int openItems() {
        return jdbc.sql("select count(*) from action_item where status = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    /** An open item whose plan cannot stay as it is. */
    record Astray(String id, What what) {

        /** Why it cannot. */
        enum What {
            UNPLANNED,
            MISSED,
            OUTDATED
        }
    }
}
