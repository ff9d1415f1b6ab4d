package io.followthrough.ticket;

import io.followthrough.ticket.TrackerProblem.Kind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The time before which one site of the tracker must not be called at all, kept over restarts. */
class TrackerPause implements TrackerGate {

    private static final RowMapper<Pause> PAUSE = (row, n) ->
            new Pause(row.getTimestamp("until").toInstant(), Kind.valueOf(row.getString("kind")), row.getString("why"));
    private static final Duration WITHOUT_CREDENTIALS = Duration.ofMinutes(1);
    private static final Duration WITHOUT_AN_INSTANT = Duration.ofSeconds(30);

    private final String site;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    TrackerPause(String site, JdbcTemplate jdbc, Clock clock) {
        this.site = site;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until when and why to leave the tracker alone; null when it may be called. */
    @Nullable
    Pause current() {
        return all().stream().findFirst().orElse(null);
    }

    /** All that are not over, the longest first. */
    private List<Pause> all() {
        return jdbc.query(
                "select * from tracker_pause where site = ? and until > ? order by until desc",
                PAUSE,
                site,
                Timestamp.from(clock.instant()));
    }

    @Override
    public @Nullable TrackerProblem closed() {
        return all().stream()
                // With other credentials the next call may succeed, and whoever mends them has to try.
                .filter(pause -> pause.kind() != Kind.AUTHENTICATION)
                .findFirst()
                .map(pause -> new TrackerProblem(pause.kind(), pause.why(), Map.of(), pause.until()))
                .orElse(null);
    }

    @Override
    public void note(TrackerProblem problem) {
        Instant until = until(problem);
        if (until != null) {
            jdbc.update(
                    "insert into tracker_pause (site, until, kind, why) values (?, ?, ?, ?)"
                            + " on conflict (site, kind) do update set until = excluded.until,"
                            + " why = excluded.why where tracker_pause.until < excluded.until",
                    site,
                    Timestamp.from(until),
                    problem.kind().name(),
                    problem.message());
        }
    }

    private @Nullable Instant until(TrackerProblem problem) {
        if (problem.notBefore() != null) {
            return problem.notBefore();
        }
        return switch (problem.kind()) {
            case THROTTLED -> clock.instant().plus(WITHOUT_AN_INSTANT);
            case AUTHENTICATION -> clock.instant().plus(WITHOUT_CREDENTIALS);
            default -> null;
        };
    }

    /** Lets the tracker be called again because a person has seen to the credentials; what the tracker asked for stays. */
    void lift() {
        jdbc.update("delete from tracker_pause where site = ? and kind = ?", site, Kind.AUTHENTICATION.name());
    }

    /** Leave the tracker alone until then, for this reason. */
    record Pause(Instant until, Kind kind, String why) {}
}
