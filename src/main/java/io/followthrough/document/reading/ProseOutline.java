package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mentions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sections of a postmortem told in paragraphs without any heading, label or list: what a sentence is about decides
 * where it belongs.
 */
final class ProseOutline {

    private static final Phrases ANNOUNCING =
            Phrases.of("outlined", "identified", "following", "planned", "defined", "agreed", "these are", "will take");

    private static final int FEWEST_PARAGRAPHS = 3;

    private final Outline whole;
    private final List<Section> sections = new ArrayList<>();

    private ProseOutline(Outline whole) {
        this.whole = whole;
    }

    /** The outline itself where it has sections, else one made of its sentences. */
    static Outline of(Outline outline) {
        boolean plain =
                outline.sections().stream().allMatch(section -> section.is(Topic.PREAMBLE) || section.is(Topic.OTHER));
        boolean unlisted =
                plain && outline.blocks().stream().noneMatch(block -> block.is(Kind.ITEM) || block.is(Kind.TABLE_ROW));
        List<Block> paragraphs = unlisted ? paragraphs(outline) : List.of();
        return paragraphs.size() >= FEWEST_PARAGRAPHS ? new ProseOutline(outline).build(paragraphs) : outline;
    }

    private static List<Block> paragraphs(Outline outline) {
        return outline.blocks().stream()
                .filter(block ->
                        block.is(Kind.TEXT) && Sentences.of(block.text()).size() > 1)
                .toList();
    }

    private Outline build(List<Block> paragraphs) {
        Block summary = paragraphs.get(0);
        section(Topic.SUMMARY, summary).add(summary);
        for (Block paragraph : paragraphs.subList(1, paragraphs.size())) {
            sentences(paragraph);
        }
        return new Outline(whole.blocks(), sections);
    }

    private void sentences(Block paragraph) {
        Topic announced = null;
        for (String sentence : Sentences.of(paragraph.text())) {
            Block block = paragraph.withText(sentence.strip());
            Topic topic = announcement(sentence);
            if (topic != null) {
                announced = topic;
            } else if (announced != null) {
                section(announced, block).add(block);
            } else if (Mentions.namesTime(sentence)) {
                section(Topic.TIMELINE, block).add(block);
            } else {
                section(Topic.OTHER, block).add(block);
            }
        }
    }

    /** A sentence that says what the next ones list, or null. */
    private static @Nullable Topic announcement(String sentence) {
        boolean announces = ANNOUNCING.in(sentence);
        if (!announces) {
            return null;
        }
        List<String> words = Words.of(sentence);
        if (Words.containsAny(words, "tasks", "actions", "todos", "follow-ups", "followups")) {
            return Topic.TASKS;
        }
        return Words.containsAny(words, "improvements", "measures") ? Topic.IMPROVEMENTS : null;
    }

    /** The section that is open when it has the topic, else a new one from this block on. */
    private Section section(Topic topic, Block from) {
        Section last = sections.isEmpty() ? null : sections.get(sections.size() - 1);
        if (last != null && last.is(topic)) {
            return last;
        }
        Section opened = new Section(topic, topic, "", 0, from.line());
        sections.add(opened);
        return opened;
    }
}
