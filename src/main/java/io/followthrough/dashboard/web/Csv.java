package io.followthrough.dashboard.web;

import io.followthrough.dashboard.ItemRow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Action items as comma-separated values (RFC 4180) in which no cell is a formula to a spreadsheet. */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r\0";

    private Csv() {}

    static String of(List<ItemRow> items) {
        StringBuilder csv = new StringBuilder(
                line("id", "postmortem", "title", "owner", "priority", "kind", "due", "status", "overdue", "ticket"));
        for (ItemRow item : items) {
            csv.append(line(
                    item.id(),
                    item.postmortem(),
                    item.title(),
                    item.owner(),
                    item.priority(),
                    item.kind(),
                    item.due(),
                    item.status(),
                    item.overdue(),
                    item.ticket() == null
                            ? ""
                            : Objects.requireNonNullElse(item.ticket().key(), "")));
        }
        return csv.toString();
    }

    private static String line(Object... cells) {
        return Stream.of(cells).map(cell -> cell(cell.toString())).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
