package io.followthrough.escalation;

import io.followthrough.platform.ClockMoved;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down when nobody could be told: while the application did not run, as seen by the sweeps that are missing, and
 * when the time machine jumped.
 */
@Component
class Gaps {

    /** So many sweeps in a row may be late before it is said that the application did not run. */
    private static final int SWEEPS = 3;

    private final JdbcClient jdbc;
    private final LadderSweep sweep;
    private final Duration every;
    private final Clock clock;

    Gaps(
            JdbcClient jdbc,
            LadderSweep sweep,
            @Value("${followthrough.escalation.sweep:PT1M}") Duration every,
            Clock clock) {
        this.jdbc = jdbc;
        this.sweep = sweep;
        this.every = every;
        this.clock = clock;
    }

    @EventListener
    void on(ClockMoved event) {
        write(event.now().minus(event.by()), event.now());
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        Instant now = clock.instant();
        sweep.last().ifPresent(last -> {
            if (last.at().plus(every.multipliedBy(SWEEPS)).isBefore(now)) {
                write(last.at(), now);
            }
        });
    }

    /** Those that end after the first instant and begin before the second, in their order. */
    List<Gap> between(Instant from, Instant until) {
        return jdbc.sql("select * from escalation_gap where until_at > ? and from_at < ? order by from_at")
                .params(Timestamp.from(from), Timestamp.from(until))
                .query((row, number) -> new Gap(
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("until_at").toInstant()))
                .list();
    }

    private void write(Instant from, Instant until) {
        jdbc.sql("insert into escalation_gap (from_at, until_at) values (?, ?)")
                .params(
                        Timestamp.from(from.truncatedTo(ChronoUnit.MICROS)),
                        Timestamp.from(until.truncatedTo(ChronoUnit.MICROS)))
                .update();
    }
}
