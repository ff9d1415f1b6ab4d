package io.followthrough.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.team.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 18);

    private final PublicHolidays holidays = new PublicHolidays();
    private final WorkingCalendar munich = in("Europe/Berlin", "de/by");

    @Test
    void skipsWeekendsAndPublicHolidays() {
        assertThat(munich.plusWorkdays(FRIDAY, 1)).isEqualTo("2026-12-21");
        assertThat(munich.plusWorkdays(FRIDAY, 5)).isEqualTo("2026-12-28");
        assertThat(munich.plusWorkdays(LocalDate.of(2027, 1, 7), -2)).isEqualTo("2027-01-04");
        assertThat(munich.plusWorkdays(FRIDAY, 0)).isEqualTo(FRIDAY);
    }

    @Test
    void knowsThePublicHolidaysOfThePart() {
        LocalDate epiphany = LocalDate.of(2027, 1, 6);
        assertThat(munich.isWorkday(epiphany)).isFalse();
        assertThat(in("Europe/Berlin", "de/be").isWorkday(epiphany)).isTrue();
        assertThat(in("Europe/Berlin", "").isWorkday(LocalDate.of(2026, 12, 25)))
                .isTrue();
        assertThat(in("America/New_York", "us").isWorkday(LocalDate.of(2026, 11, 26)))
                .isFalse();
    }

    @Test
    void knowsWhichCountriesItKnows() {
        assertThat(holidays.countries())
                .containsEntry("de", "Germany")
                .containsEntry("gb", "United Kingdom")
                .hasSizeGreaterThan(60);
        assertThat(holidays.isKnown("de/by")).isTrue();
        assertThat(holidays.isKnown("de/atlantis")).isFalse();
        assertThat(holidays.isKnown("xx")).isFalse();
        assertThat(holidays.isKnown("")).isTrue();
    }

    @Test
    void waitsForTheNextMorningOutsideWorkingHours() {
        assertThat(munich.workingMoment(Instant.parse("2026-12-18T10:00:00Z"))).isEqualTo("2026-12-18T10:00:00Z");
        assertThat(munich.workingMoment(Instant.parse("2026-12-18T16:00:00Z"))).isEqualTo("2026-12-21T08:00:00Z");
        assertThat(munich.workingMoment(Instant.parse("2026-12-18T03:00:00Z"))).isEqualTo("2026-12-18T08:00:00Z");
        assertThat(munich.workingMoment(Instant.parse("2026-12-24T20:00:00Z"))).isEqualTo("2026-12-28T08:00:00Z");
    }

    @Test
    void countsOnlyWorkingTime() {
        assertThat(munich.plusWorkingTime(Instant.parse("2026-12-18T13:00:00Z"), Duration.ofHours(4)))
                .isEqualTo("2026-12-21T09:00:00Z");
        assertThat(munich.plusWorkingTime(Instant.parse("2026-12-19T12:00:00Z"), Duration.ofHours(4)))
                .isEqualTo("2026-12-21T12:00:00Z");
        assertThat(munich.plusWorkingTime(Instant.parse("2026-12-18T08:00:00Z"), Duration.ofHours(8)))
                .isEqualTo("2026-12-18T16:00:00Z");
    }

    @Test
    void leavesPeopleAloneInTheirQuietHours() {
        assertThat(munich.afterQuiet(Instant.parse("2026-12-18T22:00:00Z"))).isEqualTo("2026-12-19T06:00:00Z");
        assertThat(munich.afterQuiet(Instant.parse("2026-12-18T05:59:59Z"))).isEqualTo("2026-12-18T06:00:00Z");
        assertThat(munich.isQuiet(Instant.parse("2026-12-18T06:00:00Z"))).isFalse();
        assertThat(munich.isQuiet(Instant.parse("2026-12-18T19:00:00Z"))).isTrue();
    }

    @Test
    void beginsWorkAfterTheQuietHoursWhereBothOverlap() {
        WorkingCalendar lateRiser = new WorkingCalendar(
                ZoneId.of("UTC"),
                Set.of(DayOfWeek.FRIDAY),
                new Hours(LocalTime.of(6, 0), LocalTime.of(17, 0)),
                new Hours(LocalTime.of(20, 0), LocalTime.of(8, 30)),
                day -> false);

        assertThat(lateRiser.workingMoment(Instant.parse("2026-12-18T06:00:00Z")))
                .isEqualTo("2026-12-18T08:30:00Z");
    }

    @Test
    void refusesHoursInWhichNobodyCanBeReached() {
        Hours none = new Hours(LocalTime.NOON, LocalTime.NOON);
        assertThatThrownBy(() ->
                        new WorkingCalendar(ZoneId.of("UTC"), EnumSet.allOf(DayOfWeek.class), none, none, day -> false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingCalendar(ZoneId.of("UTC"), Set.of(), none, none, day -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private WorkingCalendar in(String zone, String region) {
        return new WorkingCalendar(
                ZoneId.of(zone),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                new Hours(LocalTime.of(20, 0), LocalTime.of(7, 0)),
                holidays.in(region));
    }
}
