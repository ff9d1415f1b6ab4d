package io.followthrough.document.reading;

import io.followthrough.document.Detection;
import io.followthrough.document.Impact;
import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Place;
import io.followthrough.document.Places;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.TimelineEntry;
import io.followthrough.document.reading.Evidence.PlacedPercent;
import io.followthrough.document.reading.Evidence.StatedWindow;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.reading.MeasuresReader.Measures;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.BlockScanner;
import io.followthrough.document.source.SourceText;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.SeasonalZone;
import io.followthrough.document.value.Zones;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pipeline from text to what it says: blocks, sections, values. */
public final class PostmortemReader {

    private PostmortemReader() {}

    /** Reads the text; what it does not say stays null or empty. */
    public static Evidence read(String text) {
        SourceText source = new SourceText(text);
        List<Block> blocks = BlockScanner.scan(source.text());
        Outline outline = ProseOutline.of(OutlineBuilder.build(Assignment.without(blocks, source.text())));
        String whyNot = Recogniser.whyNot(outline);
        Evidence evidence = whyNot == null ? postmortem(outline, source) : other(outline, source, whyNot);
        return CanonicalReader.isCanonical(source.text()) ? CanonicalReader.read(source.text(), evidence) : evidence;
    }

    private static Evidence other(Outline outline, SourceText source, String whyNot) {
        PostmortemDocument document = new PostmortemDocument(
                false,
                TitleReader.read(outline.blocks()),
                IncidentWindow.UNKNOWN,
                new Impact(null, List.of()),
                Detection.UNKNOWN,
                List.of(),
                null,
                null,
                List.of(),
                List.of());
        StatedWindow nothing = new StatedWindow(null, null, false, null, null, null, null, null, 1);
        Places nowhere = new Places(null, null, null, null);
        return new Evidence(document, outline, nothing, List.of(), null, null, List.of(), source, nowhere, whyNot);
    }

    private static Evidence postmortem(Outline outline, SourceText source) {
        DurationReader.Stated duration = DurationReader.read(outline);
        Integer minutes = duration == null ? null : Integer.valueOf(duration.minutes());
        WindowReader windows = new WindowReader(outline, minutes);
        StatedWindow stated = windows.read();
        List<TimedEntry> timeline = new TimelineReader(stated, Days.year(outline)).read(outline);
        TimedEntry begins = Bounds.begins(timeline);
        TimedEntry restored = Bounds.restored(timeline);
        List<PlacedPercent> percents = ImpactReader.percents(outline);
        ZoneReader.Placed zone = ZoneReader.read(outline, windows.zone());
        Bounds bounds = Bounds.of(timeline, begins, restored, stated, minutes);
        IncidentWindow window = window(stated, zone, duration, bounds);
        Places places = new Places(
                place(source, windows.startQuote(), window.start(), timeline),
                place(source, windows.endQuote(), window.end(), timeline),
                zone == null ? null : source.place(zone.line(), zone.zone().written()),
                duration == null
                        ? null
                        : source.place(duration.quote().line(), duration.quote().words()));
        Measures measures = new MeasuresReader(source, stated.day()).read(outline);
        PostmortemDocument document = new PostmortemDocument(
                true,
                TitleReader.read(outline.blocks()),
                window,
                ImpactReader.read(outline, percents),
                DetectionReader.read(outline, timeline, stated.day()),
                entries(timeline, source),
                CauseReader.rootCause(outline),
                CauseReader.resolution(outline),
                measures.improvements(),
                measures.items());
        return new Evidence(document, outline, stated, timeline, begins, restored, percents, source, places, null);
    }

    /** Where the words stand that state the moment, else the step of the timeline that tells it. */
    private static @Nullable Place place(
            SourceText source, @Nullable Quote quote, @Nullable LocalDateTime at, List<TimedEntry> timeline) {
        if (quote != null) {
            return source.place(quote.line(), quote.words());
        }
        return timeline.stream()
                .filter(entry -> entry.at() != null && entry.at().equals(at))
                .findFirst()
                .map(entry -> source.place(entry.line()))
                .orElse(null);
    }

    private static List<TimelineEntry> entries(List<TimedEntry> timeline, SourceText source) {
        return timeline.stream()
                .map(entry -> new TimelineEntry(
                        entry.at(),
                        entry.date(),
                        entry.time(),
                        entry.text(),
                        entry.line(),
                        source.column(entry.line(), entry.text())))
                .toList();
    }

    private static IncidentWindow window(
            StatedWindow stated,
            ZoneReader.@Nullable Placed placed,
            DurationReader.@Nullable Stated duration,
            Bounds bounds) {
        LocalDateTime start = bounds.start();
        LocalDateTime end = bounds.end();
        Mention.Zone zone = placed == null ? null : placed.zone();
        Integer minutes = start == null || end == null
                ? null
                : Integer.valueOf((int) Duration.between(start, end).toMinutes());
        return new IncidentWindow(
                start,
                end,
                bounds.startDate(),
                bounds.endDate(),
                zone == null ? null : zone.written(),
                zone == null ? null : certainZone(zone.name(), start),
                minutes,
                duration == null ? null : Integer.valueOf(duration.minutes()));
    }

    /** Winter time in summer leaves an hour of doubt, so that the zone is not certain. */
    private static @Nullable String certainZone(String name, @Nullable LocalDateTime start) {
        SeasonalZone seasonal = SeasonalZone.named(name);
        boolean doubtful = seasonal != null && start != null && !seasonal.isInForce(start);
        return doubtful ? null : Zones.id(name);
    }
}
