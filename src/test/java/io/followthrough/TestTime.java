package io.followthrough;

import io.followthrough.platform.ShiftableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;

/** Moves the application's clock, and with it the engine's, for the length of one test. */
public final class TestTime {

    /** The moment in which time stands still, or null; one for all tests, as there is one application. */
    private static volatile @Nullable Instant held;

    private final ShiftableClock clock;

    public TestTime(ShiftableClock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The application's clock in tests. */
    static ShiftableClock clock() {
        InstantSource present = TestTime::present;
        return new ShiftableClock(present.withZone(ZoneOffset.UTC));
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
        clock.setOffset(Duration.between(present(), instant));
    }

    /**
     * Lets no time pass by itself until the end of the test, so that nothing depends on how fast it runs: each instant
     * is one that the test has chosen, to the microsecond.
     */
    public void hold() {
        held = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Back to the present, which goes on; done before and after every test. */
    public void reset() {
        held = null;
        clock.setOffset(Duration.ZERO);
        // A test on a bare engine may have taken the engine's clock away from ours.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }

    private static Instant present() {
        Instant moment = held;
        return moment == null ? Clock.systemUTC().instant() : moment;
    }
}
