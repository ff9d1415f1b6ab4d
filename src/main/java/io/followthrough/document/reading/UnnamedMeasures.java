package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a document without a list of measures means to do, as it says among its lessons or at its end. */
final class UnnamedMeasures {

    private static final Set<Topic> LAST =
            EnumSet.of(Topic.LESSONS, Topic.CONCLUSION, Topic.RESOLUTION, Topic.ROOT_CAUSE_AND_RESOLUTION, Topic.OTHER);

    /** A story without sections says it where it says all else. */
    private static final Set<Topic> INTENDING_PLACES = EnumSet.of(
            Topic.PREAMBLE,
            Topic.LESSONS,
            Topic.CONCLUSION,
            Topic.RESOLUTION,
            Topic.ROOT_CAUSE_AND_RESOLUTION,
            Topic.OTHER);

    private static final Phrases FUTURE = Phrases.of(
            "in the future, ",
            "in the future we ",
            "in future, ",
            "in future we ",
            "going forward, ",
            "going forward we ");
    private static final Phrases INTENDING = Phrases.of(
            " will ", "'ll ", "’ll ", " should ", " must ", " need to ", " plan to ", " might ", " want to ");
    private static final Phrases OURS = Phrases.of(" we ", " i ", " we'", " we’", " i'", " i’");

    private UnnamedMeasures() {}

    /** The lists of what has to be done; where there are none, the sentences that say so. */
    static List<Promise> in(Outline outline) {
        List<Promise> promises = new ArrayList<>();
        for (Section section : outline.about(LAST)) {
            promises.addAll(Promise.in(duties(section.blocks())));
        }
        return promises.isEmpty() ? sentences(outline) : promises;
    }

    /** A list most of whose items oblige somebody. */
    private static List<Block> duties(List<Block> blocks) {
        List<Block> items = blocks.stream().filter(block -> block.is(Kind.ITEM)).toList();
        List<Block> duties = items.stream()
                .filter(item -> MeasureSentences.obliges(item.text()))
                .toList();
        return duties.size() >= 2 && 2 * duties.size() > items.size() ? duties : List.of();
    }

    private static List<Promise> sentences(Outline outline) {
        List<Promise> promises = new ArrayList<>();
        for (Section section : outline.about(INTENDING_PLACES)) {
            for (Block block : section.blocks()) {
                for (String sentence : block.is(Kind.TEXT) ? Sentences.of(block.text()) : List.<String>of()) {
                    if (FUTURE.begin(sentence) && OURS.in(sentence) && INTENDING.in(sentence)) {
                        promises.add(Promise.split(sentence, "", block.checked(), block.line()));
                    }
                }
            }
        }
        return promises;
    }
}
