package io.followthrough.actionitem;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each item was when. A state is written down in the transaction that changes the item, whichever method does it,
 * so that a table can be tried on what really happened.
 */
@Component
public class ActionItemStates {

    private static final String LADDER_GOES_BY =
            "status, priority, owner, owner_proposed, due_date, due_date_cycle, armed_at";
    private static final String NEW = ":status, :priority, :owner, :proposed, :due, :cycle, :armed";

    private final JdbcClient jdbc;
    private final Clock clock;

    ActionItemStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down what an item has become, unless nothing differs that its ladder goes by; never before it is opened. */
    @PostPersist
    @PostUpdate
    void changed(ActionItem item) {
        Instant openedAt = item.openedAt();
        Instant armedAt = item.armedAt();
        if (openedAt == null || armedAt == null) {
            return;
        }
        jdbc.sql("insert into action_item_state (action_item, at, opened_at, recorded, " + LADDER_GOES_BY + ")"
                        + " select :item, :at, :opened, true, " + NEW + " where not exists (select from (select * from"
                        + " action_item_state where action_item = :item order by id desc limit 1) last"
                        + " where (" + LADDER_GOES_BY + ") = (" + NEW + "))")
                .param("item", item.id())
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("status", item.status().name())
                .param("priority", item.priority().name())
                .param("owner", item.owner())
                .param("proposed", item.isOwnerProposed())
                .param("due", item.dueDate())
                .param("cycle", item.dueDateCycle())
                .param("armed", Timestamp.from(armedAt))
                .param("opened", Timestamp.from(openedAt))
                .update();
    }

    /**
     * The states of the items that may have been open at some time from the first instant until before the second: of
     * each item all from the beginning of its life, in their order, item by item.
     */
    public List<ActionItemState> between(Instant from, Instant until) {
        return jdbc.sql("select s.* from action_item_state s join action_item i on i.id = s.action_item"
                        + " where i.opened_at < :until and (i.status = 'OPEN' or i.settled_at >= :from)"
                        + " and s.at < :until order by i.postmortem, i.position, s.id")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(ActionItemStates::state)
                .list();
    }

    /** What every open item is now. */
    public List<ActionItemState> present() {
        return jdbc.sql("select distinct on (i.postmortem, i.position) s.* from action_item_state s"
                        + " join action_item i on i.id = s.action_item where i.status = 'OPEN'"
                        + " order by i.postmortem, i.position, s.id desc")
                .query(ActionItemStates::state)
                .list();
    }

    private static ActionItemState state(ResultSet row, int number) throws SQLException {
        return new ActionItemState(
                row.getString("action_item"),
                row.getTimestamp("at").toInstant(),
                ActionItemStatus.valueOf(row.getString("status")),
                Priority.valueOf(row.getString("priority")),
                row.getString("owner"),
                row.getBoolean("owner_proposed"),
                row.getObject("due_date", LocalDate.class),
                row.getInt("due_date_cycle"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("armed_at").toInstant(),
                row.getBoolean("recorded"));
    }
}
