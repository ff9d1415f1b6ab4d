package io.followthrough.escalation.web;

import io.followthrough.escalation.DryRunReport.Day;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages by day, of two tables beside each other, in units of a picture.
 *
 * @param width of the picture; it is 100 high
 * @param highest number of messages on one day
 */
record DryRunChart(int width, int highest, List<Bar> bars) {

    private static final int STEP = 10;

    /** The two bars of a day; heights are 0 to 90. */
    record Bar(int x, Day day, double height, int before, double heightBefore) {}

    static DryRunChart of(List<Day> days, List<Day> before) {
        int highest = Math.max(1, Math.max(highest(days), highest(before)));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            bars.add(new Bar(
                    i * STEP,
                    days.get(i),
                    days.get(i).messages() * 90.0 / highest,
                    before.get(i).messages(),
                    before.get(i).messages() * 90.0 / highest));
        }
        return new DryRunChart(days.size() * STEP, highest, bars);
    }

    private static int highest(List<Day> days) {
        return days.stream().mapToInt(Day::messages).max().orElse(0);
    }
}
