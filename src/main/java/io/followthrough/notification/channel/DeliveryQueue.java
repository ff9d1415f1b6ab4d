package io.followthrough.notification.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The deliveries that wait. Each statement is a transaction of its own, so that none is open while a channel is spoken
 * to.
 */
class DeliveryQueue {

    /** Growing, so that a channel can be away for more than a day; then the delivery counts as failed. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    /** Far longer than an attempt may take; afterwards whoever claimed it is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final int ERROR_LENGTH = 500;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DeliveryQueue(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A delivery that was claimed for one attempt.
     *
     * @param attempt which attempt it is, from 1
     */
    record Claimed(long id, int attempt, String type, String body, Channel channel) {}

    /** Takes the delivery that has waited longest, for one attempt; channels that asked for a pause are left alone. */
    Optional<Claimed> claim() {
        Instant now = now();
        return jdbc
                .query(
                        "update delivery d set attempts = attempts + 1, next_attempt_at = ? from channel c"
                                + " where c.id = d.channel and d.id = (select q.id from delivery q"
                                + " join channel of on of.id = q.channel where q.state = 'QUEUED'"
                                + " and q.next_attempt_at <= ? and (of.not_before is null or of.not_before <= ?)"
                                + " order by q.next_attempt_at, q.id limit 1 for update of q skip locked)"
                                + " returning d.id, d.attempts, d.type, d.body, d.channel, c.kind, c.name, c.url, c.secret,"
                                + " c.team",
                        (row, number) -> new Claimed(
                                row.getLong("id"),
                                row.getInt("attempts"),
                                row.getString("type"),
                                row.getString("body"),
                                new Channel(
                                        row.getLong("channel"),
                                        ChannelKind.valueOf(row.getString("kind")),
                                        row.getString("name"),
                                        row.getString("url"),
                                        row.getString("secret"),
                                        row.getObject("team", Long.class))),
                        Timestamp.from(now.plus(LEASE)),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .stream()
                .findFirst();
    }

    void sent(Claimed delivery) {
        jdbc.update(
                "update delivery set state = 'SENT', sent_at = ?, next_attempt_at = null, last_error = null"
                        + " where id = ? and attempts = ? and state = 'QUEUED'",
                Timestamp.from(now()),
                delivery.id(),
                delivery.attempt());
    }

    /** Lets it wait without having been tried. */
    void postponed(Claimed delivery, Instant until) {
        jdbc.update(
                "update delivery set attempts = attempts - 1, next_attempt_at = ?"
                        + " where id = ? and attempts = ? and state = 'QUEUED'",
                Timestamp.from(until),
                delivery.id(),
                delivery.attempt());
    }

    /** Lets it wait for its next attempt, or gives it up after the last. */
    void failed(Claimed delivery, String error) {
        if (delivery.attempt() > PAUSES.size()) {
            givenUp(delivery, error);
            return;
        }
        waitUntil(delivery, now().plus(PAUSES.get(delivery.attempt() - 1)), error);
    }

    /** Leaves the whole channel alone for as long as it asked, and no longer than a day. */
    void paused(Claimed delivery, Duration asked, String error) {
        Duration pause = asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
        Instant until = now().plus(pause);
        jdbc.update(
                "update channel set not_before = ? where id = ?",
                Timestamp.from(until),
                delivery.channel().id());
        if (delivery.attempt() > PAUSES.size()) {
            givenUp(delivery, error);
        } else {
            waitUntil(delivery, until, error);
        }
    }

    private void waitUntil(Claimed delivery, Instant next, String error) {
        jdbc.update(
                "update delivery set next_attempt_at = ?, last_error = ?"
                        + " where id = ? and attempts = ? and state = 'QUEUED'",
                Timestamp.from(next),
                shortened(error),
                delivery.id(),
                delivery.attempt());
    }

    void givenUp(Claimed delivery, String error) {
        jdbc.update(
                "update delivery set state = 'FAILED', next_attempt_at = null, last_error = ?"
                        + " where id = ? and attempts = ? and state = 'QUEUED'",
                shortened(error),
                delivery.id(),
                delivery.attempt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String shortened(String error) {
        return error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH - 1) + "…";
    }
}
