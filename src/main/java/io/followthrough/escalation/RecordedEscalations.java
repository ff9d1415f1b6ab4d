package io.followthrough.escalation;

import io.followthrough.escalation.DryRunReport.Sent;
import io.followthrough.escalation.Schedule.Reached;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was really told, of many items at once. */
@Component
class RecordedEscalations {

    private static final Reached NOTHING = new Reached(Map.of(), null);

    private final JdbcClient jdbc;
    private final DecisionTasks decisions;

    RecordedEscalations(JdbcClient jdbc, DecisionTasks decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** Every rung that was reached from the first instant until before the second, in the order of time. */
    List<Sent> between(Instant from, Instant until) {
        Map<Long, Sent> sent = new LinkedHashMap<>();
        jdbc.sql("select e.id, e.fired_at, e.action_item, i.title, e.rung, e.policy_row, t.person, t.audience,"
                        + " coalesce((select s.priority from action_item_state s where s.action_item = e.action_item"
                        + " and s.at <= e.fired_at order by s.id desc limit 1), i.priority) as priority"
                        + " from escalation e join action_item i on i.id = e.action_item"
                        + " left join escalation_told t on t.escalation = e.id"
                        + " where e.fired_at >= ? and e.fired_at < ? order by e.fired_at, e.action_item, t.position")
                .params(Timestamp.from(from), Timestamp.from(until))
                .query(row -> {
                    Sent one = sent.get(row.getLong("id"));
                    if (one == null) {
                        one = new Sent(
                                row.getTimestamp("fired_at").toInstant(),
                                row.getString("action_item"),
                                row.getString("title"),
                                row.getString("priority"),
                                row.getString("rung"),
                                row.getString("policy_row"),
                                new ArrayList<>());
                        sent.put(row.getLong("id"), one);
                    }
                    if (row.getString("person") != null) {
                        one.told().add(new Told(row.getString("person"), Audience.valueOf(row.getString("audience"))));
                    }
                });
        return List.copyOf(sent.values());
    }

    /** What was reached already of each open item of which anything was. */
    Map<String, Reached> reachedByOpenItems() {
        Map<String, Reached> reached = new HashMap<>();
        jdbc.sql("select e.action_item, e.rung, e.fired_at, e.due_date_cycle = i.due_date_cycle as present"
                        + " from escalation e join action_item i on i.id = e.action_item where i.status = 'OPEN'"
                        + " order by e.fired_at")
                .query(row -> {
                    Instant at = row.getTimestamp("fired_at").toInstant();
                    Reached before = reached.getOrDefault(row.getString("action_item"), NOTHING);
                    Map<String, Instant> rungs = new HashMap<>(before.rungs());
                    if (row.getBoolean("present")) {
                        rungs.put(row.getString("rung"), at);
                    }
                    reached.put(
                            row.getString("action_item"),
                            new Reached(rungs, row.getBoolean("present") ? before.earlier() : at));
                });
        return reached;
    }

    /** How many items somebody was asked to decide on. */
    int decisions(Instant from, Instant until) {
        return decisions.askedBetween(from, until);
    }
}
