package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the postmortem is called, without the words every postmortem is called by. */
final class TitleReader {

    private static final Phrases REPORT = Phrases.of("postmortem", "post-mortem", "report");

    /** What the task says to whoever is to write the report, left above it. */
    private static final Phrases INSTRUCTIONS = Phrases.of(
            "write ",
            "how to write",
            "using one of",
            "using the ",
            "instruction",
            "your task",
            "please ",
            "in this project",
            "in this task",
            "sure, here",
            "certainly",
            "of course, here",
            "project instructions",
            "task instructions");

    private static final Phrases ASKING = Phrases.of("write a postmortem", "write a post-mortem");

    private static final int LONGEST_LINE = 140;
    private static final int LONGEST_BYLINE = 6;
    private static final int MOST_LABEL_WORDS = 3;
    private static final int FARTHEST_BLOCK = 12;
    private static final Set<String> PREFIXES = Set.of(
            "postmortem",
            "post mortem",
            "postmortem report",
            "post mortem report",
            "incident report",
            "incident postmortem",
            "incident post mortem",
            "stmortem",
            "outage postmortem",
            "title",
            "post incident review",
            "incident review");
    private static final Set<String> NOTHING = Set.of(
            "my",
            "first",
            "a",
            "the",
            "postmortem",
            "postmortems",
            "post",
            "mortem",
            "report",
            "reports",
            "incident",
            "incidents",
            "description",
            "review",
            "writing",
            "example",
            "project",
            "devops",
            "sysadmin",
            "alx",
            "s",
            "document",
            "outage",
            "introduction",
            "background",
            "overview",
            "basic",
            "general",
            "information",
            "details",
            "process",
            "web",
            "stack",
            "debugging");
    /** Lines above the report that say something about it, but not its name. */
    private static final Set<String> ABOUT = Set.of(
            "author", "authors", "status", "source", "date", "due date", "written by", "posted on", "created by");
    /** What an author who writes no more than this has at least called the text. */
    private static final Set<String> BARE = Set.of("post", "mortem", "postmortem", "postmortems", "reports");

    private TitleReader() {}

    /** Whether it is a name that every other report could bear as well, such as "Outage report". */
    static boolean namesNoIncident(String title) {
        return named(title) == null && !BARE.containsAll(Words.of(title));
    }

    static @Nullable String read(List<Block> blocks) {
        String title = labelled(blocks);
        if (title == null) {
            title = heading(blocks);
        }
        if (title == null) {
            title = firstLine(blocks);
        }
        return title == null ? plain(blocks) : title;
    }

    /** Nothing better than "Postmortem", which is at least what its author called it. */
    private static @Nullable String plain(List<Block> blocks) {
        for (Block block : blocks.subList(0, Math.min(blocks.size(), FARTHEST_BLOCK))) {
            boolean line = block.is(Kind.HEADING) || block.is(Kind.TEXT);
            if (line
                    && Words.startsWithAny(
                            block.text(),
                            "postmortem",
                            "post-mortem",
                            "my first postmortem",
                            "incident report",
                            "incident postmortem",
                            "outage report",
                            "outage postmortem")
                    && Words.of(block.text()).size() <= 4) {
                return block.text();
            }
        }
        return null;
    }

    private static @Nullable String labelled(List<Block> blocks) {
        for (Block block : blocks.subList(0, Math.min(blocks.size(), FARTHEST_BLOCK))) {
            if (block.is(Kind.FRONT_MATTER) && block.text().startsWith("title")) {
                int at = Math.max(block.text().indexOf(':'), block.text().indexOf('='));
                return at < 0
                        ? null
                        : named(block.text().substring(at + 1).replace("\"", "").strip());
            }
            if (Words.startsWithAny(block.text(), "title:") && !block.is(Kind.CODE)) {
                return named(block.text().substring("title:".length()).strip());
            }
        }
        return null;
    }

    private static @Nullable String heading(List<Block> blocks) {
        boolean called = false;
        boolean begun = false;
        for (Block block : blocks) {
            begun |= called && block.is(Kind.TEXT) && looksLikeSentence(block.text());
            if (!block.is(Kind.HEADING) || block.text().contains("://") || isInstruction(block)) {
                continue;
            }
            if (isSection(block.text())) {
                return null;
            }
            called = true;
            if (begun && !REPORT.in(block.text())) {
                continue;
            }
            String title = named(block.text());
            if (title != null) {
                return title;
            }
        }
        return null;
    }

