package io.followthrough.document;

import io.followthrough.document.source.MarkdownText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one Markdown text that says what a document says, no more and no less: reading it gives an equal document, but
 * for the lines things stand on.
 *
 * <p>The {@link #MARK} below the title tells the reader that every value stands where this class puts it, so that
 * nothing is left to interpretation. A text that somebody took out of this form is read like any other.
 */
public final class CanonicalMarkdown {

    /** Says that a text has this form. */
    public static final String MARK = "<!-- followthrough: canonical 1 -->";

    /** Stands where an entry of the timeline has no moment. */
    public static final String NO_TIME = "_no time_";

    /** Stands where a title is empty. */
    public static final String NO_TITLE = "_no title_";

    private final StringBuilder text = new StringBuilder();

    private CanonicalMarkdown() {}

    /** The document as Markdown, with line feeds. */
    public static String of(PostmortemDocument document) {
        return new CanonicalMarkdown().write(document);
    }

    private String write(PostmortemDocument document) {
        text.append(document.postmortem() ? "# Postmortem" : "# Document");
        if (document.title() != null) {
            text.append(": ").append(MarkdownText.escape(document.title()));
        }
        text.append("\n\n").append(MARK).append('\n');
        section("Summary", () -> {
            window(document.incident());
            percents(document.impact());
        });
        section("Impact", document.impact().text());
        section("Detection", () -> detection(document.detection()));
        section("Timeline", () -> document.timeline().forEach(this::entry));
        section("Root cause", document.rootCause());
        section("Resolution", document.resolution());
        section(
                "Improvements",
                () -> document.improvements()
                        .forEach(improvement -> titled("-", improvement.title(), improvement.description())));
        section("Action items", () -> document.actionItems().forEach(this::item));
        return text.toString();
    }

    /** Nothing at all where there is nothing to list. */
    private void section(String name, Runnable list) {
        int start = text.length();
        text.append("\n## ").append(name).append("\n\n");
        int empty = text.length();
        list.run();
        if (text.length() == empty) {
            text.setLength(start);
        }
    }

    /** Nothing at all for null: a heading alone says that the text is empty. */
    private void section(String name, @Nullable String words) {
        if (words != null) {
            text.append("\n## ").append(name).append('\n');
            if (!words.isEmpty()) {
                text.append('\n').append(lines(words, "")).append('\n');
            }
        }
    }

    private void window(IncidentWindow window) {
        field("Start", moment(window.start(), window.startDate(), null));
        field("End", moment(window.end(), window.endDate(), null));
        field("Time zone", escaped(window.zone()));
        field("IANA zone", escaped(window.zoneId()));
        field("Duration", minutes(window.statedDurationMinutes()));
    }

    private static @Nullable String minutes(@Nullable Integer minutes) {
        return minutes == null ? null : minutes + " minutes";
    }

    private void percents(Impact impact) {
        if (!impact.usersAffectedPercent().isEmpty()) {
            field(
                    "Users affected",
                    impact.usersAffectedPercent().stream()
                            .map(CanonicalMarkdown::percent)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String percent(double value) {
        String number = Double.toString(value);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " %";
    }

    private void detection(Detection detection) {
        field("Detected at", moment(detection.at(), detection.date(), detection.time()));
        field(
                "Detected by",
                detection.method() == null ? null : detection.method().name().toLowerCase(Locale.ROOT));
    }

    private void entry(TimelineEntry entry) {
        String moment = moment(entry.at(), entry.date(), entry.time());
        String words = lines(entry.text(), "  ");
        text.append("- ")
                .append(moment == null ? NO_TIME : "**" + moment + "**")
                .append(words.isEmpty() ? "" : " ")
                .append(words)
                .append('\n');
    }

    private void item(ProposedActionItem item) {
        titled(item.done() ? "- [x]" : "- [ ]", item.title(), item.description());
        detail("Owner", escaped(item.owner()));
        detail("Priority", escaped(item.priority()));
        detail("Due", item.due() == null ? null : item.due().toString());
        detail("Ticket", escaped(item.ticket()));
    }

    private void titled(String bullet, String title, String description) {
        text.append(bullet)
                .append(' ')
                .append(title.isEmpty() ? NO_TITLE : "**" + MarkdownText.escape(title) + "**")
                .append('\n');
        if (!description.isEmpty()) {
            text.append("  ").append(lines(description, "  ")).append('\n');
        }
    }

    private void detail(String name, @Nullable String value) {
        if (value != null) {
            text.append("  ");
        }
        field(name, value);
    }

    private void field(String name, @Nullable String value) {
        if (value != null) {
            text.append("- ")
                    .append(name)
                    .append(':')
                    .append(value.isEmpty() ? "" : " ")
                    .append(value)
                    .append('\n');
        }
    }

    private static @Nullable String escaped(@Nullable String words) {
        return words == null ? null : MarkdownText.escape(words);
    }

    /** {@code 2024-05-03 14:00}, or what is known of it; a slash parts a day and a time that are not one moment. */
    private static @Nullable String moment(
            @Nullable LocalDateTime at, @Nullable LocalDate date, @Nullable LocalTime time) {
        if (at != null) {
            return at.toLocalDate() + " " + at.toLocalTime();
        }
        if (date != null && time != null) {
            return date + " / " + time;
        }
        return date != null ? date.toString() : time == null ? null : time.toString();
    }

    /** Each line a paragraph of its own; beside an empty one a backslash ends the line. */
    private static String lines(String words, String indent) {
        String[] lines = words.split("\n", -1);
        boolean edges = lines.length > 1 && (lines[0].isEmpty() || lines[lines.length - 1].isEmpty());
        if (edges) {
            // Markdown knows no empty line at the start or end of a text.
            return MarkdownText.escape(words);
        }
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                boolean paragraph = !lines[i - 1].isEmpty() && !lines[i].isEmpty();
                written.append(paragraph ? "\n\n" : "\\\n").append(indent);
            }
            written.append(MarkdownText.escape(lines[i]));
        }
        return written.toString();
    }
}
