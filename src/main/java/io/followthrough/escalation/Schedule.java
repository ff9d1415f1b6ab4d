package io.followthrough.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The instants of the rungs of one due date.
 *
 * @param armedAt when this due date began to count; rungs before it are left out
 */
record Schedule(LocalDate dueDate, Instant armedAt, ZoneId zone) {

    /** When people start to work. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** A rung and its instant. */
    record Planned(Rung rung, Instant at) {}

    /** The first rung of the ladder that is neither reached nor left out. */
    Optional<Planned> next(List<Rung> ladder, Set<String> reached) {
        return ladder.stream()
                .filter(rung -> !reached.contains(rung.name()))
                .map(rung -> new Planned(rung, morningOf(dueDate.plusDays(rung.daysFromDue()))))
                .filter(planned -> !planned.at().isBefore(armedAt))
                .min(Comparator.comparing(Planned::at));
    }

    /** When clocks first show nine of that day, or jump over it. */
    private Instant morningOf(LocalDate day) {
        LocalDateTime morning = day.atTime(MORNING);
        ZoneOffsetTransition jump = zone.getRules().getTransition(morning);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : morning.atZone(zone).toInstant();
    }
}
