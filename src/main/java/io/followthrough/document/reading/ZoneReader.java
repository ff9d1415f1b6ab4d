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

    static Mention.@Nullable Zone read(Outline outline, Mention.@Nullable Zone ofWindow) {
        if (ofWindow != null) {
            return ofWindow;
        }
        for (Topic topic :
                List.of(Topic.DURATION, Topic.TIMELINE, Topic.SUMMARY, Topic.PREAMBLE, Topic.DETECTION, Topic.IMPACT)) {
            for (Section section : outline.about(topic)) {
                Mention.Zone zone = zoneIn(section.heading());
                if (zone != null) {
                    return zone;
                }
                for (Block block : section.blocks()) {
                    zone = block.is(Kind.CODE) || block.is(Kind.QUOTE) ? null : zoneIn(block.text());
                    if (zone != null) {
                        return zone;
                    }
                }
            }
        }
        return null;
    }

    private static Mention.@Nullable Zone zoneIn(String text) {
        for (Mention mention : Mentions.in(text)) {
            if (mention instanceof Mention.Zone zone) {
                return zone;
            }
        }
        return null;
    }
}
