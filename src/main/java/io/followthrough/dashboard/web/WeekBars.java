package io.followthrough.dashboard.web;

import io.followthrough.dashboard.Week;
import java.util.List;

/**
 * Weeks as bars that share one scale.
 *
 * @param most the highest bar, at least 1
 */
record WeekBars(List<Week> weeks, int most) {

    static WeekBars of(List<Week> weeks) {
        int most = weeks.stream()
                .mapToInt(week -> Math.max(week.opened(), week.settled()))
                .max()
                .orElse(0);
        return new WeekBars(weeks, Math.max(1, most));
    }

    public int opened() {
        return weeks.stream().mapToInt(Week::opened).sum();
    }

    public int settled() {
        return weeks.stream().mapToInt(Week::settled).sum();
    }

    /** The height of a bar in percent. */
    public int height(int count) {
        return count * 100 / most;
    }
}
