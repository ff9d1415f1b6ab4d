package io.followthrough.notification;

import io.followthrough.actionitem.ActionItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The snoozes in the database, those that are over included. */
@Component
class SnoozeStore {

    private static final String IN_FORCE = " ended_at is null and ends_at > :now";

    private final JdbcClient jdbc;
    private final Clock clock;

    SnoozeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Snooze add(ActionItem item, String person, LocalDate until, String reason, Instant endsAt) {
        return jdbc.sql("insert into snooze (action_item, due_date_cycle, person, until_date, ends_at, reason,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?) returning *")
                .params(
                        item.id(),
                        item.dueDateCycle(),
                        person,
                        until,
                        Timestamp.from(endsAt),
                        reason,
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .query(SnoozeStore::read)
                .single();
    }

    /** Ends what the person put off about the item, and returns it. */
    List<Snooze> end(String item, String person, Instant now) {
        return jdbc.sql("update snooze set ended_at = :now where action_item = :item and person = :person"
                        + " and ended_at is null returning *")
                .param("now", Timestamp.from(now))
                .param("item", item)
                .param("person", person)
                .query(SnoozeStore::read)
                .list();
    }

    /** Ends what anybody put off about the item, and returns it. */
    List<Snooze> endAll(String item, Instant now) {
        return jdbc.sql("update snooze set ended_at = :now where action_item = :item and ended_at is null returning *")
                .param("now", Timestamp.from(now))
                .param("item", item)
                .query(SnoozeStore::read)
                .list();
    }

    Optional<Snooze> find(String item, String person, Instant now) {
        return jdbc.sql("select * from snooze where action_item = :item and person = :person and" + IN_FORCE)
                .param("item", item)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query(SnoozeStore::read)
                .optional();
    }

    /** The items that the person has put off. */
    Set<String> itemsOf(String person, Instant now) {
        return new HashSet<>(jdbc.sql("select action_item from snooze where person = :person and" + IN_FORCE)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list());
    }

    /** How often the person put the item off for its present due date. */
    int count(ActionItem item, String person) {
        return jdbc.sql("select count(*) from snooze where action_item = ? and person = ? and due_date_cycle = ?")
                .params(item.id(), person, item.dueDateCycle())
                .query(Integer.class)
                .single();
    }

    private static Snooze read(ResultSet row, int number) throws SQLException {
        return new Snooze(
                row.getLong("id"),
                row.getString("action_item"),
                row.getString("person"),
                row.getObject("until_date", LocalDate.class),
                row.getString("reason"),
                row.getTimestamp("ends_at").toInstant());
    }
}
