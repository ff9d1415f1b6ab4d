package io.followthrough.document.reading;

import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the time zone of the incident: beside the window, else from the timeline, else from the summary. */
final class ZoneReader {

    private ZoneReader() {}

    /** A zone and the line of the block that names it. */
    record Placed(Mention.Zone zone, int line) {

        Quote quote() {
            return new Quote(line, zone.written());
        }
    }

    static @Nullable Placed read(Outline outline, @Nullable Placed ofWindow) {
        if (ofWindow != null) {
            return ofWindow;
        }
        boolean timed = false;
        for (Topic topic :
                List.of(Topic.DURATION, Topic.TIMELINE, Topic.SUMMARY, Topic.PREAMBLE, Topic.DETECTION, Topic.IMPACT)) {
            for (Section section : outline.about(topic)) {
                Mention.Zone zone = zoneIn(Mentions.in(section.heading()));
                if (zone != null) {
                    return new Placed(zone, section.line());
                }
                for (Block block : section.blocks()) {
                    timed = timed || outline.mentions(block).stream().anyMatch(Mention.Time.class::isInstance);
                    zone = tellsNothing(block) ? null : zoneIn(outline.mentions(block));
                    if (zone != null) {
                        return new Placed(zone, block.line());
                    }
                }
            }
        }
        return timed ? null : besideTime(outline);
    }

    /** Beside a slot that nobody filled in stands the zone of the template. */
    private static boolean tellsNothing(Block block) {
        return block.is(Kind.CODE) || block.is(Kind.QUOTE) || Placeholders.in(block.text()) > 0;
    }

    /** The first time of the whole text that has a zone beside it, for texts that tell no other times. */
    private static @Nullable Placed besideTime(Outline outline) {
        for (Block block : outline.naming(Mention.Zone.class)) {
            for (Moment moment : Moments.in(block.text(), outline.mentions(block))) {
                if (moment.time() != null && moment.zone() != null) {
                    return new Placed(moment.zone(), block.line());
                }
            }
        }
        return null;
    }

    private static Mention.@Nullable Zone zoneIn(List<Mention> mentions) {
        for (Mention mention : mentions) {
            if (mention instanceof Mention.Zone zone) {
                return zone;
            }
        }
        return null;
    }
}
