package io.followthrough.document.format;

import io.followthrough.document.format.StyleSheet.Style;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A list that is being read: how deep it is, how it counts, and its current item. */
final class HtmlList {

    private static final String GOOGLE = "lst-kix_";

    private final boolean ordered;
    private final boolean boxes;
    private final int depth;
    private final boolean depthIsSaid;
    private int number;
    private int itemDepth;
    private boolean inItem;
    private boolean started;
    private @Nullable Boolean checked;
    private boolean anyStruck;
    private boolean anyPlain;

    private HtmlList(boolean ordered, boolean boxes, int depth, boolean depthIsSaid, int number) {
        this.ordered = ordered;
        this.boxes = boxes;
        this.depth = depth;
        this.depthIsSaid = depthIsSaid;
        this.number = number;
    }

    static HtmlList of(Element element, @Nullable HtmlList outer, StyleSheet styles) {
        int depth = outer == null ? 0 : outer.itemDepth + 1;
        boolean said = false;
        boolean boxes = false;
        for (String name : element.classNames()) {
            int dash = name.lastIndexOf('-');
            if (name.startsWith(GOOGLE) && dash > GOOGLE.length() && dash == name.length() - 2) {
                depth = Math.max(0, name.charAt(dash + 1) - '0');
                said = true;
                boxes = isBox(styles.drawnBefore(name));
            }
        }
        int start = number(element.attr("start"));
        return new HtmlList(element.normalName().equals("ol"), boxes, depth, said, start);
    }

    private static boolean isBox(@Nullable String content) {
        if (content == null) {
            return false;
        }
        String drawn = content.toLowerCase(java.util.Locale.ROOT);
        return drawn.contains("☐") || drawn.contains("□") || drawn.contains("2610") || drawn.contains("25a1");
    }

    private static int number(String start) {
        try {
            return Math.max(1, Math.min(900, Integer.parseInt(start.strip())));
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    void startItem(Element item, Style style) {
        inItem = true;
        started = false;
        anyStruck = false;
        anyPlain = false;
        itemDepth = depthIsSaid ? depth : Math.max(depth, StyleSheet.level(style));
        checked = null;
        boolean tasks = item.parent() != null && item.parent().hasClass("inline-task-list");
        if (tasks || item.hasAttr("data-inline-task-id")) {
            checked = item.hasClass("checked");
        } else if (item.hasAttr("aria-checked")) {
            checked = item.attr("aria-checked").equals("true");
        } else if (boxes) {
            checked = false;
        }
    }

    /** Takes note of words of the item, struck out or not: a done item of a list of checkboxes is struck out. */
    void words(boolean struck) {
        anyStruck |= struck;
        anyPlain |= !struck;
    }

    /** Makes the item one with a checkbox; false when its words have begun. */
    boolean check(boolean done) {
        if (!inItem || started) {
            return false;
        }
        checked = done;
        return true;
    }

    void endItem() {
        inItem = false;
    }

    boolean inItem() {
        return inItem;
    }

    void write(String text, MarkdownWriter out) {
        if (started) {
            out.itemMore(text);
            return;
        }
        started = true;
        String marker = ordered ? number++ + "." : "-";
        out.item(itemDepth, marker + box(), text);
    }

    private String box() {
        if (checked == null) {
            return "";
        }
        return checked || boxes && anyStruck && !anyPlain ? " [x]" : " [ ]";
    }

    /** The text of an item that stands in a cell. */
    String bareItem(String text) {
        String box = started ? "" : box().strip();
        started = true;
        return box.isEmpty() ? text : box + " " + text;
    }
}
