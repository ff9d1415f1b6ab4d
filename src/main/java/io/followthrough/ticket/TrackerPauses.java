package io.followthrough.ticket;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What each site asked for, also the one that was configured before. */
@Component
class TrackerPauses implements TrackerGates {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TrackerPauses(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public TrackerPause of(String site) {
        return new TrackerPause(site, jdbc, clock);
    }
}
