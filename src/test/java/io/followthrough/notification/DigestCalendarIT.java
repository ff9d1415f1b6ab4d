package io.followthrough.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestCalendarIT extends WithAReader {

    @Test
    void comesInTheMorningOfThePersonWhereverTheyAre() {
        worksFrom("Asia/Kathmandu", "07:30");
        notice(anItem("Watch the disks", day.minusDays(3)), Todo.FOLLOW);

        time.tickTo(day.plusDays(1).atTime(1, 44, 59).toInstant(ZoneOffset.UTC));
        jdbc.update("insert into digest (person, kind, day, created_at) values (?, 'DAILY', ?, now())", person, day);
        digests.sendDue();
        assertThat(messages()).isEmpty();
        time.tickTo(day.plusDays(1).atTime(1, 45).toInstant(ZoneOffset.UTC));
        digests.sendDue();

        assertThat(messages()).hasSize(1);
    }

    @Test
    void waitsForAWorkingDayOutsideQuietHoursAndFreezes() {
        Digests inEarnest = new Digests(notices, daily, mornings(), digestLog, settings, clock);
        LocalDate saturday = day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        worksFrom("Europe/Berlin", "09:00");
        notice(anItem("Watch the disks", saturday.minusDays(3)), Todo.FOLLOW);

        List<ZonedDateTime> looks = List.of(
                berlin(saturday, 12, 0),
                berlin(saturday.plusDays(1), 12, 0),
                berlin(saturday.plusDays(2), 8, 59),
                berlin(saturday.plusDays(2), 20, 0),
                berlin(saturday.plusDays(3), 6, 59));
        for (ZonedDateTime look : looks) {
            time.tickTo(look.toInstant());
            inEarnest.sendDue();
            assertThat(messages()).as("%s", look).isEmpty();
        }
        jdbc.update(
                "insert into freeze_window (from_date, until_date, reason, created_by, created_at)"
                        + " values (?, ?, 'End of year', 'admin', now())",
                saturday.plusDays(3),
                saturday.plusDays(4));
        time.tickTo(berlin(saturday.plusDays(3), 12, 0).toInstant());
        inEarnest.sendDue();
        assertThat(messages()).isEmpty();
        time.tickTo(berlin(saturday.plusDays(5), 9, 0).toInstant());
        inEarnest.sendDue();

        assertThat(messages()).hasSize(1);
    }

    @Test
    void knowsWhenPeopleAreAwakeAgain() {
        LocalDate monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        worksFrom("Europe/Berlin", "09:00");
        jdbc.update(
                "insert into freeze_window (from_date, until_date, reason, created_by, created_at)"
                        + " values (?, ?, 'End of year', 'admin', now())",
                monday.plusDays(1),
                monday.plusDays(2));

        assertThat(awake(berlin(monday, 19, 59))).isEqualTo(berlin(monday, 19, 59));
        assertThat(awake(berlin(monday, 3, 0))).isEqualTo(berlin(monday, 7, 0));
        assertThat(awake(berlin(monday, 20, 0)))
                .as("a night before a freeze of two days")
                .isEqualTo(berlin(monday.plusDays(3), 7, 0));
    }

    private ZonedDateTime awake(ZonedDateTime at) {
        return quietHours.awake(person, at.toInstant()).atZone(at.getZone());
    }

    private static ZonedDateTime berlin(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZoneId.of("Europe/Berlin"));
    }

    /** As it is in earnest: the try-it mode knows no days off. */
    private Mornings mornings() {
        DigestProperties earnest =
                new DigestProperties(true, LocalTime.of(8, 0), false, Duration.ofMinutes(5), Duration.ofSeconds(30));
        return new CalendarMornings(calendars, quietHours, earnest);
    }
}
