package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The sections of one postmortem, in reading order; for one thread. */
public final class Outline {

    private final List<Block> blocks;
    private final List<Section> sections;
    private final Map<Topic, List<Section>> byTopic = new EnumMap<>(Topic.class);
    private final Map<Set<Topic>, List<Section>> byTopics = new HashMap<>();
    private final List<Block> prose;
    /** Those of texts that may name a value; most do not, and those are asked quickly. */
    private final Map<String, List<Mention>> mentions = new IdentityHashMap<>();

    private @Nullable List<Block> naming;
    private @Nullable Map<Topic, List<Block>> namingByTopic;
    private @Nullable String words;

    Outline(List<Block> blocks, List<Section> sections) {
        this.blocks = List.copyOf(blocks);
        this.sections = List.copyOf(sections);
        this.prose = this.blocks.stream().filter(Outline::isProse).toList();
        for (Section section : this.sections) {
            byTopic.computeIfAbsent(section.topic(), topic -> new ArrayList<>()).add(section);
        }
    }

    /** Everything in the document, also what belongs to no section. */
    public List<Block> blocks() {
        return blocks;
    }

    public List<Section> sections() {
        return sections;
    }

    /** The sections about the topic. */
    public List<Section> about(Topic topic) {
        return Collections.unmodifiableList(byTopic.getOrDefault(topic, List.of()));
    }

    /** The sections about one of the topics. */
    public List<Section> about(Topic first, Topic... others) {
        Set<Topic> wanted = EnumSet.of(first, others);
        return byTopics.computeIfAbsent(wanted, topics -> where(section -> topics.contains(section.topic())));
    }

    List<Section> where(Predicate<Section> condition) {
        return sections.stream().filter(condition).toList();
    }

    /** Whether a section about the topic says anything. */
    public boolean tellsAbout(Topic topic) {
        return about(topic).stream().anyMatch(section -> !section.text().isBlank());
    }

    /** All words of the document: no code, no quotes. */
    public List<Block> prose() {
        return prose;
    }

    private static boolean isProse(Block block) {
        return !block.is(Kind.CODE) && !block.is(Kind.QUOTE) && !block.is(Kind.RULE) && !block.is(Kind.FRONT_MATTER);
    }

    /** The part of the {@link #prose()} that names a value, be it a time, a day, a zone, a length or a share. */
    List<Block> naming() {
        List<Block> found = naming;
        if (found == null) {
            found = prose.stream().filter(block -> !mentions(block).isEmpty()).toList();
            naming = found;
        }
        return found;
    }

    /** The blocks of the sections about the topic that name a value. */
    List<Block> naming(Topic topic) {
        Map<Topic, List<Block>> found = namingByTopic;
        if (found == null) {
            found = new EnumMap<>(Topic.class);
            for (Section section : sections) {
                for (Block block : section.blocks()) {
                    if (!mentions(block).isEmpty()) {
                        found.computeIfAbsent(section.topic(), about -> new ArrayList<>())
                                .add(block);
                    }
                }
            }
            namingByTopic = found;
        }
        return Collections.unmodifiableList(found.getOrDefault(topic, List.of()));
    }

    /** Whether any section holds one of them: told at once, where each section would have to be asked. */
    boolean says(Phrases phrases) {
        String all = words;
        if (all == null) {
            int length = sections.stream()
                    .mapToInt(section -> section.text().length() + 1)
                    .sum();
            StringBuilder joined = new StringBuilder(length);
            for (Section section : sections) {
                joined.append(section.text()).append('\n');
            }
            all = joined.toString();
            words = all;
        }
        return phrases.in(all);
    }

    /** The values a block names; looked for once, since many readers and rules ask for those of the same blocks. */
    public List<Mention> mentions(Block block) {
        List<Mention> known = mentions.get(block.text());
        if (known != null) {
            return known;
        }
        if (!Mentions.mayName(block.text())) {
            return List.of();
        }
        List<Mention> found = Mentions.in(block.text());
        mentions.put(block.text(), found);
        return found;
    }
}