    private static @Nullable String firstLine(List<Block> blocks) {
        boolean instructing = false;
        for (Block block : blocks.subList(0, Math.min(blocks.size(), FARTHEST_BLOCK))) {
            boolean line = block.is(Kind.TEXT) || block.is(Kind.HEADING);
            instructing = isInstruction(block) || instructing && !block.afterBlank();
            if (!line || block.text().length() < 3 || instructing) {
                continue;
            }
            if (isSection(block.text())
                    || block.text().length() > LONGEST_LINE
                    || looksLikeSentence(block.text())
                    || startsWithTime(block.text())) {
                return null;
            }
            String title = named(block.text());
            if (title != null) {
                return title;
            }
        }
        return null;
    }

    /** What to write, and a label of whatever stands below it, is no name. */
    private static boolean isInstruction(Block block) {
        String text = block.text();
        int start = 0;
        while (start < text.length() && "\"“'*_".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean label =
                text.endsWith(":") && block.level() != 1 && Words.of(text).size() <= MOST_LABEL_WORDS;
        return label || ASKING.in(text) || INSTRUCTIONS.begin(start == 0 ? text : text.substring(start));
    }

    /** A step of the timeline, or when it was, is no name either. */
    private static boolean startsWithTime(String text) {
        return Character.isDigit(text.charAt(0)) && Mentions.namesTime(text);
    }

    private static boolean looksLikeSentence(String text) {
        return text.endsWith(".") && Words.of(text).size() > 8;
    }

    private static boolean isSection(String text) {
        Label label = Label.of(text);
        boolean section = Topics.ofLabel(text) != null || Words.startsWithAny(text, "summary of ");
        if (section && !REPORT.in(text)) {
            return true;
        }
        return label != null && Topics.ofLabel(label.name()) != null && !PREFIXES.contains(Words.joined(label.name()));
    }

    /** The name without "Postmortem:" and the like, or null when nothing of its own is left. */
    private static @Nullable String named(String text) {
        String title = text.replace("**", "").strip();
        for (int i = 0; i < 2; i++) {
            Label label = Label.of(title);
            if (label != null && !label.rest().isEmpty() && PREFIXES.contains(Words.joined(label.name()))) {
                title = label.rest();
            }
        }
        List<String> words = Words.of(title);
        boolean own = words.stream().anyMatch(word -> !NOTHING.contains(word) && !isNumber(word));
        if (own && isByline(title, words)) {
            return null;
        }
        boolean numbered = words.size() > 3
                && words.contains("debugging")
                && words.stream().anyMatch(TitleReader::isNumber);
        boolean several = words.size() >= 3
                && (words.contains("outage") || words.contains("incident"))
                && (words.contains("web") || words.contains("stack"));
        return own || several || numbered || isDated(title, words) ? title : null;
    }

    /** "Incident report 2025-03-12": the day tells it apart from others. */
    private static boolean isDated(String title, List<String> words) {
        return words.size() > 1 && !Mentions.in(title).isEmpty() && !isByline(title, words);
    }

    /** {@code 7} and {@code 0x2A}, the number of an exercise. */
    private static boolean isNumber(String word) {
        boolean hex = word.startsWith("0x");
        return (hex ? word.substring(2) : word).chars().allMatch(c -> Character.digit(c, hex ? 16 : 10) >= 0);
    }

    /** A date, an address or an author above the report is not its name, nor is what leads over to a list. */
    private static boolean isByline(String title, List<String> words) {
        Label label = Label.of(title);
        if (label != null && ABOUT.contains(Words.joined(label.name()))
                || Words.startsWithAny(title, "the following ")) {
            return true;
        }
        if (title.startsWith("http") || words.get(0).equals("by") && words.size() <= LONGEST_BYLINE) {
            return true;
        }
        List<Mention> mentions = Mentions.in(title);
        if (mentions.isEmpty() || mentions.get(0).start() > 0) {
            return false;
        }
        StringBuilder rest = new StringBuilder(title);
        for (int i = mentions.size() - 1; i >= 0; i--) {
            rest.replace(mentions.get(i).start(), mentions.get(i).end(), " ");
        }
        return Words.of(rest.toString()).isEmpty();
    }
}
