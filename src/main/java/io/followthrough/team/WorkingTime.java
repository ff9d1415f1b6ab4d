package io.followthrough.team;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When and where somebody works, as it is set.
 *
 * @param region whose public holidays are days off: a country, or a part of it after a slash ({@code de},
 *     {@code de/by}); empty for none
 * @param quietFrom from when on the person is left alone
 * @param quietUntil until when; the same time as the other for no quiet hours at all
 */
public record WorkingTime(
        ZoneId zone,
        String region,
        Set<DayOfWeek> workdays,
        LocalTime from,
        LocalTime until,
        LocalTime quietFrom,
        LocalTime quietUntil) {

    public WorkingTime {
        workdays = Set.copyOf(workdays);
    }

    /** Whether quiet hours leave nothing of the working hours. */
    boolean isQuietAllDay() {
        return quietFrom.isAfter(quietUntil)
                ? !from.isBefore(quietFrom) || !until.isAfter(quietUntil)
                : !quietFrom.isAfter(from) && !quietUntil.isBefore(until);
    }

    public boolean worksOn(DayOfWeek day) {
        return workdays.contains(day);
    }
}
