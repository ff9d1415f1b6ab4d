package io.followthrough.document;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was read from a text, with the names the command line uses. */
public record ReadingView(
        boolean postmortem,
        @Nullable String title,
        IncidentWindow incident,
        Impact impact,
        DetectionView detection,
        List<TimelineEntry> timeline,
        @Nullable String rootCause,
        @Nullable String resolution,
        List<Improvement> improvements,
        List<ProposedActionItem> actionItems,
        List<FindingView> findings) {

    /** What was read, for people and scripts. */
    public static ReadingView of(Reading reading) {
        PostmortemDocument document = reading.document();
        return new ReadingView(
                document.postmortem(),
                document.title(),
                document.incident(),
                document.impact(),
                new DetectionView(
                        document.detection().at(), word(document.detection().method())),
                document.timeline(),
                document.rootCause(),
                document.resolution(),
                document.improvements(),
                document.actionItems(),
                reading.findings().stream().map(FindingView::of).toList());
    }

    private static @Nullable String word(@Nullable DetectionMethod method) {
        return method == null ? null : method.name().toLowerCase(Locale.ROOT);
    }

    /** When and how the incident was noticed. */
    public record DetectionView(
            @Nullable LocalDateTime at, @Nullable String method) {}

    /** What the linter says about one place. */
    public record FindingView(String rule, String severity, String message, int line) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.rule(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.message(),
                    finding.line());
        }
    }
}
