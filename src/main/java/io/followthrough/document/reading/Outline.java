package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The sections of one postmortem, in reading order. */
public final class Outline {

    private final List<Block> blocks;
    private final List<Section> sections;

    Outline(List<Block> blocks, List<Section> sections) {
        this.blocks = List.copyOf(blocks);
        this.sections = List.copyOf(sections);
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
        List<Block> prose = new ArrayList<>();
        for (Block block : blocks) {
            if (!block.is(Kind.CODE) && !block.is(Kind.QUOTE) && !block.is(Kind.RULE) && !block.is(Kind.FRONT_MATTER)) {
                prose.add(block);
            }
        }
        return prose;
    }
}
