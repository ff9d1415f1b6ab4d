package io.followthrough.team;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;

/**
 * An oracle: what a clock on the wall showed, found by walking through the days around a change of clocks minute by
 * minute. All it ever asks is how far the wall is from UTC at an instant; days and times are its own arithmetic, so
 * that nothing of {@code java.time} is needed to be right. Instants are minutes since 1970 in UTC, times on the wall
 * minutes since 1970 as if it were UTC.
 */
final class WalkedClock {

    static final int DAY = 24 * 60;

    private static final long MINUTE = 60_000;
    private static final int AROUND = 5 * DAY;

    /** 1 January 2024 and 2031, in minutes. */
    private static final long FIRST = 19_723L * DAY;

    private static final long LAST = 22_280L * DAY;

    private final long start;
    private final long lowest;
    private final long[] wall;
    private final long[] firstShown;

    private WalkedClock(TimeZone zone, long around) {
        start = around - AROUND;
        wall = new long[2 * AROUND];
        long[] bounds = {Long.MAX_VALUE, Long.MIN_VALUE};
        for (int i = 0; i < wall.length; i++) {
            wall[i] = start + i + zone.getOffset((start + i) * MINUTE) / MINUTE;
            bounds[0] = Math.min(bounds[0], wall[i]);
            bounds[1] = Math.max(bounds[1], wall[i]);
        }
        lowest = bounds[0];
        firstShown = new long[(int) (bounds[1] - bounds[0]) + 1];
        long shown = lowest - 1;
        for (int i = 0; i < wall.length; i++) {
            while (shown < wall[i]) {
                shown++;
                firstShown[(int) (shown - lowest)] = start + i;
            }
        }
    }

    /** One walk around each change of clocks of the zone from 2024 to 2030, or around one day where there is none. */
    static List<WalkedClock> aroundEveryChange(String id) {
        TimeZone zone = TimeZone.getTimeZone(ZoneId.of(id));
        List<WalkedClock> walks = new ArrayList<>();
        int offset = zone.getOffset(FIRST * MINUTE);
        for (long minute = FIRST; minute < LAST; minute += 60) {
            if (zone.getOffset((minute + 60) * MINUTE) != offset) {
                walks.add(new WalkedClock(zone, changeAfter(zone, minute, offset)));
                offset = zone.getOffset((minute + 60) * MINUTE);
            }
        }
        return walks.isEmpty() ? List.of(new WalkedClock(zone, FIRST + 800L * DAY)) : walks;
    }

    /** Looked for to the millisecond, and refused unless it is on a full minute: then walking by minutes is enough. */
    private static long changeAfter(TimeZone zone, long minute, int before) {
        long low = minute * MINUTE;
        long high = (minute + 60) * MINUTE;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (zone.getOffset(middle) == before) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (high % MINUTE != 0 || zone.getOffset(high) % MINUTE != 0) {
            throw new IllegalStateException(zone.getID() + " changes within a minute: " + high);
        }
        return high / MINUTE;
    }

    /** The change, or the middle of the walk where there is none. */
    long middle() {
        return start + AROUND;
    }

    /** The day, counted from 1970, that the wall shows at an instant. */
    long dayAt(long instant) {
        return Math.floorDiv(wall[(int) (instant - start)], (long) DAY);
    }

    /** The first instant at which the wall shows that time of the day or later. */
    long first(long day, int time) {
        return firstShown[(int) (day * DAY + time - lowest)];
    }

    /** The instant after the last one that still shows this day or an earlier one. */
    long endOf(long day) {
        int i = wall.length - 1;
        while (Math.floorDiv(wall[i], (long) DAY) > day) {
            i--;
        }
        return start + i + 1;
    }

    /** Whether an instant is between two times of the wall, the second of which belongs to the next day if earlier. */
    boolean isBetween(long instant, int from, int until) {
        long day = dayAt(instant);
        for (long begins = day - 1; begins <= day + 1; begins++) {
            if (instant >= first(begins, from) && instant < first(from > until ? begins + 1 : begins, until)) {
                return true;
            }
        }
        return false;
    }

    /** Walks on until so many minutes between two times of a day have passed. */
    long afterMinutes(long from, int minutes, int opens, int closes) {
        long instant = from;
        for (int left = minutes; left > 0; instant++) {
            if (isBetween(instant, opens, closes)) {
                left--;
            }
        }
        return instant;
    }

    @Override
    public String toString() {
        return "walk of "
                + Arrays.stream(new long[] {start, start + wall.length}).boxed().toList();
    }
}
