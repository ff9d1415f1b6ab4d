package io.followthrough.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the tracker now and then whether all is well, so that looking at a page does not. */
@Component
class TrackerProbe {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final TicketTracker tracker;
    private final TrackerPause pause;
    private final Clock clock;
    private volatile @Nullable Answer latest;

    TrackerProbe(TicketTracker tracker, TrackerPause pause, Clock clock) {
        this.tracker = tracker;
        this.pause = pause;
        this.clock = clock;
    }

    /** What the tracker answered at most half a minute ago; while it must be left alone, why. */
    TrackerHealth health() {
        Answer known = latest;
        if (known != null && Duration.between(known.at(), clock.instant()).abs().compareTo(FRESH) < 0) {
            return known.health();
        }
        TrackerPause.Pause paused = pause.current();
        if (paused != null && paused.kind() != TrackerProblem.Kind.AUTHENTICATION) {
            return new TrackerHealth(known == null ? "" : known.health().tracker(), List.of(paused.why()));
        }
        Answer asked = new Answer(tracker.probe(), clock.instant());
        latest = asked;
        return asked.health();
    }

    private record Answer(TrackerHealth health, Instant at) {}
}
