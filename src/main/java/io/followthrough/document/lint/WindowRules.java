package io.followthrough.document.lint;

import static io.followthrough.document.lint.SimpleRule.consistency;

import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.lint.Course.Step;
import io.followthrough.document.reading.Bounds;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.value.Mention;
import io.followthrough.document.value.Mentions;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where start, end and length of the incident do not fit together or not fit the timeline. */
final class WindowRules {

    /** A length in words is rounded: a minute in twenty is no contradiction. */
    private static final double ROUNDED = 0.05;

    /** Minutes by which a counted length may be off. */
    private static final int COUNTED = 4;

    private static final int QUARTER = 15;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int NEAR = 20;
    private static final Pattern ROUGHLY = Pattern.compile(
            "(?:~|(?:about|approx\\S*|approximately|around|roughly|nearly|almost|over|under|some)\\s)[^.,;]*$",
            Pattern.CASE_INSENSITIVE);

    /** Minutes that two statements of one time may differ. */
    private static final int SLIP = 5;

    private static final Duration SAME_TIME = Duration.ofMinutes(10);

    private WindowRules() {}

    static List<Rule> all() {
        return List.of(
                consistency(
                        "end-before-start",
                        Severity.WARNING,
                        "The incident ends before it starts.",
                        WindowRules::endBeforeStart),
                consistency(
                        "duration-mismatch",
                        Severity.WARNING,
                        "The length in words is not the time from start to end.",
                        WindowRules::durationMismatch),
                consistency(
                        "start-mismatch",
                        Severity.WARNING,
                        "Summary and timeline let the incident start at different times.",
                        WindowRules::startMismatch),
                consistency(
                        "end-mismatch",
                        Severity.WARNING,
                        "Summary and timeline let the incident end at different times.",
                        WindowRules::endMismatch));
    }

    private static void endBeforeStart(Evidence evidence, Report report) {
        LocalDateTime start = evidence.document().incident().start();
        LocalDateTime end = evidence.document().incident().end();
        if (start != null && end != null && end.isBefore(start)) {
            report.add(
                    placeOf(evidence.places().end(), evidence),
                    "The incident ends (%s) before it starts (%s); as a rule a day, or am and pm, is wrong."
                            .formatted(Wording.moment(end), Wording.moment(start)),
                    related(evidence.places().start(), "the start"));
        }
    }

    private static void durationMismatch(Evidence evidence, Report report) {
        IncidentWindow window = evidence.document().incident();
        Integer stated = window.statedDurationMinutes();
        Place said = evidence.places().duration();
        if (stated == null || said == null) {
            return;
        }
        Course course = Course.of(evidence);
        boolean undated = window.start() == null && !course.dated() && stated < MINUTES_OF_A_DAY;
        LocalDateTime start = undated ? course.start() : window.start();
        LocalDateTime end = undated ? course.end() : window.end();
        if (start == null || end == null || end.isBefore(start)) {
            return;
        }
        int computed = (int) Duration.between(start, end).toMinutes();
        String words = evidence.source().words(said);
        if (Math.abs(computed - stated) > tolerance(stated, words, before(evidence, said))) {
            List<Related> related =
                    new ArrayList<>(related(evidence.places().start(), "the start, " + Wording.clock(start)));
            related.addAll(related(evidence.places().end(), "the end, " + Wording.clock(end)));
            report.add(
                    said,
                    "%s is %s; the text says %s."
                            .formatted(course.span(start, end), Wording.length(computed), Wording.length(stated)),
                    related,
                    isLength(words, stated)
                            ? new Fix("Write " + Wording.length(computed), said, Wording.length(computed))
                            : null);
        }
    }

    /** Who writes minutes has counted them, unless they are quarters of an hour or "about"; hours are rounded. */
    private static double tolerance(int stated, String words, String before) {
        if (stated % 60 == 0 || words.indexOf('.') >= 0) {
            return Math.max(SLIP, stated * ROUNDED);
        }
        boolean counted = stated % QUARTER != 0 && !ROUGHLY.matcher(before).find();
        return counted ? COUNTED : SLIP;
    }

    private static String before(Evidence evidence, Place said) {
        String line = evidence.source().line(said.line());
        int end = Math.min(said.column() - 1, line.length());
        return line.substring(Math.max(0, end - NEAR), end);
    }

    /** Whether the words are the length and nothing else, so that another one can take their place. */
    private static boolean isLength(String words, int minutes) {
        List<Mention> mentions = Mentions.in(words);
        return mentions.size() == 1
                && mentions.get(0) instanceof Mention.Duration length
                && length.minutes() == minutes
                && length.start() == 0
                && length.end() == words.length();
    }

    private static void startMismatch(Evidence evidence, Report report) {
        Course course = Course.of(evidence);
        LocalDateTime start = course.start();
        TimedEntry first = evidence.begins();
        Step step = first == null ? null : course.stepOf(first);
        if (start == null || first == null || step == null || DateRules.otherDay(evidence) != null) {
            return;
        }
        LocalDateTime at = step.at();
        Duration later = Duration.between(start, at);
        if (later.abs().compareTo(SAME_TIME) > 0) {
            report.add(
                    evidence.source().place(first.line()),
                    "The summary starts the incident at %s, the timeline at %s, %s %s."
                            .formatted(
                                    Wording.clock(start),
                                    Wording.clock(at),
                                    Wording.length(later),
                                    later.isNegative() ? "earlier" : "later"),
                    related(evidence.places().start(), "the summary says " + Wording.clock(start)));
        }
    }

    private static void endMismatch(Evidence evidence, Report report) {
        TimedEntry restored = evidence.restored();
        if (restored == null) {
            return;
        }
        Course course = Course.of(evidence);
        Step last = course.stepOf(restored);
        LocalDateTime end = course.end();
        boolean inside = last != null
                && end != null
                && course.start() != null
                && !last.at().isBefore(course.start());
        if (last == null || end == null || !inside || !isLastStep(evidence, last.entry())) {
            return;
        }
        if (!Bounds.restoresAll(last.entry()) && closesAt(course, end)) {
            return;
        }
        Duration earlier = Duration.between(last.at(), end);
        if (earlier.compareTo(SAME_TIME) > 0) {
            report.add(
                    evidence.source().place(last.entry().line()),
                    "The summary ends the incident at %s, the timeline tells of restored service at %s, %s earlier."
                            .formatted(Wording.clock(end), Wording.clock(last.at()), Wording.length(earlier)),
                    related(evidence.places().end(), "the summary says " + Wording.clock(end)));
        }
    }

    /** Whether the last step of the timeline is the stated end, in whatever words: a step before it mended a part. */
    private static boolean closesAt(Course course, LocalDateTime end) {
        LocalDateTime closing = course.steps().get(course.steps().size() - 1).at();
        return Duration.between(closing, end).abs().compareTo(SAME_TIME) <= 0;
    }

    /** Whether it was over then: no later step tells of trouble. */
    private static boolean isLastStep(Evidence evidence, TimedEntry entry) {
        List<TimedEntry> timeline = evidence.timeline();
        return timeline.subList(timeline.indexOf(entry) + 1, timeline.size()).stream()
                .noneMatch(Bounds::tellsOfTrouble);
    }

    /** The place, or the line of the summary where it is unknown. */
    static Place placeOf(@Nullable Place place, Evidence evidence) {
        return place == null ? Place.line(evidence.stated().line()) : place;
    }

    static List<Related> related(@Nullable Place place, String message) {
        return place == null ? List.of() : List.of(new Related(place, message));
    }
}
