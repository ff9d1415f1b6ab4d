package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts blocks into sections, by the meaning of headings and labels, whatever their markup. */
final class OutlineBuilder {

    private static final int LABEL_LEVEL = 8;
    private static final int LONGEST_SENTENCE_LABEL = 90;

    private final List<Block> blocks;
    private final List<Section> sections = new ArrayList<>();
    private Section current;
    /** The marked heading (or plain main heading) everything below belongs to. */
    private Section main;

    private final Deque<Section> headings = new ArrayDeque<>();
    private int itemLabelDepth = -1;
    private boolean tasksSeen;
    private final Set<Topic> seen = EnumSet.noneOf(Topic.class);
    /** How many entries of this timeline start with a moment; counted to two. */
    private int timedEntries;

    private OutlineBuilder(List<Block> blocks) {
        this.blocks = blocks;
        this.main = new Section(Topic.PREAMBLE, Topic.PREAMBLE, "", 0, 1);
        this.current = main;
        sections.add(main);
    }

    static Outline build(List<Block> document) {
        List<Block> report = Signature.cut(document);
        OutlineBuilder builder = new OutlineBuilder(report);
        int read = builder.run();
        UnnamedTimeline.name(builder.sections);
        return new Outline(report.subList(0, read), builder.sections);
    }

