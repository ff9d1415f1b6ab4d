package io.followthrough.postmortem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The suppressions in the database, where each stays on record. */
@Component
class SuppressionStore {

    private final JdbcTemplate jdbc;

    SuppressionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes one down and gives its number; the one handed over has none yet. */
    long add(PostmortemKey key, Suppression suppression) {
        Long id = jdbc.queryForObject(
                "insert into suppression"
                        + " (postmortem, rule, fingerprint, message, words, reason, suppressed_by, suppressed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
                Long.class,
                key.number(),
                suppression.rule(),
                suppression.fingerprint(),
                suppression.message(),
                suppression.words(),
                suppression.reason(),
                suppression.by(),
                Timestamp.from(suppression.at()));
        if (id == null) {
            throw new IllegalStateException("The database gave no number");
        }
        return id;
    }

    /** Takes one back; false when that has happened before. */
    boolean revoke(long id, String by, Instant at) {
        return jdbc.update(
                        "update suppression set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null",
                        by,
                        Timestamp.from(at),
                        id)
                == 1;
    }

    /** All of a postmortem, oldest first. */
    List<Suppression> of(PostmortemKey key) {
        return jdbc.query(
                "select * from suppression where postmortem = ? order by id", SuppressionStore::read, key.number());
    }

    private static Suppression read(ResultSet row, int number) throws SQLException {
        return new Suppression(
                row.getLong("id"),
                row.getString("rule"),
                row.getString("fingerprint"),
                row.getString("message"),
                row.getString("words"),
                row.getString("reason"),
                row.getString("suppressed_by"),
                row.getTimestamp("suppressed_at").toInstant(),
                row.getString("revoked_by"),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
