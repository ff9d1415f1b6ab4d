package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.escalation.HandOver.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hand-overs that were offered; at most one of an item waits for an answer. */
@Component
class HandOverLog {

    private final JdbcClient jdbc;

    HandOverLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of an item, oldest first. */
    List<HandOver> of(String id) {
        return jdbc.sql("select * from hand_over where action_item = ? order by id")
                .param(id)
                .query(HandOverLog::handOver)
                .list();
    }

    Optional<HandOver> pending(String id) {
        return jdbc.sql("select * from hand_over where action_item = ? and state = 'OFFERED'")
                .param(id)
                .query(HandOverLog::handOver)
                .optional();
    }

    /** Those this person is to answer, oldest first. */
    List<HandOver> pendingFor(String person) {
        return jdbc.sql("select * from hand_over where to_person = ? and state = 'OFFERED' order by id")
                .param(person)
                .query(HandOverLog::handOver)
                .list();
    }

    /** Ids of the items whose offer nobody answered in time. */
    List<String> unanswered(Instant now) {
        return jdbc.sql("select action_item from hand_over where state = 'OFFERED' and answer_by <= ? order by id")
                .param(Timestamp.from(now))
                .query(String.class)
                .list();
    }

    HandOver offer(ActionItem item, String to, String by, Instant now, Instant answerBy, String reason) {
        return jdbc.sql("insert into hand_over (action_item, from_owner, to_person, offered_by, offered_at, answer_by,"
                        + " reason, state) values (?, ?, ?, ?, ?, ?, ?, 'OFFERED') returning *")
                .params(item.id(), item.owner(), to, by, Timestamp.from(now), Timestamp.from(answerBy), reason)
                .query(HandOverLog::handOver)
                .single();
    }

    void close(HandOver offer, State state, String words, Instant now) {
        jdbc.sql("update hand_over set state = ?, words = ?, closed_at = ? where id = ? and state = 'OFFERED'")
                .params(state.name(), words, Timestamp.from(now), offer.id())
                .update();
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new HandOver(
                row.getLong("id"),
                row.getString("action_item"),
                row.getString("from_owner"),
                row.getString("to_person"),
                row.getString("offered_by"),
                row.getTimestamp("offered_at").toInstant(),
                row.getTimestamp("answer_by").toInstant(),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("words"));
    }
}
