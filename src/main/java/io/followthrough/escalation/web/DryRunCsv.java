package io.followthrough.escalation.web;

import io.followthrough.escalation.DryRunReport.Sent;
import io.followthrough.escalation.Told;
import io.followthrough.escalation.web.DryRunView.Column;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dry run as comma-separated values (RFC 4180) in which no cell is a formula to a spreadsheet: one line a message, and
 * in the last cell by which table.
 */
final class DryRunCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r\0";

    private DryRunCsv() {}

    static String of(List<Column> columns) {
        StringBuilder csv =
                new StringBuilder(line("at", "item", "title", "priority", "rung", "row", "person", "as", "by"));
        for (Column column : columns) {
            for (Sent sent : column.report().sent()) {
                sent.told().forEach(told -> csv.append(message(column.name(), sent, told)));
            }
        }
        return csv.toString();
    }

    private static String message(String by, Sent sent, Told told) {
        return line(
                sent.at().toString(),
                sent.item(),
                sent.title(),
                sent.priority(),
                sent.rung(),
                sent.row(),
                told.person(),
                told.audience().word(),
                by);
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(DryRunCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
