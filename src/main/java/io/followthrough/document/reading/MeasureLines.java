package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/** Measures that are written without bullets: a line each, titles over their details, or tasks under what they concern. */
final class MeasureLines {

    private static final int LIST_INDENT = 2;
    private static final Phrases INTRODUCTIONS =
            Phrases.of("here are ", "here is ", "below are ", "below is ", "the following ");

    private MeasureLines() {}

    static List<Promise> read(List<Block> blocks) {
        List<Block> lines = new ArrayList<>();
        for (Block block : blocks) {
            boolean line = block.is(Kind.TEXT) || block.is(Kind.HEADING);
            if (line && !Promise.isLeadIn(block.text()) && !block.text().isBlank()) {
                lines.add(block);
            }
        }
        dropWhatFollowsAnIndentedList(lines);
        dropWhatAnswersAQuestion(lines);
        dropWhatOnlyFramesThem(lines);
        if (lines.stream().anyMatch(line -> line.is(Kind.HEADING))) {
            return grouped(lines, true);
        }
        boolean titled =
                lines.stream().filter(MeasureLines::isTitleLine).limit(2).count() == 2 && isTitleLine(lines.get(0));
        if (titled) {
            return namesSeveralTasks(lines) ? tasks(lines) : grouped(lines, false);
        }
        if (lines.size() == 1) {
            return MeasureSentences.read(lines.get(0));
        }
        List<Promise> promises = new ArrayList<>();
        for (Block line : lines) {
            promises.add(Promise.split(line.text(), line.lead(), line.checked(), line.line()));
        }
        return promises;
    }

    /** Lines that stand further right are the list; the paragraph at the margin below them is none of it. */
    private static void dropWhatFollowsAnIndentedList(List<Block> lines) {
        for (int i = 2; i < lines.size(); i++) {
            boolean indented =
                    lines.get(i - 1).indent() >= LIST_INDENT && lines.get(i - 2).indent() >= LIST_INDENT;
            if (indented && lines.get(i).indent() == 0 && lines.get(i).afterBlank()) {
                lines.subList(i, lines.size()).clear();
                return;
            }
        }
    }

    /** "Here are the tasks." above them, "This plan will keep us …" below them. */
    private static void dropWhatOnlyFramesThem(List<Block> lines) {
        String first = lines.isEmpty() ? "" : lines.get(0).text();
        if (lines.size() > 1 && (INTRODUCTIONS.begin(first) || Closing.sumsUp(first))) {
            lines.remove(0);
        }
        while (lines.size() > 1 && Closing.looksBack(lines.get(lines.size() - 1).text())) {
            lines.remove(lines.size() - 1);
        }
    }

    /** "Who was told of it?" over a paragraph is a heading of its own; among lines it is one of them. */
    private static void dropWhatAnswersAQuestion(List<Block> lines) {
        for (int i = 1; i < lines.size(); i++) {
            String text = lines.get(i).text();
            boolean apart = lines.get(i).afterBlank()
                    || i + 1 < lines.size() && lines.get(i + 1).afterBlank();
            if (apart && text.endsWith("?") && Words.of(text).size() <= Promise.MOST_TITLE_WORDS) {
                lines.subList(i, lines.size()).clear();
            }
        }
    }

    private static boolean isTask(String text) {
        List<String> words = Words.of(text);
        return !words.isEmpty() && Imperatives.contains(words.get(0));
    }

    /** Titles on lines of their own may name one task each or, with several tasks below, what these are about. */
    private static boolean namesSeveralTasks(List<Block> lines) {
        for (int i = 2; i < lines.size(); i++) {
            if (isTitleLine(lines.get(i - 2))
                    && isTask(lines.get(i - 1).text())
                    && isTask(lines.get(i).text())) {
                return !isTitleLine(lines.get(i - 1)) && !isTitleLine(lines.get(i));
            }
        }
        return false;
    }

    private static List<Promise> tasks(List<Block> lines) {
        List<Promise> promises = new ArrayList<>();
        for (Block line : lines) {
            if (!isTitleLine(line)) {
                promises.add(Promise.split(line.text(), line.lead(), line.checked(), line.line()));
            }
        }
        return promises;
    }

    /** Titles on lines of their own, details on the lines below. */
    private static List<Promise> grouped(List<Block> lines, boolean headings) {
        List<Promise> promises = new ArrayList<>();
        Block title = null;
        StringBuilder details = new StringBuilder();
        for (Block line : lines) {
            boolean opens = headings ? line.is(Kind.HEADING) : isTitleLine(line);
            if (opens) {
                if (title != null) {
                    promises.add(titled(title, details.toString()));
                }
                title = line;
                details.setLength(0);
            } else if (title != null) {
                details.append(details.isEmpty() ? "" : "\n").append(line.text());
            }
        }
        if (title != null) {
            promises.add(titled(title, details.toString()));
        }
        return promises;
    }

    private static Promise titled(Block title, String details) {
        String text = title.text();
        String name = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        return new Promise(name, details, title.checked(), List.of(), title.line());
    }

    private static boolean isTitleLine(Block block) {
        return block.text().endsWith(":") && Words.of(block.text()).size() <= Promise.MOST_TITLE_WORDS;
    }
}
