package io.followthrough.team;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * When people work who have not said so themselves.
 *
 * @param region whose public holidays are days off ({@code de}, {@code de/by}); empty for none
 */
@ConfigurationProperties("followthrough.calendar")
record CalendarProperties(
        @DefaultValue("") String region,

        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
        Set<DayOfWeek> workdays,

        @DefaultValue("09:00") @DateTimeFormat(iso = ISO.TIME)
        LocalTime workFrom,

        @DefaultValue("17:00") @DateTimeFormat(iso = ISO.TIME)
        LocalTime workUntil,

        @DefaultValue("20:00") @DateTimeFormat(iso = ISO.TIME)
        LocalTime quietFrom,

        @DefaultValue("07:00") @DateTimeFormat(iso = ISO.TIME)
        LocalTime quietUntil) {

    WorkingTime workingTime(ZoneId zone) {
        return new WorkingTime(zone, region, workdays, workFrom, workUntil, quietFrom, quietUntil);
    }
}
