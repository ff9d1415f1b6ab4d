package io.followthrough.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.escalation.Rung.Only;
import io.followthrough.escalation.Schedule.Life;
import io.followthrough.escalation.Schedule.Planned;
import io.followthrough.escalation.Schedule.Reached;
import io.followthrough.team.Freeze;
import io.followthrough.team.WallClock;
import io.followthrough.team.WorkingCalendar;
import io.followthrough.team.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    /** A Monday; 7 December is the Monday of three weeks later. */
    private static final Instant OPENED = Instant.parse("2026-11-16T10:00:00Z");

    private static final LocalDate DUE = LocalDate.of(2026, 12, 7);

    private final Schedule schedule = at("UTC", DUE);

    @Test
    void reachesTheRungsInTheOrderOfTheirDays() {
        List<Rung> ladder =
                List.of(rung("late", "1 day after due"), rung("reminder", "2 days before due"), rung("due", "due"));

        assertThat(name(schedule.next(ladder, nothing(), OPENED))).isEqualTo("reminder");
        assertThat(name(schedule.next(ladder, reached("reminder", "2026-12-04T09:00:00Z"), OPENED)))
                .isEqualTo("due");
        assertThat(name(schedule.next(ladder, reached("due", "2026-12-07T09:00:00Z"), OPENED)))
                .isEqualTo("late");
        assertThat(schedule.next(ladder, reached("late", "2026-12-08T09:00:00Z"), OPENED))
                .isEmpty();
    }

    @Test
    void understandsEveryWayToSayWhen() {
        assertThat(instant("created")).isEqualTo("2026-11-16T10:00:00Z");
        assertThat(instant("4 working hours after created")).isEqualTo("2026-11-16T14:00:00Z");
        assertThat(instant("8 working hours after created")).isEqualTo("2026-11-17T10:00:00Z");
        assertThat(instant("1 business day after created")).isEqualTo("2026-11-17T09:00:00Z");
        assertThat(instant("5 business days after created")).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(instant("5 days after created")).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(instant("half-way")).isEqualTo("2026-11-26T09:00:00Z");
        assertThat(instant("7 business days before due")).isEqualTo("2026-11-26T09:00:00Z");
        assertThat(instant("1 day before due")).isEqualTo("2026-12-04T09:00:00Z");
        assertThat(instant("due")).isEqualTo("2026-12-07T09:00:00Z");
        assertThat(instant("1 day after due")).isEqualTo("2026-12-08T09:00:00Z");
        assertThat(instant("5 days after due")).isEqualTo("2026-12-14T09:00:00Z");
        assertThat(instant("5 business days after due")).isEqualTo("2026-12-14T09:00:00Z");
    }

    @Test
    void tellsOnTheLastWorkingDayWhenTheDueDateIsADayOff() {
        Schedule sunday = at("UTC", LocalDate.of(2026, 12, 6));
        assertThat(sunday.nominal(rung("due", "due"))).isEqualTo("2026-12-04T09:00:00Z");
        assertThat(sunday.nominal(rung("late", "1 day after due"))).isEqualTo("2026-12-07T09:00:00Z");
    }

    @Test
    void callsNothingLateBeforeItsLastDayHasEndedWhereDueDatesEnd() {
        WorkingCalendar farEast = calendar("Pacific/Kiritimati");
        Schedule early = new Schedule(
                new Life(OPENED, OPENED, DUE), true, new WallClock(ZoneId.of("America/New_York")), farEast, List.of());

        assertThat(early.nominal(rung("late", "1 day after due")))
                .isEqualTo("2026-12-08T19:00:00Z")
                .isAfter(new WallClock(ZoneId.of("America/New_York")).endOf(DUE));
    }

    @Test
    void leavesOutWhatWasBeforeTheDueDateBeganToCount() {
        Instant armedAt = Instant.parse("2026-12-07T09:00:00.000001Z");
        Schedule moved = new Schedule(
                new Life(OPENED, armedAt, DUE), true, new WallClock(ZoneId.of("UTC")), calendar("UTC"), List.of());

        assertThat(name(moved.next(
                        List.of(rung("created", "created"), rung("due", "due"), rung("late", "1 day after due")),
                        nothing(),
                        armedAt)))
                .isEqualTo("late");
    }

    @Test
    void keepsRungsADayApart() {
        List<Rung> ladder = List.of(rung("due", "due"), rung("late", "1 day after due"));

        assertThat(schedule.next(ladder, reached("due", "2026-12-07T09:30:00Z"), OPENED)
                        .orElseThrow()
                        .at())
                .isEqualTo("2026-12-08T09:30:00Z");
    }

    @Test
    void keepsADayToTheLastRungOfTheDueDateBefore() {
        Reached before = new Reached(Map.of(), Instant.parse("2026-12-06T15:00:00Z"));

        assertThat(schedule.next(List.of(rung("due", "due")), before, OPENED)
                        .orElseThrow()
                        .at())
                .isEqualTo("2026-12-07T15:00:00Z");
    }

    @Test
    void tellsTheHigherOfTwoThatFallTogether() {
        List<Rung> ladder = List.of(rung("late-1", "5 days after due"), rung("late-2", "6 days after due"));

        assertThat(name(schedule.next(ladder, nothing(), OPENED))).isEqualTo("late-2");
    }

    @Test
    void pausesInAFreezeWhileTheClockGoesOn() {
        Freeze freeze = new Freeze(1, DUE, DUE.plusDays(3), "Freeze");
        Freeze next = new Freeze(2, DUE.plusDays(4), DUE.plusDays(4), "One more day");
        Schedule frozen = new Schedule(
                new Life(OPENED, OPENED, DUE),
                true,
                new WallClock(ZoneId.of("UTC")),
                calendar("UTC"),
                List.of(freeze, next));
        List<Rung> ladder =
                List.of(rung("due", "due"), rung("late-1", "1 day after due"), rung("late-2", "9 days after due"));

        Planned planned = frozen.next(ladder, nothing(), OPENED).orElseThrow();

        assertThat(planned.rung().name()).isEqualTo("late-1");
        assertThat(planned.at()).isEqualTo("2026-12-14T09:00:00Z");
    }

    @Test
    void asksForAnOwnerOnlyWhereThereIsNone() {
        Rung unowned = new Rung(
                "unowned",
                RungTime.of("due"),
                Only.UNOWNED,
                Set.of(Audience.AUTHOR),
                false,
                false,
                "pm-unowned",
                "",
                "Row");

        assertThat(schedule.next(List.of(unowned), nothing(), OPENED)).isEmpty();
        assertThat(new Schedule(schedule.life(), false, schedule.dueClock(), schedule.calendar(), List.of())
                        .next(List.of(unowned), nothing(), OPENED))
                .isPresent();
    }

    /**
     * Climbs thousands of ladders in all zones around changes of clocks by asking again after each rung, as the
     * process does, and looks at the rungs from outside.
     */
    @Test
    void neverRepeatsHurriesOrWakesAnybodyWhateverTheClocksDo() {
        Random random = new Random(7);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        List<String> times = List.of(
                "created",
                "half-way",
                "7 business days before due",
                "2 business days before due",
                "due",
                "1 day after due",
                "2 days after due",
                "5 days after due",
                "10 days after due",
                "20 days after due");
        List<Rung> ladder = times.stream().map(when -> rung(when, when)).toList();
        List<String> wrong = new ArrayList<>();
        int told = 0;
        for (int round = 0; round < 10_000; round++) {
            String zone = zones.get(random.nextInt(zones.size()));
            Instant opened = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(6 * 365 * 86_400));
            LocalDate due = LocalDate.ofInstant(opened, ZoneId.of("UTC")).plusDays(random.nextInt(60));
            WallClock dueClock = new WallClock(ZoneId.of(zones.get(random.nextInt(zones.size()))));
            Schedule any = new Schedule(new Life(opened, opened, due), true, dueClock, calendar(zone), List.of());
            Map<String, Instant> reached = new HashMap<>();
            Instant now = opened;
            Optional<Planned> next = any.next(ladder, new Reached(reached, null), now);
            while (next.isPresent()) {
                Instant at = next.get().at();
                Rung rung = next.get().rung();
                String what = zone + " " + opened + " due " + due + ": " + rung.name() + " at " + at;
                if (at.isBefore(now) || at.isBefore(any.nominal(rung))) {
                    wrong.add("early " + what);
                }
                if (rung.when().isLate() && !dueClock.isOver(due, at)) {
                    wrong.add("not late yet " + what);
                }
                if (!any.calendar().workingMoment(at).equals(at)) {
                    wrong.add("out of hours " + what);
                }
                for (Instant other : reached.values()) {
                    if (Duration.between(other, at).compareTo(Schedule.SPACING) < 0) {
                        wrong.add("too close " + what);
                    }
                }
                if (reached.put(rung.name(), at) != null) {
                    wrong.add("twice " + what);
                }
                told++;
                now = at;
                next = any.next(ladder, new Reached(reached, null), now);
            }
            if (!reached.containsKey("20 days after due")) {
                wrong.add("the last rung never came: " + zone + " " + opened + " due " + due);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(told).isGreaterThan(50_000);
    }

    private Instant instant(String when) {
        return schedule.nominal(rung("any", when));
    }

    private static Schedule at(String zone, LocalDate due) {
        return new Schedule(
                new Life(OPENED, OPENED, due), true, new WallClock(ZoneId.of(zone)), calendar(zone), List.of());
    }

    private static WorkingCalendar calendar(String zone) {
        return new WorkingCalendar(
                ZoneId.of(zone),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                new Hours(LocalTime.of(20, 0), LocalTime.of(7, 0)),
                day -> false);
    }

    private static Reached nothing() {
        return new Reached(Map.of(), null);
    }

    private static Reached reached(String rung, String at) {
        return new Reached(Map.of(rung, Instant.parse(at)), null);
    }

    private static String name(Optional<Planned> planned) {
        return planned.orElseThrow().rung().name();
    }

    private static Rung rung(String name, String when) {
        return new Rung(
                name,
                RungTime.of(when),
                Only.ALWAYS,
                Set.of(Audience.OWNER),
                false,
                false,
                "pm-" + name,
                "",
                "Row_" + name);
    }
}
