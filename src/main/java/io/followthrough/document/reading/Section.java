package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of blocks about one topic. */
public final class Section {

    private static final int FEW_BLOCKS = 4;
    private static final int USUAL_LENGTH = 40;

    private final Topic topic;
    private final Topic within;
    private final String heading;
    private final int level;
    private final int line;
    private final List<Block> blocks = new ArrayList<>(FEW_BLOCKS);
    /** Put together when first asked for; many rules ask. */
    private @Nullable String text;

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
        text = null;
    }

    void addAll(List<Block> more) {
        blocks.addAll(more);
        text = null;
    }

    /** Lets go of the blocks from this one on. */
    void cutAt(int block) {
        blocks.subList(block, blocks.size()).clear();
        text = null;
    }

    boolean is(Topic other) {
        return topic == other;
    }

    /** What it says in words: no code, no quotes, no table heads. */
    public String text() {
        if (text == null) {
            text = joined();
        }
        return text;
    }

    private String joined() {
        if (blocks.size() == 1) {
            return isWords(blocks.get(0)) ? blocks.get(0).text() : "";
        }
        StringBuilder joined = new StringBuilder(blocks.size() * USUAL_LENGTH);
        for (Block block : blocks) {
            if (isWords(block)) {
                joined.append(joined.isEmpty() ? "" : "\n").append(block.text());
            }
        }
        return joined.toString();
    }

    private static boolean isWords(Block block) {
        boolean words =
                block.is(Kind.TEXT) || block.is(Kind.ITEM) || block.is(Kind.HEADING) || block.is(Kind.TABLE_ROW);
        return words && !block.text().isBlank();
    }
}
