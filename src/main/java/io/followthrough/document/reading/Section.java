package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/** A stretch of blocks about one topic. */
public final class Section {

    private final Topic topic;
    private final Topic within;
    private final String heading;
    private final int level;
    private final int line;
    private final List<Block> blocks = new ArrayList<>();

    Section(Topic topic, Topic within, String heading, int level, int line) {
        this.topic = topic;
        this.within = within;
        this.heading = heading;
        this.level = level;
        this.line = line;
    }

    public Topic topic() {
        return topic;
    }

    /** The topic of the larger section it belongs to; its own where there is none. */
    public Topic within() {
        return within;
    }

    /** The words that announce it. */
    public String heading() {
        return heading;
    }

    int level() {
        return level;
    }

    /** Where it starts, from 1. */
    public int line() {
        return line;
    }

    public List<Block> blocks() {
        return blocks;
    }

    void add(Block block) {
        blocks.add(block);
    }

    boolean is(Topic other) {
        return topic == other;
    }

    /** What it says in words: no code, no quotes, no table heads. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            boolean words =
                    block.is(Kind.TEXT) || block.is(Kind.ITEM) || block.is(Kind.HEADING) || block.is(Kind.TABLE_ROW);
            if (words && !block.text().isBlank()) {
                text.append(text.isEmpty() ? "" : "\n").append(block.text());
            }
        }
        return text.toString();
    }
}
