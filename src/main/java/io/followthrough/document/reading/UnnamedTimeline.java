package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mentions;
import java.util.List;

/** Steps that begin with a clock each are a timeline although no heading says so. */
final class UnnamedTimeline {

    private static final int FEWEST_STEPS = 3;
    /** A paragraph that long tells more than a step. */
    private static final int LONGEST_STEP = 250;

    private UnnamedTimeline() {}

    /** Makes the first such steps a section of their own, where there is no timeline. */
    static void name(List<Section> sections) {
        if (sections.stream().anyMatch(section -> section.is(Topic.TIMELINE))) {
            return;
        }
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            int first = section.topic().isMeasures() ? -1 : firstStep(section.blocks());
            if (first >= 0) {
                sections.add(i + 1, cutFrom(section, first));
                return;
            }
        }
        gather(sections);
    }

    /** Detection, escalation and resolution that say when, each in its sentence, tell the course as a timeline does. */
    private static void gather(List<Section> sections) {
        Section timeline = null;
        int steps = 0;
        for (Section section : sections) {
            for (Block block : section.topic().isStep() ? section.blocks() : List.<Block>of()) {
                if (isTimedSentence(block)) {
                    timeline = timeline == null
                            ? new Section(Topic.TIMELINE, Topic.TIMELINE, "", section.level(), block.line())
                            : timeline;
                    timeline.add(block);
                    steps++;
                }
            }
        }
        if (timeline != null && steps >= FEWEST_STEPS) {
            sections.add(timeline);
        }
    }

    private static boolean isTimedSentence(Block block) {
        boolean line = block.is(Kind.TEXT) || block.is(Kind.ITEM);
        return line && block.text().length() <= LONGEST_STEP && Mentions.namesTime(block.text());
    }

    private static Section cutFrom(Section section, int first) {
        List<Block> steps = section.blocks().subList(first, section.blocks().size());
        Section timeline = new Section(
                Topic.TIMELINE,
                Topic.TIMELINE,
                "",
                section.level(),
                steps.get(0).line());
        timeline.addAll(steps);
        section.cutAt(first);
        return timeline;
    }

    /** Where a run of steps begins that lasts until the section ends or something else is told; or -1. */
    private static int firstStep(List<Block> blocks) {
        int run = 0;
        for (int i = 0; i < blocks.size() && blocks.size() >= FEWEST_STEPS; i++) {
            run = isStep(blocks.get(i)) ? run + 1 : 0;
            if (run == FEWEST_STEPS) {
                return i - FEWEST_STEPS + 1;
            }
        }
        return -1;
    }

    private static boolean isStep(Block block) {
        boolean line = block.is(Kind.TEXT) || block.is(Kind.ITEM) || block.is(Kind.TABLE_ROW);
        return line && block.text().length() <= LONGEST_STEP && Timestamps.startsWithClock(block.text());
    }
}
