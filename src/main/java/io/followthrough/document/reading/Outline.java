package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The sections of one postmortem, in reading order; for one thread. */
public final class Outline {

    private final List<Block> blocks;
    private final List<Section> sections;
    private final List<Block> prose;
    private final Map<String, List<Mention>> mentions = new IdentityHashMap<>();

    Outline(List<Block> blocks, List<Section> sections) {
        this.blocks = List.copyOf(blocks);
        this.sections = List.copyOf(sections);
        this.prose = this.blocks.stream().filter(Outline::isProse).toList();
    }

    /** Everything in the document, also what belongs to no section. */
    public List<Block> blocks() {
        return blocks;
    }

    public List<Section> sections() {
        return sections;
    }

    /** The sections about one of the topics. */
    public List<Section> about(Topic... topics) {
        List<Topic> wanted = List.of(topics);
        return where(section -> wanted.contains(section.topic()));
    }

    List<Section> where(Predicate<Section> condition) {
        return sections.stream().filter(condition).toList();
    }

    /** Whether a section about the topic says anything. */
    public boolean tellsAbout(Topic topic) {
        return sections.stream()
                .anyMatch(section -> section.is(topic) && !section.text().isBlank());
    }

    /** All words of the document: no code, no quotes. */
    public List<Block> prose() {
        return prose;
    }

    private static boolean isProse(Block block) {
        return !block.is(Kind.CODE) && !block.is(Kind.QUOTE) && !block.is(Kind.RULE) && !block.is(Kind.FRONT_MATTER);
    }

    /** The values a block names; looked for once, since many readers and rules ask for those of the same blocks. */
    public List<Mention> mentions(Block block) {
        return mentions.computeIfAbsent(block.text(), Mentions::in);
    }
}
