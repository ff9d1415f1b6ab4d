package io.followthrough.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A postmortem as it was read. Whatever the text does not say is {@code null} or empty, never guessed.
 *
 * @param postmortem whether the text is a postmortem at all
 * @param title the title without a leading "Postmortem:", or null
 */
public record PostmortemDocument(
        boolean postmortem,
        @Nullable String title,
        IncidentWindow incident,
        Impact impact,
        Detection detection,
        List<TimelineEntry> timeline,
        @Nullable String rootCause,
        @Nullable String resolution,
        List<Improvement> improvements,
        List<ProposedActionItem> actionItems) {

    public PostmortemDocument {
        timeline = List.copyOf(timeline);
        improvements = List.copyOf(improvements);
        actionItems = List.copyOf(actionItems);
    }
}
