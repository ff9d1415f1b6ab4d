package io.followthrough.document.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rewrites the block tags of HTML that people paste or export into the line layouts the scanner knows: headings become
 * {@code #} lines, list items {@code -} lines, {@code <br>} a line end. Inline tags are left to {@link InlineText}.
 */
final class HtmlLines {

    private static final int LONGEST_TAG = 2_000;

    private HtmlLines() {}

    static List<Line> flatten(List<Line> lines) {
        List<Line> flat = new ArrayList<>(lines.size());
        boolean comment = false;
        for (Line line : lines) {
            String text = line.text();
            if (!comment && text.indexOf('<') < 0) {
                flat.add(line);
                continue;
            }
            if (comment || text.contains("<!--")) {
                StringBuilder kept = new StringBuilder();
                comment = withoutComments(text, comment, kept);
                text = kept.toString().stripTrailing();
                if (text.isBlank() && !line.isBlank()) {
                    continue;
                }
            }
            if (text.indexOf('<') < 0) {
                flat.add(text.equals(line.text()) ? line : new Line(line.number(), text));
            } else {
                split(new Line(line.number(), text), flat);
            }
        }
        return flat;
    }

    private static boolean withoutComments(String text, boolean inside, StringBuilder kept) {
        int at = 0;
        boolean comment = inside;
        while (at < text.length()) {
            int next = text.indexOf(comment ? "-->" : "<!--", at);
            if (next < 0) {
                if (!comment) {
                    kept.append(text, at, text.length());
                }
                return comment;
            }
            if (!comment) {
                kept.append(text, at, next);
            }
            at = next + (comment ? 3 : 4);
            comment = !comment;
        }
        return comment;
    }

    private static void split(Line line, List<Line> flat) {
        String text = line.text();
        StringBuilder current = new StringBuilder();
        boolean any = false;
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '<' ? tagEnd(text, at) : -1;
            if (end < 0) {
                current.append(text.charAt(at++));
                continue;
            }
            String tag = name(text, at);
            String prefix = prefix(tag);
            if (prefix == null) {
                current.append(text, at, end);
            } else {
                if (!current.toString().isBlank()) {
                    flat.add(new Line(line.number(), current.toString().stripTrailing()));
                    any = true;
                }
                current.setLength(0);
                current.append(prefix);
            }
            at = end;
        }
        if (!current.toString().isBlank()) {
            flat.add(new Line(line.number(), current.toString().stripTrailing()));
        } else if (!any) {
            flat.add(new Line(line.number(), ""));
        }
    }

    private static int tagEnd(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_TAG);
        for (int i = start + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    private static String name(String text, int start) {
        int i = start + 1;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '/')) {
            i++;
        }
        return text.substring(start + 1, i).toLowerCase(Locale.ROOT);
    }

    /** What a block tag stands for at the start of a line, or null for inline tags. */
    private static @org.jspecify.annotations.Nullable String prefix(String tag) {
        return switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> "#".repeat(tag.charAt(1) - '0') + " ";
            case "li" -> "- ";
            case "br",
                    "br/",
                    "p",
                    "/p",
                    "div",
                    "/div",
                    "/h1",
                    "/h2",
                    "/h3",
                    "/h4",
                    "/h5",
                    "/h6",
                    "/li",
                    "ul",
                    "/ul",
                    "ol",
                    "/ol",
                    "hr",
                    "table",
                    "/table",
                    "tbody",
                    "/tbody",
                    "thead",
                    "/thead",
                    "/tr",
                    "details",
                    "/details",
                    "summary",
                    "/summary",
                    "center",
                    "/center",
                    "section",
                    "/section",
                    "html",
                    "/html",
                    "body",
                    "/body",
                    "article",
                    "/article" -> "";
            case "tr" -> "|";
            case "/td", "/th" -> "|";
            case "td", "th" -> null;
            default -> null;
        };
    }
}
