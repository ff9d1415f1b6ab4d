package io.followthrough.platform;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail: appended to in the transaction of the deed, never changed (the database refuses it). */
@Component
public class History {

    /** The actor of what nobody in particular did. */
    public static final String FOLLOWTHROUGH = "followthrough";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    History(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down a deed; must run inside the transaction that does it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String subject, String actor, String action, String detail) {
        jdbc.update(
                "insert into history_entry (at, subject, actor, action, detail) values (?, ?, ?, ?, ?)",
                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                subject,
                actor,
                action,
                detail);
    }

    /** What happened to the subject and to its parts ({@code PM-42} has {@code PM-42-1}), newest first. */
    public List<HistoryEntry> of(String subject) {
        return jdbc.query(
                "select at, subject, actor, action, detail from history_entry"
                        + " where subject = ? or subject like ? order by id desc",
                (row, number) -> new HistoryEntry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("subject"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("detail")),
                subject,
                subject + "-%");
    }
}
