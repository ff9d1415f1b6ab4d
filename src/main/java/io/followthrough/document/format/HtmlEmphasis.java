package io.followthrough.document.format;

import io.followthrough.document.format.StyleSheet.Style;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whether the words at the place one has come to are bold or struck through, by the elements around them. */
final class HtmlEmphasis {

    private final Deque<Boolean> bold = new ArrayDeque<>();
    private final Deque<Boolean> struck = new ArrayDeque<>();

    void open(String name, Style style) {
        boolean bolder =
                isBold() || name.equals("b") || name.equals("strong") || name.equals("dt") || name.equals("th");
        boolean strike = isStruck() || name.equals("s") || name.equals("del") || name.equals("strike");
        bold.addLast(style.bold() != null ? style.bold() : bolder);
        struck.addLast(style.struck() != null ? style.struck() : strike);
    }

    /** Ends what was opened last. */
    void close() {
        bold.pollLast();
        struck.pollLast();
    }

    boolean isBold() {
        return !bold.isEmpty() && bold.getLast();
    }

    boolean isStruck() {
        return !struck.isEmpty() && struck.getLast();
    }
}
