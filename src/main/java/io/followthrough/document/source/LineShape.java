package io.followthrough.document.source;

import java.util.ArrayList;
import java.util.List;

/** Tells by its shape what one line without its indentation is. */
final class LineShape {

    private static final int MAX_CELLS = 50;
    private static final int FEW_CELLS = 4;
    private static final int SHORTEST_STATUS = "HTTP/2 500".length() - 1;

    private LineShape() {}

    static boolean isRule(String text) {
        char mark = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                continue;
            }
            if (marks == 0 && "-=_*".indexOf(c) >= 0) {
                mark = c;
            }
            if (c != mark) {
                return false;
            }
            marks++;
        }
        return marks >= 3;
    }

    static int headingLevel(String text) {
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        if (level == 0 || level > 6 || level == text.length()) {
            return 0;
        }
        char next = text.charAt(level);
        // One mark before a number is the number of a ticket.
        boolean number = level > 1 && Character.isDigit(next);
        return next == ' ' || next == '*' || number || Character.isLetter(next) ? level : 0;
    }

    static String headingText(String text) {
        String title = text.substring(headingLevel(text)).strip();
        int end = title.length();
        while (end > 0 && title.charAt(end - 1) == '#') {
            end--;
        }
        return title.substring(0, end).strip();
    }

    /** Whether the colon at that place stands between the hours and the minutes of a clock. */
    static boolean isInClock(String text, int colon) {
        return colon > 0
                && colon + 2 < text.length()
                && Character.isDigit(text.charAt(colon - 1))
                && Character.isDigit(text.charAt(colon + 1))
                && Character.isDigit(text.charAt(colon + 2));
    }

    /** {@code HTTP/1.1 500 Internal Server Error}. */
    static boolean isStatusOfAnswer(String line) {
        return line.startsWith("HTTP/") && line.length() > SHORTEST_STATUS && Character.isDigit(line.charAt(5));
    }

    /** {@code Content-Type: text/html}. */
    static boolean isFieldOfAnswer(String line) {
        int colon = line.indexOf(": ");
        for (int i = 0; i < colon; i++) {
            if (!Character.isLetter(line.charAt(i)) && line.charAt(i) != '-') {
                return false;
            }
        }
        return colon > 0;
    }

    static boolean isTableRow(String text, String before, String after) {
        if (text.indexOf('|') < 0) {
            return false;
        }
        return text.charAt(0) == '|'
                || isTableSeparator(text)
                || isTableSeparator(after.strip())
                || isTableSeparator(before.strip());
    }

    static boolean isTableSeparator(String text) {
        if (text.indexOf('|') < 0 || text.indexOf('-') < 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("|-: ".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    static List<String> cells(String row) {
        List<String> cells = new ArrayList<>(FEW_CELLS);
        int start = row.startsWith("|") ? 1 : 0;
        boolean code = false;
        for (int i = start; i < row.length(); i++) {
            char c = row.charAt(i);
            if (isEscapedBar(row, i)) {
                i++;
            } else if (c == '|' && !code && cells.size() < MAX_CELLS) {
                cells.add(cell(row, start, i));
                start = i + 1;
            } else {
                code = (c == '`') != code;
            }
        }
        String last = cell(row, start, row.length());
        if (!last.isEmpty()) {
            cells.add(last);
        }
        return cells;
    }

    private static boolean isEscapedBar(String row, int at) {
        return row.charAt(at) == '\\' && at + 1 < row.length() && row.charAt(at + 1) == '|';
    }

    private static String cell(String row, int start, int end) {
        int from = start;
        while (from < end && row.charAt(from) == ' ') {
            from++;
        }
        int to = end;
        while (to > from && row.charAt(to - 1) == ' ') {
            to--;
        }
        String cell = row.substring(from, to).strip();
        return cell.indexOf('\\') < 0 ? cell : cell.replace("\\|", "|");
    }
}
