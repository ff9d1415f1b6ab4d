package io.followthrough.document.reading;

import io.followthrough.document.CanonicalMarkdown;
import io.followthrough.document.Detection;
import io.followthrough.document.DetectionMethod;
import io.followthrough.document.Impact;
import io.followthrough.document.Improvement;
import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Place;
import io.followthrough.document.Places;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.TimelineEntry;
import io.followthrough.document.reading.CanonicalLines.Field;
import io.followthrough.document.reading.CanonicalLines.Item;
import io.followthrough.document.reading.Evidence.PlacedPercent;
import io.followthrough.document.reading.Evidence.StatedWindow;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.source.MarkdownText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CanonicalMarkdown} wrote: every value from its place, none by interpretation. */
final class CanonicalReader {

    private static final List<String> OPENINGS = List.of("# Postmortem", "# Document");

    private final CanonicalLines lines;
    private final List<PlacedPercent> percents = new ArrayList<>();
    private @Nullable Field start;
    private @Nullable Field end;
    private @Nullable Field zone;
    private @Nullable Field duration;

    private CanonicalReader(CanonicalLines lines) {
        this.lines = lines;
    }

    /** Whether the text says that it has the form, which somebody may have changed since. */
    static boolean isCanonical(String text) {
        String opening = text.substring(0, Math.min(text.length(), 10_000)).stripLeading();
        if (OPENINGS.stream().noneMatch(opening::startsWith)) {
            return false;
        }
        int title = CanonicalLines.lineEnd(opening, 0);
        String rest = opening.substring(title).stripLeading();
        return rest.startsWith(CanonicalMarkdown.MARK);
    }

    /**
     * What the text says, with the outline that was found by interpretation.
     *
     * @return what was interpreted when the text has lost the form
     */
    static Evidence read(String text, Evidence interpreted) {
        try {
            return new CanonicalReader(new CanonicalLines(text)).read(interpreted);
        } catch (DateTimeException | IllegalArgumentException changedByHand) {
            return interpreted;
        }
    }

    private Evidence read(Evidence interpreted) {
        String heading = lines.title();
        boolean postmortem = heading.startsWith(OPENINGS.get(0));
        String named = heading.substring(OPENINGS.get(postmortem ? 0 : 1).length());
        IncidentWindow window = window(lines.fields("Summary"));
        List<TimelineEntry> timeline =
                lines.items("Timeline").stream().map(CanonicalReader::entry).toList();
        PostmortemDocument document = new PostmortemDocument(
                postmortem,
                named.startsWith(":") ? MarkdownText.unescape(named.substring(1).strip()) : null,
                window,
                new Impact(
                        lines.text("Impact"),
                        percents.stream().map(PlacedPercent::value).toList()),
                detection(lines.fields("Detection")),
                timeline,
                lines.text("Root cause"),
                lines.text("Resolution"),
                lines.items("Improvements").stream()
                        .map(CanonicalReader::improvement)
                        .toList(),
                lines.items("Action items").stream()
                        .map(CanonicalReader::actionItem)
                        .toList());
        List<TimedEntry> entries = timeline.stream().map(CanonicalReader::timed).toList();
        return new Evidence(
                document,
                interpreted.outline(),
                stated(window),
                entries,
                Bounds.begins(entries),
                Bounds.restored(entries),
                percents,
                interpreted.source(),
                new Places(place(start), place(end), place(zone), place(duration)),
                postmortem
                        ? null
                        : interpreted.kindOfText() == null ? "its first line says so" : interpreted.kindOfText());
    }

    private IncidentWindow window(List<Field> fields) {
        Moment from = Moment.UNKNOWN;
        Moment to = Moment.UNKNOWN;
        String zoneId = null;
        for (Field field : fields) {
            switch (field.name()) {
                case "Start" -> {
                    start = field;
                    from = Moment.parse(field.value());
                }
                case "End" -> {
                    end = field;
                    to = Moment.parse(field.value());
                }
                case "Time zone" -> zone = field;
                case "IANA zone" -> zoneId = MarkdownText.unescape(field.value());
                case "Duration" -> duration = field;
                case "Users affected" -> percents(field);
                default -> {}
            }
        }
        return new IncidentWindow(
                from.at(),
                to.at(),
                from.date(),
                to.date(),
                zone == null ? null : MarkdownText.unescape(zone.value()),
                zoneId,
                null,
                duration == null ? null : Integer.valueOf(minutes(duration.value())));
    }

