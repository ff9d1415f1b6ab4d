package io.followthrough.notification.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The messages that wait to be mailed. Each statement is a transaction of its own, so that none is open while the mail
 * server is spoken to.
 */
class MailQueue {

    /** Growing, so that a mail server can be away for a day; then the message counts as failed. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(18));

    /** Far longer than an attempt may take; afterwards whoever claimed the message is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final int ERROR_LENGTH = 500;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    MailQueue(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the message that has waited longest, for one attempt; nobody else gets it meanwhile. */
    Optional<QueuedMail> claim() {
        Instant now = now();
        return jdbc
                .query(
                        "update message set attempts = attempts + 1, next_attempt_at = ? where id = (select id"
                                + " from message where state = 'QUEUED' and next_attempt_at <= ?"
                                + " order by next_attempt_at, id limit 1 for update skip locked) returning *",
                        (row, number) -> new QueuedMail(
                                row.getLong("id"),
                                row.getInt("attempts"),
                                row.getString("recipient"),
                                row.getString("address"),
                                row.getString("about"),
                                row.getString("subject"),
                                row.getString("text_body"),
                                row.getString("html_body"),
                                row.getTimestamp("created_at").toInstant()),
                        Timestamp.from(now.plus(LEASE)),
                        Timestamp.from(now))
                .stream()
                .findFirst();
    }

    void sent(QueuedMail mail) {
        jdbc.update(
                "update message set state = 'SENT', sent_at = ?, next_attempt_at = null, last_error = null"
                        + " where id = ? and attempts = ? and state = 'QUEUED'",
                Timestamp.from(now()),
                mail.id(),
                mail.attempt());
    }

    /** Lets the message wait without having been tried. */
    void postponed(QueuedMail mail, Instant until) {
        jdbc.update(
                "update message set attempts = attempts - 1, next_attempt_at = ?"
                        + " where id = ? and attempts = ? and state = 'QUEUED'",
                Timestamp.from(until),
                mail.id(),
                mail.attempt());
    }

    /** Lets the message wait for its next attempt, or gives it up after the last. */
    void failed(QueuedMail mail, String error) {
        if (mail.attempt() > PAUSES.size()) {
            givenUp(mail, error);
            return;
        }
        jdbc.update(
                "update message set next_attempt_at = ?, last_error = ?"
                        + " where id = ? and attempts = ? and state = 'QUEUED'",
                Timestamp.from(now().plus(PAUSES.get(mail.attempt() - 1))),
                shortened(error),
                mail.id(),
                mail.attempt());
    }

    void givenUp(QueuedMail mail, String error) {
        jdbc.update(
                "update message set state = 'FAILED', next_attempt_at = null, last_error = ?"
                        + " where id = ? and attempts = ? and state = 'QUEUED'",
                shortened(error),
                mail.id(),
                mail.attempt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String shortened(String error) {
        return error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH - 1) + "…";
    }
}
