package io.followthrough.escalation;

import io.followthrough.escalation.RungTime.Anchor;
import io.followthrough.escalation.RungTime.Unit;
import io.followthrough.team.Freeze;
import io.followthrough.team.WallClock;
import io.followthrough.team.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instants of the rungs of one due date.
 *
 * @param life when the item was opened, and its present due date
 * @param owned whether somebody was chosen as its owner
 * @param dueClock where due dates end
 * @param calendar of whoever works on it: rungs come on their working mornings
 * @param freezes on whose days nobody is told
 */
record Schedule(Life life, boolean owned, WallClock dueClock, WorkingCalendar calendar, List<Freeze> freezes) {

    /** No two rungs of one item are closer together. */
    static final Duration SPACING = Duration.ofHours(24);

    /**
     * What an item's rungs are counted from.
     *
     * @param armedAt when this due date began to count; rungs before it are left out
     */
    record Life(Instant openedAt, Instant armedAt, LocalDate dueDate) {}

    /** A rung and its instant. */
    record Planned(Rung rung, Instant at) {}

    /**
     * What was done.
     *
     * @param rungs when each rung of this due date was reached, by name
     * @param earlier when the last rung of the due dates before was reached, or null when there was none
     */
    record Reached(Map<String, Instant> rungs, @Nullable Instant earlier) {

        Optional<Instant> last() {
            return Stream.concat(rungs.values().stream(), Stream.ofNullable(earlier))
                    .max(Comparator.naturalOrder());
        }
    }

    /**
     * The first rung of the ladder that is neither reached, left out nor passed over. A rung is passed over when a
     * later one was reached, or comes before it could be told: of what was missed only the highest is told, at once.
     */
    Optional<Planned> next(List<Rung> ladder, Reached reached, Instant now) {
        List<Planned> left = left(ladder, reached);
        Instant earliest = reached.last().map(last -> last.plus(SPACING)).orElse(Instant.MIN);
        for (int i = 0; i < left.size(); i++) {
            Planned nominal = left.get(i);
            Instant at = nominal.at().isBefore(earliest) ? told(earliest) : nominal.at();
            Instant toldAt = at.isBefore(now) ? now : at;
            boolean passedOver = i + 1 < left.size() && !left.get(i + 1).at().isAfter(toldAt);
            if (!passedOver) {
                return Optional.of(new Planned(nominal.rung(), at));
            }
        }
        return Optional.empty();
    }

    /** The rungs that may still come, by their instants. */
    private List<Planned> left(List<Rung> ladder, Reached reached) {
        Instant climbed = ladder.stream()
                .filter(rung -> reached.rungs().containsKey(rung.name()))
                .map(this::nominal)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return ladder.stream()
                .filter(rung -> rung.only().includes(owned))
                .filter(rung -> !reached.rungs().containsKey(rung.name()))
                .map(rung -> new Planned(rung, nominal(rung)))
                .filter(planned ->
                        planned.at().isAfter(climbed) && !planned.at().isBefore(life.armedAt()))
                .sorted(Comparator.comparing(Planned::at))
                .toList();
    }

    /** When the rung would be told if there were no others. */
    Instant nominal(Rung rung) {
        RungTime when = rung.when();
        if (when.anchor() == Anchor.CREATED) {
            return told(afterCreated(when));
        }
        LocalDate day = day(when);
        Instant morning = calendar.morning(day);
        Instant end = dueClock.endOf(life.dueDate());
        boolean tooEarly = when.isLate() && morning.isBefore(end);
        return told(tooEarly ? calendar.morningFrom(end) : morning);
    }

    private Instant afterCreated(RungTime when) {
        Instant created = calendar.workingMoment(life.openedAt());
        if (when.unit() == Unit.WORKING_HOURS) {
            return calendar.plusWorkingTime(created, Duration.ofHours(when.amount()));
        }
        LocalDate day = calendar.clock().dayAt(created);
        if (when.amount() == 0) {
            return created;
        }
        return calendar.morning(
                when.unit() == Unit.BUSINESS_DAYS
                        ? calendar.plusWorkdays(day, when.amount())
                        : calendar.workdayFrom(day.plusDays(when.amount())));
    }

    /** Before the due date and on it, the last working day that is not later; after it, the next. */
    private LocalDate day(RungTime when) {
        LocalDate due = life.dueDate();
        if (when.anchor() == Anchor.HALF_WAY) {
            LocalDate armed = calendar.clock().dayAt(life.armedAt());
            return calendar.workdayFrom(armed.plusDays(ChronoUnit.DAYS.between(armed, due) / 2));
        }
        if (when.unit() == Unit.BUSINESS_DAYS && when.amount() != 0) {
            return calendar.plusWorkdays(due, when.amount());
        }
        LocalDate day = due.plusDays(when.amount());
        return when.amount() > 0 ? calendar.workdayFrom(day) : calendar.plusWorkdays(day.plusDays(1), -1);
    }

    /** The instant itself when people may be told then, or else the next at which they may. */
    private Instant told(Instant instant) {
        Instant moment = calendar.workingMoment(instant);
        for (Optional<Freeze> freeze = freezeAt(moment); freeze.isPresent(); freeze = freezeAt(moment)) {
            LocalDate after = calendar.workdayFrom(freeze.get().until().plusDays(1));
            moment = calendar.afterQuiet(calendar.morning(after));
        }
        return moment;
    }

    private Optional<Freeze> freezeAt(Instant instant) {
        LocalDate day = calendar.clock().dayAt(instant);
        return freezes.stream().filter(freeze -> freeze.covers(day)).findFirst();
    }
}
