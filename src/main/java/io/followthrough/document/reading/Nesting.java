package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a heading, label or table opens from where it stands, beyond its own words. */
final class Nesting {

    /** Over measures that are none any more. */
    private static final Set<String> DONE =
            Set.of("completed", "done", "already done", "already implemented", "already completed");

    private Nesting() {}

    /** Labels that as a rule stand inside a larger section. */
    static boolean isSub(Topic topic, Topic main, boolean timelineSeen) {
        return switch (topic) {
            case DURATION, IMPACT -> main == Topic.SUMMARY;
            case ROOT_CAUSE -> main == Topic.SUMMARY && !timelineSeen || main == Topic.ROOT_CAUSE_AND_RESOLUTION;
            case RESOLUTION -> main == Topic.ROOT_CAUSE_AND_RESOLUTION;
            case IMPROVEMENTS, TASKS -> main == Topic.MEASURES;
            default -> false;
        };
    }

    /** "Actions" and no more: what was done, or what is to be done where it stands below what could be better. */
    static @Nullable Topic ofHeading(String heading, Set<Topic> before) {
        Topic topic = Topics.ofHeading(heading);
        if (topic == null && DONE.contains(Words.joined(heading))) {
            return Topic.ACTIONS_TAKEN;
        }
        boolean plain = topic == Topic.ACTIONS_TAKEN && Words.of(heading).equals(List.of("actions"));
        boolean analysed = plain
                && (before.contains(Topic.IMPROVEMENTS) || before.contains(Topic.LESSONS))
                && !before.contains(Topic.TASKS);
        return analysed ? Topic.TASKS : topic;
    }

    /** In a list of measures without bullets "Response plan: …" is one of them. */
    static boolean isAmongMeasures(Topic topic, Section main, Section current, Block block) {
        return main.topic().isMeasures() && topic.isStep() && current == main && !block.afterBlank();
    }

    /** What stands right below the heading of the measures may say what they are for and closes nothing. */
    static boolean opensMeasures(Section main, Section current) {
        return main.topic().isMeasures() && current == main && main.blocks().isEmpty();
    }

    /** Below "Timeline" and "Outage duration: …" come the steps, which are none of the duration. */
    static boolean isStepBehindALength(Section main, Section current, Block block) {
        return main.is(Topic.TIMELINE)
                && current.is(Topic.DURATION)
                && !current.blocks().isEmpty()
                && Timestamps.startsWithMoment(block.text());
    }

    /** A table with columns for tasks and for what is to be known of them; in a timeline such tasks are steps. */
    static boolean isTableOfTasks(Block block, Section main) {
        return block.is(Kind.TABLE_HEAD)
                && !main.is(Topic.TIMELINE)
                && block.cells().stream().anyMatch(cell -> Topics.ofLabel(cell) == Topic.TASKS)
                && block.cells().stream().anyMatch(cell -> ItemLabel.of(cell) != null);
    }
}
