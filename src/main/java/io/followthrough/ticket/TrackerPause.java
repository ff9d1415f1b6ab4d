package io.followthrough.ticket;

import io.followthrough.ticket.TrackerProblem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The time before which the tracker must not be called at all, kept over restarts. */
@Component
class TrackerPause implements TrackerGate {

    private static final String SETTING = "ticket.tracker-pause";
    private static final Duration WITHOUT_CREDENTIALS = Duration.ofMinutes(1);
    private static final Duration WITHOUT_AN_INSTANT = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TrackerPause(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until when and why to leave the tracker alone; null when it may be called. */
    @Nullable
    Pause current() {
        return jdbc.queryForList("select value from setting where name = ?", String.class, SETTING).stream()
                .map(Pause::parse)
                .filter(pause -> pause.until().isAfter(clock.instant()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable TrackerProblem closed() {
        Pause pause = current();
        // With other credentials the next call may succeed, and whoever mends them has to try.
        return pause == null || pause.kind() == Kind.AUTHENTICATION
                ? null
                : new TrackerProblem(pause.kind(), pause.why(), Map.of(), pause.until());
    }

    @Override
    public void note(TrackerProblem problem) {
        Instant until = until(problem);
        if (until != null) {
            jdbc.update(
                    "insert into setting (name, value) values (?, ?) on conflict (name) do update"
                            + " set value = excluded.value where split_part(setting.value, ' ', 1)::timestamptz"
                            + " < split_part(excluded.value, ' ', 1)::timestamptz",
                    SETTING,
                    new Pause(until, problem.kind(), problem.message()).toText());
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
        jdbc.update("delete from setting where name = ? and value like ?", SETTING, "% " + Kind.AUTHENTICATION + " %");
    }

    /** Leave the tracker alone until then, for this reason. */
    record Pause(Instant until, Kind kind, String why) {

        static Pause parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Pause(Instant.parse(parts[0]), Kind.valueOf(parts[1]), parts[2]);
        }

        String toText() {
            return until + " " + kind + " " + why;
        }
    }
}
