package io.followthrough.escalation.web;

import java.util.regex.Pattern;

/** A cell as people read and write it: a text without its quotation marks, anything else as it is. */
final class CellText {

    private static final Pattern ONE_TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    /** For a template. */
    public String of(String cell) {
        return shown(cell);
    }

    static String shown(String cell) {
        return isText(cell)
                ? cell.substring(1, cell.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : cell;
    }

    /**
     * What to write into a cell.
     *
     * @param like the cell as it was, or one of the same column: a text becomes a text again
     */
    static String written(String text, String like) {
        return isText(like) && !isText(text.strip()) && !isPriorities(text)
                ? "\"" + text.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : text.strip();
    }

    private static boolean isText(String cell) {
        return ONE_TEXT.matcher(cell).matches();
    }

    /** Of priorities there may be several, or all but some: they keep their marks. */
    private static boolean isPriorities(String text) {
        return text.isBlank() || text.contains("\"P");
    }
}
