package io.followthrough.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which digest of which day was written to whom; the database keeps a second one from being written. */
@Component
class DigestLog {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DigestLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How often a digest is written. */
    enum Kind {
        DAILY,
        WEEKLY,
        MONTHLY
    }

    boolean isWritten(String person, Kind kind, LocalDate day) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from digest where person = ? and kind = ? and day = ?)",
                Boolean.class,
                person,
                kind.name(),
                day));
    }

    /** Takes the day for the caller's transaction and returns the id of the digest; empty when it was written. */
    @Transactional(propagation = Propagation.MANDATORY)
    OptionalLong begin(String person, Kind kind, LocalDate day) {
        return jdbc
                .query(
                        "insert into digest (person, kind, day, created_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing returning id",
                        (row, number) -> row.getLong("id"),
                        person,
                        kind.name(),
                        day,
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
