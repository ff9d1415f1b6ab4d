package io.followthrough.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 29);
    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final int QUARTER_OF_AN_HOUR = 15 * 60;

    @Test
    void reachesTheRungsInTheOrderOfTheirDays() {
        List<Rung> ladder = List.of(rung("late", 1), rung("reminder", -2), rung("due", 0));
        Schedule schedule = new Schedule(DUE, LONG_AGO, ZoneOffset.UTC);

        assertThat(schedule.next(ladder, Set.of()).orElseThrow().rung().name()).isEqualTo("reminder");
        assertThat(schedule.next(ladder, Set.of("reminder"))
                        .orElseThrow()
                        .rung()
                        .name())
                .isEqualTo("due");
        assertThat(schedule.next(ladder, Set.of("due", "reminder"))
                        .orElseThrow()
                        .rung()
                        .name())
                .isEqualTo("late");
        assertThat(schedule.next(ladder, Set.of("due", "late", "reminder"))).isEmpty();
    }

    @Test
    void leavesOutWhatWasBeforeTheDueDateBeganToCount() {
        List<Rung> ladder = List.of(rung("reminder", -2), rung("due", 0), rung("late", 1));
        Instant armedAt = Instant.parse("2026-03-29T09:00:00.000001Z");

        assertThat(new Schedule(DUE, armedAt, ZoneOffset.UTC)
                        .next(ladder, Set.of())
                        .orElseThrow()
                        .rung()
                        .name())
                .isEqualTo("late");
    }

    @Test
    void takesThePolicysOrderForRungsOfTheSameMorning() {
        List<Rung> ladder = List.of(rung("first", 1), rung("second", 1));

        assertThat(new Schedule(DUE, LONG_AGO, ZoneOffset.UTC)
                        .next(ladder, Set.of())
                        .orElseThrow()
                        .rung()
                        .name())
                .isEqualTo("first");
    }

    @Test
    void isAtNineByTheClocksOfThePlace() {
        assertThat(morning(DUE.minusDays(1), ZoneId.of("Europe/Berlin"))).isEqualTo("2026-03-28T08:00:00Z");
        assertThat(morning(DUE, ZoneId.of("Europe/Berlin"))).isEqualTo("2026-03-29T07:00:00Z");
        assertThat(morning(DUE, ZoneId.of("America/New_York"))).isEqualTo("2026-03-29T13:00:00Z");
        assertThat(morning(DUE, ZoneId.of("Asia/Kathmandu"))).isEqualTo("2026-03-29T03:15:00Z");
        assertThat(morning(DUE, ZoneId.of("Pacific/Kiritimati"))).isEqualTo("2026-03-28T19:00:00Z");
    }

    @Test
    void isTheNextMorningThereIsWhereADayIsLeftOut() {
        assertThat(morning(LocalDate.of(2011, 12, 30), ZoneId.of("Pacific/Apia")))
                .isEqualTo("2011-12-30T10:00:00Z");
    }

    /**
     * The oracle never asks a zone for the instant of a local time: it walks through the instants and takes the first
     * at which a clock on the wall shows nine or later of that day.
     */
    @Test
    void agreesWithClocksOnTheWallAroundEveryChangeOfClocksUntil2030() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            for (LocalDate day : daysAroundChanges(zone)) {
                Instant expected = firstNineOnTheWall(day, zone);
                Instant actual = morning(day, zone);
                checked++;
                if (!actual.equals(expected)) {
                    wrong.add(id + " " + day + ": " + actual + " and not " + expected);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(5_000);
    }

    private static List<LocalDate> daysAroundChanges(ZoneId zone) {
        List<LocalDate> days = new ArrayList<>(List.of(DUE));
        Instant end = Instant.parse("2031-01-01T00:00:00Z");
        ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z"));
        while (change != null && change.getInstant().isBefore(end)) {
            LocalDate day = change.getDateTimeBefore().toLocalDate();
            days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return days;
    }

    private static Instant firstNineOnTheWall(LocalDate day, ZoneId zone) {
        LocalDateTime nine = day.atTime(9, 0);
        Instant instant = day.atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(20 * 3600);
        while (LocalDateTime.ofInstant(instant, zone).isBefore(nine)) {
            instant = instant.plusSeconds(QUARTER_OF_AN_HOUR);
        }
        return instant;
    }

    private static Instant morning(LocalDate day, ZoneId zone) {
        return new Schedule(day, LONG_AGO, zone)
                .next(List.of(rung("due", 0)), Set.of())
                .orElseThrow()
                .at();
    }

    private static Rung rung(String name, int daysFromDue) {
        return new Rung(name, daysFromDue, Set.of(Audience.OWNER), false, "pm-" + name, "", "Row_" + name);
    }
}
