package io.followthrough.document.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The few things a style sheet says that mean something: bold, struck out, hidden, indented, a drawn checkbox. */
final class StyleSheet {

    private static final int POINTS_PER_LEVEL = 36;

    private final Map<String, Style> byClass = new HashMap<>();

    /**
     * What is said; null where nothing is.
     *
     * @param content what is drawn before an item
     * @param indent left margin in points
     */
    record Style(
            @Nullable Boolean bold,
            @Nullable Boolean struck,
            boolean hidden,
            @Nullable String content,
            int indent) {

        static final Style NOTHING = new Style(null, null, false, null, 0);

        Style and(Style later) {
            return new Style(
                    later.bold == null ? bold : later.bold,
                    later.struck == null ? struck : later.struck,
                    hidden || later.hidden,
                    later.content == null ? content : later.content,
                    later.indent == 0 ? indent : later.indent);
        }
    }

    /** Takes in the rules of one sheet that are about a class. */
    void read(String css) {
        int at = 0;
        while (at < css.length()) {
            int open = css.indexOf('{', at);
            int close = open < 0 ? -1 : css.indexOf('}', open);
            if (close < 0) {
                return;
            }
            String selectors = css.substring(Math.max(at, css.lastIndexOf(';', open) + 1), open);
            Style style = declarations(css.substring(open + 1, close));
            if (!style.equals(Style.NOTHING)) {
                for (String selector : selectors.split(",")) {
                    take(selector.strip(), style);
                }
            }
            at = close + 1;
        }
    }

    private void take(String selector, Style style) {
        int dot = selector.indexOf('.');
        if (dot < 0) {
            return;
        }
        int end = dot + 1;
        while (end < selector.length() && isName(selector.charAt(end))) {
            end++;
        }
        String rest = selector.substring(end).replace(" ", "");
        boolean drawn = rest.equals(">li:before") || rest.equals(">li::before");
        if (rest.isEmpty() && style.content() == null || drawn && style.content() != null) {
            byClass.merge(selector.substring(dot + 1, end), style, Style::and);
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /** What class and style of the element say together; the element's own style has the last word. */
    Style of(Element element) {
        Style style = Style.NOTHING;
        String classes = element.className();
        if (!classes.isEmpty() && !byClass.isEmpty()) {
            for (String name : classes.split("\\s+")) {
                style = style.and(byClass.getOrDefault(name, Style.NOTHING));
            }
        }
        String own = element.attr("style");
        return own.isEmpty() ? style : style.and(declarations(own));
    }

    /** What is drawn before the items of a list with this class, or null. */
    @Nullable
    String drawnBefore(String className) {
        return byClass.getOrDefault(className, Style.NOTHING).content();
    }

    /** Nesting by indentation: half an inch is one level, and the first level has one. */
    static int level(Style style) {
        return Math.max(0, style.indent() / POINTS_PER_LEVEL - 1);
    }

    private static Style declarations(String css) {
        Style style = Style.NOTHING;
        for (String declaration : css.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                style = style.and(declaration(
                        declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        declaration.substring(colon + 1).strip()));
            }
        }
        return style;
    }

    private static Style declaration(String property, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (property) {
            case "font-weight" -> new Style(isBold(lower), null, false, null, 0);
            case "text-decoration", "text-decoration-line" ->
                new Style(null, lower.contains("line-through"), false, null, 0);
            case "display" -> new Style(null, null, lower.startsWith("none"), null, 0);
            case "content" -> new Style(null, null, false, value, 0);
            case "margin-left" -> new Style(null, null, false, null, points(lower));
            default -> Style.NOTHING;
        };
    }

    private static boolean isBold(String weight) {
        return weight.startsWith("bold") || weight.length() == 3 && weight.compareTo("600") >= 0;
    }

    private static int points(String length) {
        int end = 0;
        while (end < length.length() && Character.isDigit(length.charAt(end)) && end < 5) {
            end++;
        }
        return end > 0 && length.endsWith("pt") ? Integer.parseInt(length.substring(0, end)) : 0;
    }
}
