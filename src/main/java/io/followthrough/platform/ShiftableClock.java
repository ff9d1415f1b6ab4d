package io.followthrough.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one clock of the application, in UTC: the system's, moved ahead by what the time machine says. */
public final class ShiftableClock extends Clock {

    private final Clock base;
    private volatile Duration offset = Duration.ZERO;

    public ShiftableClock(Clock base) {
        this.base = base;
    }

    /** How far this clock is ahead of the system's. */
    public Duration offset() {
        return offset;
    }

    /** Sets how far this clock is ahead of the system's. */
    public void setOffset(Duration offset) {
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
