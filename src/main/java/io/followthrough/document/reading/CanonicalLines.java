package io.followthrough.document.reading;

import io.followthrough.document.CanonicalMarkdown;
import io.followthrough.document.source.MarkdownText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sections, lists and texts of a document in canonical form. Every method throws an
 * {@link IllegalArgumentException} where a line does not have the form; sections it does not know do no harm.
 */
final class CanonicalLines {

    private static final String SECTION = "## ";
    private static final String BLOCK_MARKS = "-+*>#|`~=";

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Range> sections = new HashMap<>();

    CanonicalLines(String text) {
        int start = 0;
        while (start <= text.length()) {
            int end = lineEnd(text, start);
            lines.add(withoutComment(text.substring(start, end).stripTrailing()));
            boolean crlf = text.startsWith("\r\n", end);
            start = end + (crlf ? 2 : 1);
        }
        String name = null;
        int from = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).startsWith(SECTION)) {
                if (name != null && sections.put(name, new Range(from, i)) != null) {
                    throw new IllegalArgumentException("There are two sections " + name);
                }
                name = i == lines.size() ? null : lines.get(i).substring(SECTION.length());
                from = i + 1;
            }
        }
    }

    /** Lines by index: the first, and the one after the last. */
    private record Range(int from, int to) {}

    /** A named value. */
    record Field(String name, String value, int line, int column) {}

    /**
     * An item of a list.
     *
     * @param lead its emphasised opening as Markdown, or null when it says that there is none
     * @param afterLead where its text starts on the line
     */
    record Item(
            boolean checked,
            @Nullable String lead,
            String text,
            List<Field> fields,
            int line,
            int column,
            int afterLead) {

        @Nullable
        String field(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .findFirst()
                    .orElse(null);
        }
    }

    static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static String withoutComment(String line) {
        String words = line.strip();
        return words.startsWith("<!--") && words.endsWith("-->") ? "" : line;
    }

    /** The first line that is not empty. */
    String title() {
        return lines.stream().filter(line -> !line.isEmpty()).findFirst().orElse("");
    }

    /** The words of a section, or null when there is no such section. */
    @Nullable
    String text(String section) {
        Range range = sections.get(section);
        if (range == null) {
            return null;
        }
        Words words = new Words();
        for (int i = range.from; i < range.to; i++) {
            words.add(lines.get(i));
        }
        return words.toString();
    }

    /** The named values a section lists. */
    List<Field> fields(String section) {
        List<Field> fields = new ArrayList<>();
        Range range = sections.getOrDefault(section, new Range(0, 0));
        for (int i = range.from; i < range.to; i++) {
            if (!lines.get(i).isEmpty()) {
                fields.add(field(i));
            }
        }
        return fields;
    }

    private Field field(int index) {
        String line = lines.get(index);
        int name = line.indexOf("- ") + 2;
        int colon = line.indexOf(':');
        if (!line.strip().startsWith("- ") || colon < name) {
            throw new IllegalArgumentException("No named value: " + line);
        }
        String value = line.substring(colon + 1);
        int column = colon + 2 + value.length() - value.stripLeading().length();
        return new Field(line.substring(name, colon), value.strip(), index + 1, column);
    }

    /** The items a section lists. */
    List<Item> items(String section) {
        List<Item> items = new ArrayList<>();
        Range range = sections.getOrDefault(section, new Range(0, 0));
        int i = range.from;
        while (i < range.to) {
            int end = i + 1;
            while (end < range.to && (lines.get(end).isEmpty() || lines.get(end).startsWith(" "))) {
                end++;
            }
            if (!lines.get(i).isEmpty()) {
                items.add(item(i, end));
            }
            i = end;
        }
        return items;
    }

    private Item item(int first, int end) {
        String line = lines.get(first);
        boolean box = line.startsWith("- [ ] ") || line.startsWith("- [x] ");
        int at = box ? "- [ ] ".length() : "- ".length();
        if (!line.startsWith("- ")) {
            throw new IllegalArgumentException("No item: " + line);
        }
        String lead = null;
        int column = at + 1;
        if (line.startsWith("**", at)) {
            int close = closing(line, at + 2);
            lead = line.substring(at + 2, close);
            column = at + 3;
            at = close + 2;
        } else if (line.startsWith(CanonicalMarkdown.NO_TIME, at)) {
            at += CanonicalMarkdown.NO_TIME.length();
        } else if (line.startsWith(CanonicalMarkdown.NO_TITLE, at)) {
            at += CanonicalMarkdown.NO_TITLE.length();
        } else {
            throw new IllegalArgumentException("No item with a title or time: " + line);
        }
        Words words = new Words();
        words.add(line.substring(at));
        List<Field> fields = new ArrayList<>();
        for (int i = first + 1; i < end; i++) {
            if (lines.get(i).strip().startsWith("- ")) {
                fields.add(field(i));
            } else {
                words.add(lines.get(i));
            }
        }
        return new Item(line.startsWith("- [x] "), lead, words.toString(), fields, first + 1, column, at + 2);
    }

    private static int closing(String line, int from) {
        for (int i = from; i + 1 < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.startsWith("**", i)) {
                return i;
            }
        }
        throw new IllegalArgumentException("An emphasis is never closed: " + line);
    }

    /** Joins lines: an empty one, or a backslash at the end, parts lines; anything else is a wrapped line. */
    private static final class Words {

        private final StringBuilder joined = new StringBuilder();
        private String joint = "";

        void add(String line) {
            String content = line.strip();
            if (content.isEmpty()) {
                joint = joined.isEmpty() ? "" : "\n";
                return;
            }
            boolean parts = endsWithBackslash(content);
            String words = parts ? content.substring(0, content.length() - 1) : content;
            if (!words.isEmpty() && BLOCK_MARKS.indexOf(words.charAt(0)) >= 0) {
                throw new IllegalArgumentException("No words: " + line);
            }
            joined.append(joint).append(MarkdownText.unescape(words));
            joint = parts ? "\n" : " ";
        }

        /** An even number of backslashes are words. */
        private static boolean endsWithBackslash(String content) {
            int end = content.length();
            while (end > 0 && content.charAt(end - 1) == '\\') {
                end--;
            }
            return (content.length() - end) % 2 == 1;
        }

        @Override
        public String toString() {
            return joined.toString();
        }
    }
}
