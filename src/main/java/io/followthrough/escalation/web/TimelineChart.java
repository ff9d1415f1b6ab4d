package io.followthrough.escalation.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Counts over time, of up to three series beside each other. Places and sizes are parts of a hundred of the picture, so
 * that it can be drawn in any width without its words being stretched.
 *
 * @param spans days, weeks or months, in their order
 * @param ticks of the counts, from zero
 */
record TimelineChart(String unit, List<String> series, List<Span> spans, List<Tick> ticks) {

    private static final int MOST_DAYS = 35;
    private static final int MOST_WEEKS = 30;
    private static final int MOST_WORDS = 8;
    private static final int TICKS = 4;
    /** Of the width of a span is left between it and the next. */
    private static final double BETWEEN = 0.25;

    /** What is shown of a series. */
    record Series(String name, Map<LocalDate, Integer> perDay) {}

    /**
     * One day, week or month.
     *
     * @param label its first day, or its month; empty where there is no room for it
     * @param narrow whether there is room for its label in a narrow picture as well
     */
    record Span(LocalDate first, String name, String label, boolean narrow, double x, List<Bar> bars) {}

    record Bar(int count, double x, double width, double y, double height, String words) {}

    record Tick(int count, double y) {}

    /** @param last is shown as well */
    static TimelineChart of(LocalDate first, LocalDate last, List<Series> series) {
        Scale scale = Scale.of(first, last);
        List<LocalDate> starts = scale.starts(first, last);
        List<Map<LocalDate, Integer>> counts =
                series.stream().map(one -> scale.counted(one.perDay())).toList();
        int highest = counts.stream()
                .flatMap(one -> one.values().stream())
                .max(Integer::compare)
                .orElse(0);
        int step = step(highest);
        int top = Math.max(step, (highest + step - 1) / step * step);
        List<Span> spans = new ArrayList<>();
        double width = 100.0 / starts.size();
        int every = (starts.size() + MOST_WORDS - 1) / MOST_WORDS;
        for (int i = 0; i < starts.size(); i++) {
            LocalDate start = starts.get(i);
            double x = i * width;
            spans.add(new Span(
                    start,
                    scale.name(start),
                    i % every == 0 ? scale.label(start) : "",
                    i % (every * 2) == 0,
                    x,
                    bars(series, counts, start, scale.name(start), x, width, top)));
        }
        List<Tick> ticks = IntStream.rangeClosed(0, top / step)
                .mapToObj(i -> new Tick(i * step, 100 - i * step * 100.0 / top))
                .toList();
        return new TimelineChart(
                scale.name().toLowerCase(Locale.ROOT),
                series.stream().map(Series::name).toList(),
                spans,
                ticks);
    }

    private static List<Bar> bars(
            List<Series> series,
            List<Map<LocalDate, Integer>> counts,
            LocalDate start,
            String name,
            double x,
            double width,
            int top) {
        double each = width * (1 - BETWEEN) / series.size();
        return IntStream.range(0, series.size())
                .mapToObj(i -> {
                    int count = counts.get(i).getOrDefault(start, 0);
                    double height = count * 100.0 / top;
                    return new Bar(
                            count,
                            x + width * BETWEEN / 2 + i * each,
                            each,
                            100 - height,
                            height,
                            name + ": " + count + ", " + series.get(i).name());
                })
                .toList();
    }

    /** One, two or five times a power of ten. */
    private static int step(int highest) {
        for (int power = 1; ; power *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                if (highest <= factor * power * TICKS) {
                    return factor * power;
                }
            }
        }
    }

    /** How long a span is. */
    private enum Scale {
        DAY,
        WEEK,
        MONTH;

        static Scale of(LocalDate first, LocalDate last) {
            long days = ChronoUnit.DAYS.between(first, last) + 1;
            return days <= MOST_DAYS ? DAY : days <= MOST_WEEKS * 7 ? WEEK : MONTH;
        }

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        List<LocalDate> starts(LocalDate first, LocalDate last) {
            List<LocalDate> starts = new ArrayList<>();
            for (LocalDate start = start(first); !start.isAfter(last); start = next(start)) {
                starts.add(start);
            }
            return starts;
        }

        private LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }

        Map<LocalDate, Integer> counted(Map<LocalDate, Integer> perDay) {
            Map<LocalDate, Integer> counted = new TreeMap<>();
            perDay.forEach((day, count) -> counted.merge(start(day), count, Integer::sum));
            return counted;
        }

        String name(LocalDate start) {
            return switch (this) {
                case DAY -> start.toString();
                case WEEK -> "week of " + start;
                case MONTH -> start.toString().substring(0, "2026-01".length());
            };
        }

        /** Short enough to stand beside seven others. */
        String label(LocalDate start) {
            String month = start.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
            return this == MONTH ? month + " " + start.getYear() % 100 : start.getDayOfMonth() + " " + month;
        }
    }
}
