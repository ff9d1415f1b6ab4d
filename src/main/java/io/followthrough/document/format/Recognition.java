package io.followthrough.document.format;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by its text what a text file is; name and media type only where the text leaves it open. */
final class Recognition {

    private static final int SAMPLE = 20_000;
    private static final int MOST_HEADERS = 200;

    private static final Set<String> PAGE_STARTS =
            Set.of("html", "!doctype", "head", "body", "meta", "?xml", "google-sheets-html-origin");

    private static final Set<String> BLOCK_STARTS = Set.of(
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "ul",
            "ol",
            "section",
            "article",
            "main",
            "b",
            "span",
            "ac:structured-macro",
            "ac:layout",
            "ac:task-list");

    private static final Set<String> ONLY_IN_MAIL = Set.of(
            "mime-version",
            "message-id",
            "received",
            "return-path",
            "delivered-to",
            "content-transfer-encoding",
            "dkim-signature");

    private Recognition() {}

    /** Whether the text starts with the headers of an e-mail, as sent or as copied. */
    static boolean isMail(String text) {
        boolean only = false;
        boolean from = false;
        boolean subject = false;
        int start = 0;
        for (int i = 0; i < MOST_HEADERS && start < text.length(); i++) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : Math.min(end, start + 2_000))
                    .stripTrailing();
            start = end < 0 ? text.length() : end + 1;
            if (i == 0 && line.startsWith("From ") && line.indexOf('@') > 0 || i == 0 && line.isEmpty()) {
                continue;
            }
            boolean folded = i > 0 && (line.startsWith(" ") || line.startsWith("\t"));
            int colon = line.indexOf(':');
            if (line.isEmpty() || !folded && !isHeaderName(line, colon)) {
                return line.isEmpty() && (only && (from || subject) || from && subject);
            }
            if (!folded) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                only |= ONLY_IN_MAIL.contains(name);
                from |= name.equals("from") && line.indexOf('@') > 0;
                subject |= name.equals("subject");
            }
        }
        return false;
    }

    private static boolean isHeaderName(String line, int colon) {
        if (colon < 1) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = line.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is a web page or a part of one, and no Markdown with some HTML in it. */
    static boolean isHtml(String text, @Nullable String extension, @Nullable String mediaType) {
        String tag = firstTag(text);
        if (PAGE_STARTS.contains(tag)) {
            return true;
        }
        boolean markdown = "md".equals(extension) || "markdown".equals(extension);
        boolean said = "html".equals(extension)
                || "htm".equals(extension)
                || "xhtml".equals(extension)
                || extension == null && mediaType != null && mediaType.contains("html");
        if (said) {
            return hasTags(text);
        }
        return !markdown && BLOCK_STARTS.contains(tag) && isAllTags(text);
    }

    private static boolean hasTags(String text) {
        for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
            if (Character.isLetter(text.charAt(i + 1)) && text.indexOf('>', i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Name of the tag the text starts with, after comments; empty when it starts with words. */
    private static String firstTag(String text) {
        int at = 0;
        int limit = Math.min(text.length(), SAMPLE);
        while (at < limit) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at);
                at = end < 0 ? limit : end + 3;
            } else if (c == '<') {
                int end = at + 1;
                while (end < limit && " \t\r\n>/".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                return text.substring(at + 1, end).toLowerCase(Locale.ROOT);
            } else {
                return "";
            }
        }
        return "";
    }

    /** Whether the text closes what it opens and no line of it looks like Markdown. */
    private static boolean isAllTags(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        int lines = 0;
        int withoutTag = 0;
        for (String line : sample.split("\n")) {
            String words = line.strip();
            if (words.startsWith("# ")
                    || words.startsWith("## ")
                    || words.startsWith("- ")
                    || words.startsWith("```")) {
                return false;
            }
            lines += words.isEmpty() ? 0 : 1;
            withoutTag += !words.isEmpty() && words.indexOf('<') < 0 ? 1 : 0;
        }
        return sample.contains("</") && withoutTag * 5 <= lines;
    }

    /** Whether the text has any of the marks that are Markdown's own. */
    static boolean isMarkdown(String text, @Nullable String extension, @Nullable String mediaType) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        for (String line : sample.split("\n")) {
            String words = line.strip();
            if (isHeading(words)
                    || words.startsWith("```")
                    || words.startsWith("- [")
                    || words.startsWith("* [")
                    || words.startsWith("|")
                    || words.contains("](")
                    || words.indexOf("**") >= 0 && words.indexOf("**") + 2 < words.lastIndexOf("**")) {
                return true;
            }
        }
        if (extension != null) {
            return extension.equals("md") || extension.equals("markdown");
        }
        return mediaType != null && mediaType.contains("markdown");
    }

    private static boolean isHeading(String words) {
        int level = 0;
        while (level < words.length() && words.charAt(level) == '#') {
            level++;
        }
        return level > 0 && level <= 6 && level < words.length() && words.charAt(level) == ' ';
    }
}
