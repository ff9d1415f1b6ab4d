package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.ArrayList;
import java.util.BitSet;
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

    private static final BitSet NOWHERE = new BitSet();

    private final List<Block> blocks;
    private final List<Section> sections;
    private final Map<Topic, List<Section>> byTopic = new EnumMap<>(Topic.class);
    private final Map<Topic, BitSet> places = new EnumMap<>(Topic.class);
    private final Map<Set<Topic>, List<Section>> byTopics = new HashMap<>();
    private final List<Block> prose;
    /** The text of the first block of each line that was asked for its values, and those values. */
    private final String[] asked;

    private final List<List<Mention>> found;
    /** Of the few blocks that share a line with another. */
    private final Map<String, List<Mention>> shared = new IdentityHashMap<>();

    private @Nullable List<Block> naming;
    private final Map<Class<? extends Mention>, List<Block>> namingByKind = new HashMap<>();
    private @Nullable Map<Class<? extends Mention>, List<Placed>> placedByKind;
    private @Nullable String words;

    /** A block and the section it stands in. */
    public record Placed(Section section, Block block) {}

    Outline(List<Block> blocks, List<Section> sections) {
        this.blocks = List.copyOf(blocks);
        this.sections = List.copyOf(sections);
        this.prose = this.blocks.stream().filter(Outline::isProse).toList();
        int lines = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).line() + 1;
        this.asked = new String[lines];
        this.found = new ArrayList<>(Collections.nCopies(lines, List.of()));
        for (int i = 0; i < this.sections.size(); i++) {
            Section section = this.sections.get(i);
            byTopic.computeIfAbsent(section.topic(), topic -> new ArrayList<>()).add(section);
            places.computeIfAbsent(section.topic(), topic -> new BitSet()).set(i);
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
        return about(EnumSet.of(first, others));
    }

    /** The sections about one of the topics; without a walk over all others. */
    List<Section> about(Set<Topic> wanted) {
        return byTopics.computeIfAbsent(wanted, topics -> {
            BitSet all = new BitSet();
            topics.forEach(topic -> all.or(places.getOrDefault(topic, NOWHERE)));
            return all.stream().mapToObj(sections::get).toList();
        });
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
        List<Block> named = naming;
        if (named == null) {
            named = new ArrayList<>();
            for (Block block : prose) {
                List<Mention> values = mentions(block);
                if (!values.isEmpty()) {
                    named.add(block);
                    addByKind(namingByKind, values, block);
                }
            }
            naming = named;
        }
        return named;
    }

    /** The part of the {@link #prose()} that names a value of the kind, other than a time of day. */
    List<Block> naming(Class<? extends Mention> kind) {
        requireListed(kind);
        return naming().isEmpty() ? List.of() : namingByKind.getOrDefault(kind, List.of());
    }

    /** The blocks of all sections that name a value of the kind, other than a time of day. */
    public List<Placed> placed(Class<? extends Mention> kind) {
        requireListed(kind);
        Map<Class<? extends Mention>, List<Placed>> placed = placedByKind;
        if (placed == null) {
            placed = new HashMap<>();
            for (Section section : sections) {
                for (Block block : section.blocks()) {
                    List<Mention> values = mentions(block);
                    if (!values.isEmpty()) {
                        addByKind(placed, values, new Placed(section, block));
                    }
                }
            }
            placedByKind = placed;
        }
        return Collections.unmodifiableList(placed.getOrDefault(kind, List.of()));
    }

    private static void requireListed(Class<? extends Mention> kind) {
        if (kind == Mention.Time.class) {
            throw new IllegalArgumentException("times of day are not listed");
        }
    }

    /** Once for each kind among the values; times of day are too many to be listed, and everybody wants them in place. */
    private static <T> void addByKind(Map<Class<? extends Mention>, List<T>> byKind, List<Mention> values, T named) {
        for (Mention value : values) {
            if (value instanceof Mention.Time) {
                continue;
            }
            List<T> ofKind = byKind.computeIfAbsent(value.getClass(), kind -> new ArrayList<>());
            if (ofKind.isEmpty() || ofKind.get(ofKind.size() - 1) != named) {
                ofKind.add(named);
            }
        }
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
        int line = block.line();
        String text = block.text();
        if (line >= asked.length || asked[line] != null && asked[line] != text) {
            return shared.computeIfAbsent(text, Mentions::in);
        }
        if (asked[line] == null) {
            asked[line] = text;
            found.set(line, Mentions.in(text));
        }
        return found.get(line);
    }
}
