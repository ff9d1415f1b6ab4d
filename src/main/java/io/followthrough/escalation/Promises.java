package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.team.WallClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days by which overdue items are to be done all the same; nobody is asked about such an item until that day ends. */
@Component
class Promises {

    private final JdbcClient jdbc;
    private final History history;
    private final FollowthroughProperties properties;

    Promises(JdbcClient jdbc, History history, FollowthroughProperties properties) {
        this.jdbc = jdbc;
        this.history = history;
        this.properties = properties;
    }

    void make(ActionItem item, LocalDate day, Limits limits, String reason, String actor, Instant now) {
        if (!limits.allowsPromise(day)) {
            throw new InvalidInputException(item.id() + " cannot be promised for " + day + ". Allowed: a day from "
                    + limits.today() + " until " + limits.promiseUntil() + ".");
        }
        jdbc.sql("insert into promise (action_item, due_date_cycle, day, latest, promised_by, promised_at, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(item.id(), item.dueDateCycle(), day, limits.promiseUntil(), actor, Timestamp.from(now), reason)
                .update();
        history.record(item.id(), actor, "promised", "Done by " + day + (reason.isBlank() ? "" : ": " + reason));
    }

    /** The promised day of the present due date; empty when none was promised. */
    Optional<LocalDate> of(ActionItem item) {
        return jdbc.sql("select day from promise where action_item = ? and due_date_cycle = ? order by id desc limit 1")
                .params(item.id(), item.dueDateCycle())
                .query(LocalDate.class)
                .optional();
    }

    /** When the promised day ends; empty when none was promised or it has ended. */
    Optional<Instant> pendingUntil(ActionItem item, Instant now) {
        return of(item).map(new WallClock(properties.zone())::endOf).filter(now::isBefore);
    }
}
