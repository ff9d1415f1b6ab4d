package io.followthrough.team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What a clock on the wall of a place shows, across every change of clocks there. */
public record WallClock(ZoneId zone) {

    /** When the clock first shows that time or, where it jumps over it, a later one. */
    public Instant first(LocalDate day, LocalTime time) {
        LocalDateTime shown = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        return change != null && change.isGap()
                ? change.getInstant()
                : shown.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** The first instant after that day has ended for good: a clock that is set back over midnight prolongs it. */
    public Instant endOf(LocalDate day) {
        LocalDateTime midnight = day.plusDays(1).atStartOfDay();
        Instant first = first(midnight.toLocalDate(), midnight.toLocalTime());
        ZoneOffsetTransition next = zone.getRules().nextTransition(first.minusNanos(1));
        boolean returns = next != null
                && next.isOverlap()
                && next.getDateTimeAfter().isBefore(midnight)
                && next.getDateTimeBefore().isBefore(midnight.plusDays(1));
        return returns ? midnight.toInstant(next.getOffsetAfter()) : first;
    }

    /** Whether a day that was promised has passed. */
    public boolean isOver(LocalDate day, Instant now) {
        return !now.isBefore(endOf(day));
    }

    /** The day the clock shows. */
    public LocalDate dayAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
