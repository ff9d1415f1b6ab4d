package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions at the ends of ladders, open and answered; at most one of an item is open. */
@Component
class Questions {

    private final JdbcClient jdbc;

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of an item, oldest first. */
    List<Question> of(String id) {
        return jdbc.sql("select * from decision_question where action_item = ? order by id")
                .param(id)
                .query(Questions::question)
                .list();
    }

    Optional<Question> open(String id) {
        return jdbc.sql("select * from decision_question where action_item = ? and closed_at is null")
                .param(id)
                .query(Questions::question)
                .optional();
    }

    /** Those that wait for this person, oldest first. */
    List<Question> openOf(String person) {
        return jdbc.sql("select * from decision_question where asked_of = ? and closed_at is null order by id")
                .param(person)
                .query(Questions::question)
                .list();
    }

    Question ask(ActionItem item, String person, Instant now) {
        return jdbc.sql("insert into decision_question (action_item, due_date_cycle, asked_of, asked_at)"
                        + " values (?, ?, ?, ?) returning *")
                .params(item.id(), item.dueDateCycle(), person, Timestamp.from(now))
                .query(Questions::question)
                .single();
    }

    void askInstead(Question question, String person) {
        jdbc.sql("update decision_question set asked_of = ? where id = ?")
                .params(person, question.id())
                .update();
    }

    void answered(Question question, Answer answer, String owner, String actor, Instant now) {
        Boolean agreed = answer.choice() == Choice.WONT_DO ? !owner.equals(actor) : null;
        jdbc.sql("update decision_question set owner = ?, answer = ?, answered_by = ?, day = ?, person = ?, reason = ?,"
                        + " agreed = ?, closed_at = ? where id = ? and closed_at is null")
                .params(Arrays.asList(
                        owner,
                        answer.choice().name(),
                        actor,
                        answer.day(),
                        answer.person(),
                        answer.reason(),
                        agreed,
                        Timestamp.from(now),
                        question.id()))
                .update();
    }

    void withdraw(Question question, Instant now) {
        jdbc.sql("update decision_question set closed_at = ? where id = ? and closed_at is null")
                .params(Timestamp.from(now), question.id())
                .update();
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        String answer = row.getString("answer");
        return new Question(
                row.getLong("id"),
                row.getString("action_item"),
                row.getInt("due_date_cycle"),
                row.getString("asked_of"),
                row.getTimestamp("asked_at").toInstant(),
                answer == null ? null : Choice.valueOf(answer),
                row.getString("answered_by"),
                row.getObject("day", LocalDate.class),
                row.getString("person"),
                row.getString("reason"),
                row.getObject("agreed", Boolean.class),
                instant(row.getTimestamp("closed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
