package io.followthrough.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The messages in the database. */
@Component
class MessageStore {

    private final JdbcTemplate jdbc;

    MessageStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a new message down, or does nothing when its key is known. */
    boolean add(String key, StoredMessage message) {
        return jdbc.update(
                        "insert into message (dedup_key, recipient, address, about, subject, text_body, html_body,"
                                + " state, attempts, next_attempt_at, created_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?) on conflict (dedup_key) do nothing",
                        key,
                        message.recipient(),
                        message.address(),
                        message.about(),
                        message.subject(),
                        message.text(),
                        message.html(),
                        message.state().name(),
                        timestamp(message.nextAttemptAt()),
                        timestamp(message.createdAt()))
                == 1;
    }

    /** Lets a message that was given up be tried again from the start; false when it was not given up. */
    boolean requeue(long id, Instant now) {
        return jdbc.update(
                        "update message set state = 'QUEUED', attempts = 0, next_attempt_at = ?"
                                + " where id = ? and state = 'FAILED' and address is not null",
                        timestamp(now),
                        id)
                == 1;
    }

    Optional<StoredMessage> find(long id) {
        return jdbc.query("select * from message where id = ?", MessageStore::read, id).stream()
                .findFirst();
    }

    /** Messages newest first: to this person, or to everybody when it is null. */
    Page<StoredMessage> page(@Nullable String recipient, Pageable page) {
        List<StoredMessage> messages = jdbc.query(
                "select * from message where cast(? as varchar) is null or recipient = ?"
                        + " order by id desc limit ? offset ?",
                MessageStore::read,
                recipient,
                recipient,
                page.getPageSize(),
                page.getOffset());
        Long total = jdbc.queryForObject(
                "select count(*) from message where cast(? as varchar) is null or recipient = ?",
                Long.class,
                recipient,
                recipient);
        return new PageImpl<>(messages, page, total == null ? 0 : total);
    }

    private static StoredMessage read(ResultSet row, int number) throws SQLException {
        return new StoredMessage(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("address"),
                row.getString("about"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                MessageState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row.getTimestamp("next_attempt_at")),
                row.getString("last_error"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("sent_at")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
