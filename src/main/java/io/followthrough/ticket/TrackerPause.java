package io.followthrough.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The time before which the tracker must not be called at all, kept over restarts. */
@Component
class TrackerPause {

    private static final String UNTIL = "ticket.tracker-not-before";
    private static final String WHY = "ticket.tracker-not-before-why";
    private static final Duration WITHOUT_CREDENTIALS = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TrackerPause(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until when and why to leave the tracker alone; null when it may be called. */
    @Nullable
    Pause current() {
        String until = setting(UNTIL);
        if (until == null || !Instant.parse(until).isAfter(clock.instant())) {
            return null;
        }
        String why = setting(WHY);
        return new Pause(Instant.parse(until), why == null ? "" : why);
    }

    /** Takes note of a problem that concerns every call. */
    void note(TrackerProblem problem) {
        Instant until = switch (problem.kind()) {
            case THROTTLED -> problem.notBefore();
            case AUTHENTICATION -> clock.instant().plus(WITHOUT_CREDENTIALS);
            default -> null;
        };
        if (until != null) {
            set(UNTIL, until.toString());
            set(WHY, problem.message());
        }
    }

    /** Lets the tracker be called again at once, because a person says that the reason is gone. */
    void lift() {
        jdbc.update("delete from setting where name in (?, ?)", UNTIL, WHY);
    }

    private @Nullable String setting(String name) {
        return jdbc.queryForList("select value from setting where name = ?", String.class, name).stream()
                .findFirst()
                .orElse(null);
    }

    private void set(String name, String value) {
        jdbc.update(
                "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                name,
                value);
    }

    /** Leave the tracker alone until then, for this reason. */
    record Pause(Instant until, String why) {}
}
