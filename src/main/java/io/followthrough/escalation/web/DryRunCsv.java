package io.followthrough.escalation.web;

import io.followthrough.escalation.DryRunReport;
import io.followthrough.escalation.DryRunReport.Sent;
import io.followthrough.escalation.Told;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dry run as comma-separated values (RFC 4180) in which no cell is a formula to a spreadsheet: one line a message. */
final class DryRunCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r\0";

    private DryRunCsv() {}

    static String of(DryRunReport report) {
        StringBuilder csv = new StringBuilder(line("at", "item", "title", "priority", "rung", "row", "person", "as"));
        for (Sent sent : report.sent()) {
            for (Told told : sent.told()) {
                csv.append(line(
                        sent.at().toString(),
                        sent.item(),
                        sent.title(),
                        sent.priority(),
                        sent.rung(),
                        sent.row(),
                        told.person(),
                        told.audience().word()));
            }
        }
        return csv.toString();
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(DryRunCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
