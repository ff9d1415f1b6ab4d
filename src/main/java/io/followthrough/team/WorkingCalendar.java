package io.followthrough.team;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When somebody works and when they are left alone.
 *
 * @param hours of each working day
 * @param quiet when nothing is sent; over midnight where it ends earlier than it begins, never where both are equal
 * @param holidays days off beside the weekend
 */
public record WorkingCalendar(
        ZoneId zone, Set<DayOfWeek> workdays, Hours hours, Hours quiet, Predicate<LocalDate> holidays) {

    /** Nobody is off for longer; what counts days gives up instead of running for ever. */
    private static final int LONGEST_ABSENCE = 400;

    /** From the first time on the wall to the second, that one not included. */
    public record Hours(LocalTime from, LocalTime until) {}

    public WorkingCalendar {
        workdays = Set.copyOf(workdays);
        if (workdays.isEmpty()) {
            throw new IllegalArgumentException("Somebody who never works cannot be waited for.");
        }
        if (!hours.from().isBefore(hours.until())) {
            throw new IllegalArgumentException("Working hours end after they begin.");
        }
    }

    public WallClock clock() {
        return new WallClock(zone);
    }

    public boolean isWorkday(LocalDate day) {
        return workdays.contains(day.getDayOfWeek()) && !holidays.test(day);
    }

    /** The day so many working days later, or earlier where negative; the day itself for 0. */
    public LocalDate plusWorkdays(LocalDate day, int count) {
        LocalDate result = day;
        int direction = Integer.signum(count);
        for (int left = Math.abs(count); left > 0; left--) {
            result = workdayFrom(result.plusDays(direction), direction);
        }
        return result;
    }

    /** The day itself when it is a working day, or else the next one. */
    public LocalDate workdayFrom(LocalDate day) {
        return workdayFrom(day, 1);
    }

    private LocalDate workdayFrom(LocalDate day, int direction) {
        LocalDate result = day;
        for (int walked = 0; !isWorkday(result) && walked < LONGEST_ABSENCE; walked++) {
            result = result.plusDays(direction);
        }
        return result;
    }

    /** When work begins on that day, or would begin if it were a working day. */
    public Instant morning(LocalDate day) {
        return clock().first(day, hours.from());
    }

    /** The first morning of a working day that is not before the instant. */
    public Instant morningFrom(Instant instant) {
        LocalDate day = workdayFrom(clock().dayAt(instant));
        return morning(day).isBefore(instant) ? morning(workdayFrom(day.plusDays(1))) : morning(day);
    }

    /** The instant itself within working hours, or else when work begins next. */
    public Instant workingMoment(Instant instant) {
        LocalDate day = clock().dayAt(instant);
        boolean atWork = isWorkday(day)
                && !instant.isBefore(morning(day))
                && instant.isBefore(evening(day))
                && !isQuiet(instant);
        return atWork ? instant : afterQuiet(morningFrom(instant));
    }

    /** When so much working time has passed. */
    public Instant plusWorkingTime(Instant from, Duration time) {
        Duration left = time;
        LocalDate day = clock().dayAt(from);
        Instant start = from;
        while (true) {
            if (isWorkday(day)) {
                start = start.isBefore(morning(day)) ? morning(day) : start;
                Instant end = evening(day);
                Duration open = start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
                if (left.compareTo(open) <= 0) {
                    return start.plus(left);
                }
                left = left.minus(open);
            }
            day = workdayFrom(day.plusDays(1));
            start = morning(day);
        }
    }

    /** Whether the person is to be left alone. */
    public boolean isQuiet(Instant instant) {
        return !afterQuiet(instant).equals(instant);
    }

    /** The instant itself, or the end of the quiet hours it lies in. */
    public Instant afterQuiet(Instant instant) {
        if (quiet.from().equals(quiet.until())) {
            return instant;
        }
        int nights = quiet.from().isAfter(quiet.until()) ? 1 : 0;
        LocalDate day = clock().dayAt(instant);
        for (LocalDate begins = day.minusDays(1); !begins.isAfter(day.plusDays(1)); begins = begins.plusDays(1)) {
            Instant end = clock().first(begins.plusDays(nights), quiet.until());
            if (!instant.isBefore(clock().first(begins, quiet.from())) && instant.isBefore(end)) {
                return end;
            }
        }
        return instant;
    }

    private Instant evening(LocalDate day) {
        return clock().first(day, hours.until());
    }
}