    private static int minutes(String value) {
        return Integer.parseInt(value.replace(" minutes", ""));
    }

    private void percents(Field field) {
        for (String share : field.value().split(",")) {
            double value = Double.parseDouble(share.replace("%", "").strip());
            percents.add(new PlacedPercent(value, field.line()));
        }
    }

    private static Detection detection(List<Field> fields) {
        Moment moment = Moment.UNKNOWN;
        DetectionMethod method = null;
        for (Field field : fields) {
            if (field.name().equals("Detected at")) {
                moment = Moment.parse(field.value());
            } else if (field.name().equals("Detected by")) {
                method = DetectionMethod.valueOf(field.value().toUpperCase(Locale.ROOT));
            }
        }
        return new Detection(moment.at(), moment.date(), moment.time(), method);
    }

    private static TimelineEntry entry(Item item) {
        Moment moment = item.lead() == null ? Moment.UNKNOWN : Moment.parse(item.lead());
        return new TimelineEntry(moment.at(), moment.date(), moment.time(), item.text(), item.line(), item.afterLead());
    }

    private static TimedEntry timed(TimelineEntry entry) {
        return new TimedEntry(
                entry.at(), entry.date(), entry.time(), entry.date() != null, false, entry.text(), entry.line());
    }

    private static Improvement improvement(Item item) {
        return new Improvement(title(item), item.text(), item.line(), item.column());
    }

    private static String title(Item item) {
        return item.lead() == null ? "" : MarkdownText.unescape(item.lead());
    }

    private static ProposedActionItem actionItem(Item item) {
        String due = item.field("Due");
        return new ProposedActionItem(
                title(item),
                item.text(),
                words(item.field("Owner")),
                words(item.field("Priority")),
                due == null ? null : LocalDate.parse(due),
                item.checked(),
                words(item.field("Ticket")),
                item.line(),
                item.column());
    }

    private static @Nullable String words(@Nullable String value) {
        return value == null ? null : MarkdownText.unescape(value);
    }

    private StatedWindow stated(IncidentWindow window) {
        boolean days = window.start() == null;
        return new StatedWindow(
                window.start(),
                window.end(),
                false,
                window.startDate(),
                days ? window.startDate() : null,
                days ? window.endDate() : null,
                time(window.start()),
                time(window.end()),
                start == null ? 1 : start.line());
    }

    private static @Nullable LocalTime time(@Nullable LocalDateTime at) {
        return at == null ? null : at.toLocalTime();
    }

    private static @Nullable Place place(@Nullable Field field) {
        return field == null
                ? null
                : new Place(field.line(), field.column(), field.value().length());
    }

    /** A day, a time of day, both as one moment, or both apart. */
    private record Moment(
            @Nullable LocalDateTime at,
            @Nullable LocalDate date,
            @Nullable LocalTime time) {

        static final Moment UNKNOWN = new Moment(null, null, null);

        static Moment parse(String value) {
            int slash = value.indexOf(" / ");
            int blank = value.indexOf(' ');
            if (slash >= 0) {
                return new Moment(
                        null, LocalDate.parse(value.substring(0, slash)), LocalTime.parse(value.substring(slash + 3)));
            }
            if (blank >= 0) {
                LocalDate day = LocalDate.parse(value.substring(0, blank));
                return new Moment(day.atTime(LocalTime.parse(value.substring(blank + 1))), null, null);
            }
            return value.indexOf(':') >= 0
                    ? new Moment(null, null, LocalTime.parse(value))
                    : new Moment(null, LocalDate.parse(value), null);
        }
    }
}
