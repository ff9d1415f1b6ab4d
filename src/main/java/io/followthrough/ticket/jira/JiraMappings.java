package io.followthrough.ticket.jira;

import io.followthrough.platform.ConflictException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The versions of the mapping; the newest counts. Before the first, the settings do. */
class JiraMappings {

    private static final int SHOWN = 50;
    private static final RowMapper<Version> VERSION = (row, n) -> new Version(
            row.getInt("version"),
            row.getString("source"),
            row.getString("saved_by"),
            row.getTimestamp("saved_at").toInstant());

    private final JdbcTemplate jdbc;
    private final JiraAccess access;
    private final Clock clock;
    private volatile @Nullable Read read;

    JiraMappings(JdbcTemplate jdbc, JiraAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** @param source as written, with its comments */
    record Version(int number, String source, String savedBy, Instant savedAt) {}

    /** The mapping that counts, the same one for every node after each has saved. */
    JiraMapping current() {
        Integer newest = jdbc.queryForObject("select max(version) from jira_mapping", Integer.class);
        int number = newest == null ? 0 : newest;
        Read known = read;
        if (known == null || known.number() != number) {
            known = new Read(
                    number,
                    find(number)
                            .map(version -> JiraMappingYaml.read(version.source()))
                            .orElseGet(() -> JiraMapping.of(access)));
            read = known;
        }
        return known.mapping();
    }

    private record Read(int number, JiraMapping mapping) {}

    Optional<Version> newest() {
        return jdbc.query("select * from jira_mapping order by version desc limit 1", VERSION).stream()
                .findFirst();
    }

    Optional<Version> find(int number) {
        return jdbc.query("select * from jira_mapping where version = ?", VERSION, number).stream()
                .findFirst();
    }

    /** Newest first. */
    List<Version> versions() {
        return jdbc.query("select * from jira_mapping order by version desc limit " + SHOWN, VERSION);
    }

    /**
     * Makes the text the newest version.
     *
     * @param after the version that the writer had before them, 0 for none
     * @throws ConflictException when somebody else has saved one meanwhile
     */
    Version save(String source, int after, String by) {
        int inserted = jdbc.update(
                "insert into jira_mapping (version, source, saved_by, saved_at)"
                        + " select ?, ?, ?, ? where coalesce((select max(version) from jira_mapping), 0) = ?"
                        + " on conflict do nothing",
                after + 1,
                source,
                by,
                Timestamp.from(clock.instant()),
                after);
        if (inserted == 0) {
            throw new ConflictException("Somebody has saved another version meanwhile. Open the page again.");
        }
        return find(after + 1).orElseThrow();
    }
}
