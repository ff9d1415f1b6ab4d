package io.followthrough;

import io.followthrough.platform.ShiftableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.joda.time.DateTimeUtils;

/** Moves the application's clock, and with it the engine's, for the length of one test. */
public final class TestTime {

    private final ShiftableClock clock;

    public TestTime(ShiftableClock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Today in UTC, which is the zone of due dates in tests. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Lets this much time pass. */
    public void tick(Duration time) {
        clock.setOffset(clock.offset().plus(time));
    }

    /** Lets time pass until this instant. */
    public void tickTo(Instant instant) {
        clock.setOffset(Duration.between(Clock.systemUTC().instant(), instant));
    }

    /** Back to the present; done before and after every test. */
    public void reset() {
        clock.setOffset(Duration.ZERO);
        // A test on a bare engine may have taken the engine's clock away from ours.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }
}