    private int run() {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (tasksSeen && Announcements.isSecondTelling(block)) {
                return i;
            }
            place(block, i + 1 < blocks.size() ? blocks.get(i + 1) : null);
        }
        return blocks.size();
    }

    private void place(Block block, @Nullable Block next) {
        switch (block.kind()) {
            case HEADING -> {
                if (Announcements.isParagraph(block.text())) {
                    text(block);
                } else {
                    heading(block, next);
                }
            }
            case TEXT -> text(block);
            case ITEM -> item(block, next);
            case TABLE_HEAD -> tableHead(block);
            case FRONT_MATTER, RULE -> {}
            default -> add(block);
        }
    }

    private void heading(Block block, @Nullable Block next) {
        if (main.is(Topic.TIMELINE) && Timestamps.startsWithMoment(block.text())) {
            returnTo(main);
            add(block);
            return;
        }
        while (!headings.isEmpty() && headings.getLast().level() >= block.level()) {
            headings.removeLast();
        }
        Label label = Label.of(block.text());
        Topic named = label == null || label.rest().isEmpty() ? null : Topics.ofLabel(label.name());
        Topic topic = named == null ? Nesting.ofHeading(block.text(), seen) : named;
        if (isTitle(block, topic, next)) {
            add(block);
            return;
        }
        Topic parent = headings.isEmpty() ? null : parentTopic(headings.getLast());
        if (parent != null && Announcements.groupsBelow(parent, topic, block.text())) {
            openMain(new Section(parent, parent, block.text(), block.level(), block.line()));
            add(block);
        } else {
            Topic meant = topic == null ? Topic.OTHER : topic;
            Topic within = parent == null || topic == null ? meant : parent;
            openMain(new Section(meant, within, block.text(), block.level(), block.line()));
        }
        headings.addLast(main);
        if (named != null && label != null) {
            add(block.withText(label.rest()));
        }
    }

    /** A label without markup may have told improvements and tasks apart since. */
    private Topic parentTopic(Section heading) {
        return heading.is(Topic.MEASURES) && main.topic().isMeasures() ? main.topic() : heading.topic();
    }

    /** The first heading names the document unless its words are those of a section: "Postmortem: root cause of …". */
    private boolean isTitle(Block block, @Nullable Topic topic, @Nullable Block next) {
        if (sections.size() > 1) {
            return false;
        }
        boolean first = current.blocks().stream().noneMatch(other -> other.is(Kind.HEADING));
        boolean onlyHeadings = current.blocks().stream().allMatch(other -> other.is(Kind.HEADING));
        return topic == null
                || onlyHeadings && Announcements.isSubtitle(block, next)
                || first && block.level() == 1 && Topics.ofLabel(block.text()) == null;
    }

    private void text(Block block) {
        String text = block.text();
        if (main.is(Topic.TIMELINE) && Timestamps.startsWithMoment(text)) {
            add(block);
            return;
        }
        boolean measured = tasksSeen || main.topic().isMeasures();
        // Over a list, where no heading has said so before.
        if (!measured && text.endsWith(":") && Announcements.announcesMeasures(text)) {
            openPlain(Topic.MEASURES, block);
            return;
        }
        if (main.is(Topic.TIMELINE) && main.blocks().isEmpty() && Announcements.namesColumns(text)) {
            add(block);
            return;
        }
        Label spoken = Label.of(text);
        Label label = spoken == null ? Label.before(text) : spoken;
        if (label != null) {
            Topic topic = Topics.ofLabel(label.name());
            if (topic != null) {
                if (label.rest().isEmpty()) {
                    openPlain(topic, block);
                    return;
                }
                if (Nesting.isAmongMeasures(topic, main, current, block)) {
                    add(block);
                    return;
                }
                if (!isStepOfTimeline(topic)
                        || !block.lead().isEmpty() && !Timestamps.startsWithMoment(label.rest()) && timedEntries >= 2) {
                    openLabelled(topic, label, block);
                    return;
                }
            } else if (label.rest().isEmpty() && Announcements.announcesTasks(label.name())) {
                openPlain(Topic.TASKS, block);
                return;
            } else if (label.rest().isEmpty() && Announcements.announcesTimeline(label.name())) {
                openPlain(Topic.TIMELINE, block);
                return;
            }
        } else if (text.length() <= LONGEST_SENTENCE_LABEL && !text.endsWith(".") && !text.endsWith(",")) {
            Topic topic = Topics.ofLabel(text);
            if (topic != null && (Words.of(text).size() > 1 || Character.isUpperCase(text.charAt(0)))) {
                openPlain(topic, block);
                return;
            }
        }
        if (itemLabelDepth >= 0 && block.indent() == 0 && block.afterBlank()) {
            closeItemLabel();
        }
        if (measured
                && Closing.opens(text)
                && !Nesting.opensMeasures(main, current)
                && !Closing.isRemark(block, current.blocks())) {
            open(new Section(Topic.CONCLUSION, Topic.CONCLUSION, "", LABEL_LEVEL, block.line()));
        }
        add(block);
    }

    private boolean isStepOfTimeline(Topic topic) {
        return topic.isStep() && (main.is(Topic.TIMELINE) || current.within() == Topic.TIMELINE);
    }

    private void add(Block block) {
        if (Nesting.isStepBehindALength(main, current, block)) {
            returnTo(main);
        }
        // A quote below "Duration" is set off to be seen; nobody else said it.
        current.add(block.is(Kind.QUOTE) && current.is(Topic.DURATION) ? block.asText() : block);
        if (timedEntries < 2 && current.is(Topic.TIMELINE) && Timestamps.startsWithMoment(block.text())) {
            timedEntries++;
        }
    }

    private void item(Block block, @Nullable Block next) {
        if (itemLabelDepth >= 0 && block.depth() <= itemLabelDepth) {
            if (current.topic().isMeasures()
                    && current.blocks().isEmpty()
                    && !main.topic().isMeasures()) {
                main = current;
                itemLabelDepth = -1;
            } else {
                closeItemLabel();
            }
        }
        if (!main.is(Topic.TIMELINE) && Announcements.isTimelineOverItems(block, next)) {
            openMain(new Section(Topic.TIMELINE, Topic.TIMELINE, block.text(), LABEL_LEVEL, block.line()));
            return;
        }
        Topic heads = next == null || main.topic().isMeasures() ? null : Announcements.headsItems(block, next);
        if (heads != null && !isStepOfTimeline(heads)) {
            openPlain(heads, block);
            return;
        }
        Label label = Label.of(block.text());
        Topic topic = label == null ? null : Topics.ofLabel(label.name());
        boolean inTimeline = main.is(Topic.TIMELINE)
                && (topic == null || !topic.isMeasures() || Timestamps.startsWithMoment(block.text()));
        if (label == null
                || topic == null
                || inTimeline
                || !Announcements.opensFromItem(topic, label, main.topic(), current.topic())) {
            add(block);
            return;
        }
        itemLabelDepth = block.depth();
        open(new Section(topic, main.topic(), label.name(), LABEL_LEVEL, block.line()));
        tasksSeen |= topic == Topic.TASKS;
        if (!label.rest().isEmpty()) {
            add(block.withText(label.rest()));
        }
    }

    private void tableHead(Block block) {
        if (!main.topic().isMeasures() && !current.topic().isMeasures() && Nesting.isTableOfTasks(block, main)) {
            itemLabelDepth = 0;
            open(new Section(Topic.TASKS, Topic.TASKS, "", LABEL_LEVEL, block.line()));
        }
        add(block);
    }

    private void openPlain(Topic topic, Block block) {
        closeItemLabel();
        boolean sub = isStepOfTimeline(topic) && timedEntries < 2
                || Nesting.isSub(topic, main.topic(), seen.contains(Topic.TIMELINE));
        tasksSeen |= topic == Topic.TASKS;
        if (sub) {
            open(new Section(topic, main.topic(), block.text(), LABEL_LEVEL, block.line()));
        } else {
            openMain(new Section(topic, topic, block.text(), LABEL_LEVEL, block.line()));
        }
    }

    private void openLabelled(Topic topic, Label label, Block block) {
        closeItemLabel();
        Section section = new Section(topic, main.topic(), label.name(), LABEL_LEVEL, block.line());
        if (topic == Topic.TIMELINE || topic.isMeasures() && !main.topic().isMeasures()) {
            openMain(new Section(topic, topic, label.name(), LABEL_LEVEL, block.line()));
        } else {
            open(section);
        }
        tasksSeen |= topic == Topic.TASKS;
        add(block.withText(label.rest()));
    }

    private void openMain(Section section) {
        main = section;
        itemLabelDepth = -1;
        timedEntries = 0;
        tasksSeen |= section.is(Topic.TASKS) || section.is(Topic.MEASURES);
        open(section);
    }

    private void open(Section section) {
        sections.add(section);
        seen.add(section.topic());
        current = section;
    }

    private void closeItemLabel() {
        if (itemLabelDepth >= 0) {
            itemLabelDepth = -1;
            returnTo(main);
        }
    }

    /** What follows a closed label belongs to the larger section again. */
    private void returnTo(Section section) {
        if (current != section) {
            Section more =
                    new Section(section.topic(), section.within(), section.heading(), section.level(), section.line());
            sections.add(more);
            current = more;
        }
    }
}
