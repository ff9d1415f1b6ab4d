package io.followthrough.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was read from a text, with the names the command line uses. */
public record ReadingView(
        boolean postmortem,
        @Nullable String title,
        IncidentView incident,
        Impact impact,
        DetectionView detection,
        List<EntryView> timeline,
        @Nullable String rootCause,
        @Nullable String resolution,
        List<Improvement> improvements,
        List<ProposedActionItem> actionItems,
        List<FindingView> findings,
        List<SuppressedView> suppressed) {

    /** What was read, for people and scripts. */
    public static ReadingView of(Reading reading) {
        PostmortemDocument document = reading.document();
        return new ReadingView(
                document.postmortem(),
                document.title(),
                IncidentView.of(document.incident()),
                document.impact(),
                new DetectionView(
                        moment(
                                document.detection().at(),
                                document.detection().date(),
                                document.detection().time()),
                        word(document.detection().method())),
                document.timeline().stream().map(EntryView::of).toList(),
                document.rootCause(),
                document.resolution(),
                document.improvements(),
                document.actionItems(),
                reading.findings().stream().map(FindingView::of).toList(),
                reading.suppressed().stream().map(SuppressedView::of).toList());
    }

    private static @Nullable String word(@Nullable DetectionMethod method) {
        return method == null ? null : method.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A moment as exactly as it is known: {@code 2024-05-03T14:00}, {@code 2024-05-03} or {@code 14:00}; null when
     * nothing is.
     */
    public static @Nullable String moment(
            @Nullable LocalDateTime at, @Nullable LocalDate date, @Nullable LocalTime time) {
        if (at != null) {
            return at.toString();
        }
        if (date != null) {
            return date.toString();
        }
        return time == null ? null : time.toString();
    }

    /** The window with start and end as exact as the text has them. */
    public record IncidentView(
            @Nullable String start,
            @Nullable String end,
            @Nullable String zone,
            @Nullable String zoneId,
            @Nullable Integer durationMinutes,
            @Nullable Integer statedDurationMinutes) {

        static IncidentView of(IncidentWindow window) {
            return new IncidentView(
                    moment(window.start(), window.startDate(), null),
                    moment(window.end(), window.endDate(), null),
                    window.zone(),
                    window.zoneId(),
                    window.durationMinutes(),
                    window.statedDurationMinutes());
        }
    }

    /** One step of the incident; its moment as exact as the text has it. */
    public record EntryView(@Nullable String at, String text, int line, int column) {

        static EntryView of(TimelineEntry entry) {
            return new EntryView(
                    moment(entry.at(), entry.date(), entry.time()), entry.text(), entry.line(), entry.column());
        }
    }

    /** When and how the incident was noticed. */
    public record DetectionView(
            @Nullable String at, @Nullable String method) {}

    /** What the linter says about one place. */
    public record FindingView(
            String rule,
            String severity,
            String message,
            int line,
            int column,
            int length,
            List<RelatedView> related,
            @Nullable FixView fix) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.rule(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.message(),
                    finding.place().line(),
                    finding.place().column(),
                    finding.place().length(),
                    finding.related().stream().map(RelatedView::of).toList(),
                    finding.fix() == null ? null : FixView.of(finding.fix()));
        }
    }

    /** Another place that belongs to a finding. */
    public record RelatedView(int line, int column, int length, String message) {

        static RelatedView of(Finding.Related related) {
            Place place = related.place();
            return new RelatedView(place.line(), place.column(), place.length(), related.message());
        }
    }

    /** The replacement that mends a finding. */
    public record FixView(String title, int line, int column, int length, String replacement, List<PlaceView> also) {

        static FixView of(Finding.Fix fix) {
            Place place = fix.place();
            return new FixView(
                    fix.title(),
                    place.line(),
                    place.column(),
                    place.length(),
                    fix.replacement(),
                    fix.also().stream().map(PlaceView::of).toList());
        }
    }

    /** Some characters of a line, all counted from 1. */
    public record PlaceView(int line, int column, int length) {

        static PlaceView of(Place place) {
            return new PlaceView(place.line(), place.column(), place.length());
        }
    }

    /** A finding that counts no more, with the reason somebody gave. */
    public record SuppressedView(
            FindingView finding, String reason, @Nullable String by) {

        static SuppressedView of(Suppressed suppressed) {
            return new SuppressedView(FindingView.of(suppressed.finding()), suppressed.reason(), suppressed.by());
        }
    }
}
