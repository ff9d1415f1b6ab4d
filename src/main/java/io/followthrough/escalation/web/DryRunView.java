package io.followthrough.escalation.web;

import io.followthrough.escalation.Audience;
import io.followthrough.escalation.DryRunReport;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a dry run found, beside what it is compared with.
 *
 * @param columns the table that is tried, then the others
 * @param chart their messages over time
 */
record DryRunView(List<Column> columns, TimelineChart chart) {

    /** A table, or what was really sent. */
    record Column(String name, DryRunReport report) {}

    /** A figure of each column. */
    record Line(String name, List<Long> figures) {}

    /** @param last is shown as well */
    static DryRunView of(LocalDate first, LocalDate last, ZoneId zone, List<Column> columns) {
        return new DryRunView(
                columns,
                TimelineChart.of(
                        first,
                        last,
                        columns.stream()
                                .map(column -> new TimelineChart.Series(
                                        column.name(), column.report().perDay(zone)))
                                .toList()));
    }

    public DryRunReport report() {
        return columns.get(0).report();
    }

    /** The figures in which tables are compared. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("messages", DryRunReport::messages));
        lines.add(line("rungs", report -> report.sent().size()));
        lines.add(line("items that reach a manager", report -> report.itemsReaching(Audience.MANAGER)));
        lines.add(line("items that reach a director", report -> report.itemsReaching(Audience.DIRECTOR)));
        lines.add(line("items on which a decision is wanted", DryRunReport::decisions));
        Arrays.stream(Audience.values())
                .map(Audience::word)
                .forEach(role -> lines.add(
                        line("messages to " + role, report -> report.perRole().getOrDefault(role, 0L))));
        return lines;
    }

    private Line line(String name, ToLongFunction<DryRunReport> figure) {
        return new Line(
                name,
                columns.stream()
                        .map(column -> figure.applyAsLong(column.report()))
                        .toList());
    }
}
