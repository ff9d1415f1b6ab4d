package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mentions;
import java.util.ArrayList;
import java.util.List;

/** The task of a course that some people leave above their report: it names all sections and is none. */
final class Assignment {

    private static final Phrases ASSIGNS = Phrases.of("must contain");
    /** In one word, so that no markup and no end of a line stands within it. */
    private static final Phrases CONTAINS = Phrases.of("contain");

    private static final Phrases ORDERS = Phrases.of("explain in detail", "explain what", "explain how", "describe ");
    private static final Phrases REMINDERS =
            Phrases.of("(be very specific", "(broadly speaking", "straight to the point");
    private static final Phrases INCIDENT = Phrases.of("postmortem", "outage", "incident");

    private static final int SIGNS = 2;
    private static final int FEWEST_ANSWERS = 3;

    private Assignment() {}

    /**
     * The report without the assignment; empty when there is nothing but the assignment.
     *
     * @param source the text of the blocks; looking through it is faster than through theirs
     */
    static List<Block> without(List<Block> blocks, String source) {
        if (!CONTAINS.in(source)) {
            return blocks;
        }
        int last = -1;
        int signs = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (ASSIGNS.in(blocks.get(i).text())) {
                signs++;
                last = i;
            }
        }
        if (signs < SIGNS) {
            return blocks;
        }
        for (int i = last + 1; i < blocks.size(); i++) {
            if (opensReport(blocks.get(i))) {
                return blocks.subList(i, blocks.size());
            }
        }
        return isAnswered(blocks) ? withoutOrders(blocks) : List.of();
    }

    /** Some write their answers between the questions; an assignment alone tells no times. */
    private static boolean isAnswered(List<Block> blocks) {
        return blocks.stream()
                        .filter(block -> Mentions.namesTime(block.text()))
                        .limit(FEWEST_ANSWERS)
                        .count()
                == FEWEST_ANSWERS;
    }

    /** "Timeline must contain:" is the heading of the timeline then. */
    private static List<Block> withoutOrders(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        for (Block block : blocks) {
            int at = ASSIGNS.first(block.text());
            if (at > 0) {
                kept.add(block.withText(block.text().substring(0, at).strip() + ":"));
            } else if (!ORDERS.begin(block.text()) && !REMINDERS.in(block.text())) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static boolean opensReport(Block block) {
        if (block.is(Kind.ITEM) || block.is(Kind.CODE) || block.is(Kind.QUOTE)) {
            return false;
        }
        Label label = Label.of(block.text());
        Topic topic = Topics.ofLabel(label == null ? block.text() : label.name());
        return topic == Topic.SUMMARY
                || topic == Topic.DURATION
                || Words.startsWithAny(block.text(), "title:", "postmortem:", "post-mortem:")
                || block.is(Kind.HEADING) && INCIDENT.in(block.text());
    }
}
