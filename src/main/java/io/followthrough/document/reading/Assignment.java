package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.util.List;

/** The task of a course that some people leave above their report: it names all sections and is none. */
final class Assignment {

    private static final Phrases ASSIGNS = Phrases.of("must contain");
    private static final Phrases INCIDENT = Phrases.of("postmortem", "outage", "incident");

    private static final int SIGNS = 2;

    private Assignment() {}

    /** The report without the assignment; empty when there is nothing but the assignment. */
    static List<Block> without(List<Block> blocks) {
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
        return List.of();
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
