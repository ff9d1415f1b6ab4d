package io.followthrough.team;

import static io.followthrough.team.WalkedClock.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.team.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Held to {@link WalkedClock} around every change of clocks of every zone from 2024 to 2030. */
class WallClockTest {

    private static final int EARLY = 90;
    private static final int LATE = 10 * 60;
    private static final int NIGHT = 22 * 60 + 30;
    private static final int DAWN = 2 * 60 + 15;

    private final List<String> wrong = new ArrayList<>();
    private int checked;

    @Test
    void showsEachTimeWhenAWallDoes() {
        everywhere((zone, walk) -> {
            WallClock clock = new WallClock(ZoneId.of(zone));
            long today = walk.dayAt(walk.middle());
            for (long day = today - 1; day <= today + 1; day++) {
                for (int time = 0; time < DAY; time += 5) {
                    check(
                            walk.first(day, time),
                            clock.first(LocalDate.ofEpochDay(day), LocalTime.ofSecondOfDay(time * 60L)),
                            zone + " day " + day + " minute " + time);
                }
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(1_000_000);
    }

    @Test
    void hasOneMorningForEachDayInOrder() {
        everywhere((zone, walk) -> {
            WallClock clock = new WallClock(ZoneId.of(zone));
            long today = walk.dayAt(walk.middle());
            Instant before = clock.first(LocalDate.ofEpochDay(today - 3), LocalTime.of(9, 0));
            for (long day = today - 2; day <= today + 2; day++) {
                Instant morning = clock.first(LocalDate.ofEpochDay(day), LocalTime.of(9, 0));
                checked++;
                if (!morning.isAfter(before) || !clock.dayAt(morning).equals(LocalDate.ofEpochDay(day))) {
                    wrong.add(zone + " " + morning + " after " + before);
                }
                before = morning;
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(10_000);
    }

    @Test
    void endsADayWhenAWallShowsItNoMore() {
        everywhere((zone, walk) -> {
            WallClock clock = new WallClock(ZoneId.of(zone));
            long today = walk.dayAt(walk.middle());
            for (long day = today - 2; day <= today + 2; day++) {
                check(walk.endOf(day), clock.endOf(LocalDate.ofEpochDay(day)), zone + " end of day " + day);
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(10_000);
    }

    /** At each of these instants a due date of yesterday, today and tomorrow is overdue, or not, as the wall says. */
    @Test
    void knowsAtEveryInstantWhatIsOverdue() {
        everywhere((zone, walk) -> {
            WallClock clock = new WallClock(ZoneId.of(zone));
            long today = walk.dayAt(walk.middle());
            for (long day = today - 1; day <= today + 1; day++) {
                long end = walk.endOf(day);
                LocalDate due = LocalDate.ofEpochDay(day);
                for (long minute = walk.middle() - DAY; minute <= walk.middle() + DAY; minute += 13) {
                    checkOver(clock.isOver(due, instant(minute)), minute >= end, zone, due, minute);
                }
                checkOver(clock.isOver(due, instant(end).minusNanos(1)), false, zone, due, end);
                checkOver(clock.isOver(due, instant(end)), true, zone, due, end);
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(1_000_000);
    }

    @Test
    void countsWorkingTimeAndQuietHoursAcrossTheChange() {
        everywhere((zone, walk) -> {
            WorkingCalendar calendar = new WorkingCalendar(
                    ZoneId.of(zone),
                    EnumSet.allOf(DayOfWeek.class),
                    hours(EARLY, LATE),
                    hours(NIGHT, DAWN),
                    day -> false);
            for (long minute = walk.middle() - DAY; minute <= walk.middle() + DAY; minute += 97) {
                Instant instant = instant(minute);
                boolean quiet = walk.isBetween(minute, NIGHT, DAWN);
                checked++;
                if (calendar.isQuiet(instant) != quiet) {
                    wrong.add(zone + " quiet at " + instant);
                }
            }
            for (long minute = walk.middle() - DAY; minute <= walk.middle(); minute += 311) {
                for (int worked : new int[] {30, 240, 700}) {
                    check(
                            walk.afterMinutes(minute, worked, EARLY, LATE),
                            calendar.plusWorkingTime(instant(minute), Duration.ofMinutes(worked)),
                            zone + " " + worked + " minutes of work from " + instant(minute));
                }
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(100_000);
    }

    private static void everywhere(BiConsumer<String, WalkedClock> look) {
        for (String zone : ZoneId.getAvailableZoneIds()) {
            for (WalkedClock walk : WalkedClock.aroundEveryChange(zone)) {
                look.accept(zone, walk);
            }
        }
    }

    private void check(long expected, Instant actual, String what) {
        checked++;
        if (!actual.equals(instant(expected))) {
            wrong.add(what + ": " + actual + " and not " + instant(expected));
        }
    }

    private void checkOver(boolean actual, boolean expected, String zone, LocalDate due, long minute) {
        checked++;
        if (actual != expected) {
            wrong.add(zone + " due " + due + " at " + instant(minute) + ": " + actual);
        }
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    private static Hours hours(int from, int until) {
        return new Hours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L));
    }
}
