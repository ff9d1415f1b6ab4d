package io.followthrough.document.lint;

import static io.followthrough.document.lint.SimpleRule.completeness;

import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.reading.Section;
import io.followthrough.document.reading.Told;
import io.followthrough.document.reading.Topic;
import io.followthrough.document.source.Block;
import io.followthrough.document.source.Block.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** What a postmortem must tell to be of use to somebody who was not there. */
final class CompletenessRules {

    /** The longest incident whose length a reader expects in hours. */
    private static final int DAYS_TOLD_IN_HOURS = 7;

    private static final int FEWEST_STEPS = 2;
    /** Of so many entries one at least has a time. */
    private static final int FEW = 6;
    /** Detection, investigation, wrong paths, escalation, resolution: of the five only the first has a time. */
    private static final int STEPS_BESIDE_DETECTION = 5;

    private CompletenessRules() {}

    static List<Rule> all() {
        return List.of(
                completeness(
                        "missing-title",
                        Severity.WARNING,
                        "The document has no title.",
                        CompletenessRules::missingTitle),
                missing(
                        "missing-incident-date",
                        "No day with a year says when the incident happened.",
                        CompletenessRules::lacksDate,
                        "No day with a year says when the incident happened; write it beside start and end, as in 2024-05-10."),
                missing(
                        "missing-window",
                        "The document does not say when the incident started and ended.",
                        CompletenessRules::lacksWindow,
                        "The summary does not say when the incident started and ended; write both times."),
                missing(
                        "missing-time-zone",
                        "Times or days stand without a time zone.",
                        evidence -> evidence.document().incident().zone() == null
                                && (Told.times(evidence)
                                        || evidence.document().incident().startDate() != null),
                        "No time zone is named; write one beside start and end, best UTC."),
                missing(
                        "missing-impact",
                        "The document does not say what users saw.",
                        evidence -> !Told.impact(evidence),
                        "The document does not say what users saw."),
                missing(
                        "missing-affected-percent",
                        "No share of affected users is given.",
                        evidence -> evidence.document()
                                .impact()
                                .usersAffectedPercent()
                                .isEmpty(),
                        "The document does not say how many percent of users were affected; give a figure or an estimate."),
                missing(
                        "missing-root-cause",
                        "The document does not say what caused the incident.",
                        evidence -> evidence.document().rootCause() == null && !Told.unknownCause(evidence),
                        "The document does not say what caused the incident."),
                missing(
                        "missing-timeline",
                        "There is no timeline.",
                        evidence -> evidence.document().timeline().isEmpty() && lineOfSteps(evidence) == 0,
                        "There is no timeline; list what happened when."),
                completeness(
                        "timeline-without-times",
                        Severity.WARNING,
                        "The steps of the timeline have no times.",
                        CompletenessRules::timelineWithoutTimes),
                missing(
                        "missing-detection",
                        "The document does not say how the incident was noticed.",
                        evidence -> !Told.detection(evidence),
                        "The document does not say how the incident was noticed: by monitoring, a customer or an engineer."),
                missing(
                        "missing-misleading-paths",
                        "No wrong track is told.",
                        evidence -> !Told.misleadingPaths(evidence),
                        "No misleading path is told; say which assumptions turned out wrong, or that there were none."),
                missing(
                        "missing-escalation",
                        "The document does not say to whom the incident was escalated.",
                        evidence -> !Told.escalation(evidence),
                        "The document does not say to whom the incident was escalated."),
                missing(
                        "missing-resolution",
                        "The document does not say how the incident was resolved.",
                        evidence -> !Told.resolution(evidence),
                        "The document does not say how the incident was resolved."),
                missing(
                        "missing-corrective-measures",
                        "There are no corrective or preventative measures.",
                        evidence -> evidence.document().improvements().isEmpty()
                                && evidence.document().actionItems().isEmpty(),
                        "There are no corrective or preventative measures."),
                completeness("missing-action-items", Severity.ERROR, "There is no action item.", (evidence, report) -> {
                    if (evidence.document().actionItems().isEmpty()) {
                        report.add(
                                1,
                                "No action item was found; list each task on a line of its own under \"Tasks\" or \"Action items\".");
                    }
                }));
    }

    private static Rule missing(String id, String title, Predicate<Evidence> lacks, String message) {
        return completeness(id, Severity.WARNING, title, (evidence, report) -> {
            if (lacks.test(evidence)) {
                report.add(1, message);
            }
        });
    }

    private static void missingTitle(Evidence evidence, Report report) {
        String title = evidence.document().title();
        if (title == null) {
            report.add(1, "The document has no title; name the incident in its first line.");
        } else if (!Told.incidentInTitle(title)) {
            report.add(1, "The title \"%s\" names no incident; say in it what broke.".formatted(title));
        }
    }

    private static boolean lacksDate(Evidence evidence) {
        IncidentWindow window = evidence.document().incident();
        boolean dated = window.start() != null
                || window.end() != null
                || evidence.stated().day() != null
                || evidence.timeline().stream().anyMatch(entry -> entry.at() != null)
                || Told.timelineDates(evidence)
                || Told.dayInTwoOrders(evidence);
        return !dated;
    }

    private static boolean lacksWindow(Evidence evidence) {
        if (evidence.stated().timesWithoutDate()) {
            return false;
        }
        IncidentWindow window = evidence.document().incident();
        boolean told = evidence.timeline().stream().filter(TimedEntry::hasTime).count() >= 2;
        return (window.start() == null || window.end() == null)
                && !told
                && !tellsItInDays(window)
                && (!lacksDate(evidence) || !Told.times(evidence));
    }

    /** Of an incident that goes on for weeks nobody needs the hour. */
    private static boolean tellsItInDays(IncidentWindow window) {
        LocalDate first = window.startDate();
        LocalDate last = window.endDate();
        return first != null && last != null && ChronoUnit.DAYS.between(first, last) > DAYS_TOLD_IN_HOURS;
    }

    /** Where the steps are told one after the other, of which none is an entry for want of a time; or 0. */
    private static int lineOfSteps(Evidence evidence) {
        // What is within a timeline stands below one.
        boolean none = evidence.outline().about(Topic.TIMELINE).isEmpty();
        List<Section> sections = none
                ? evidence.outline().about(Topic.RESOLUTION)
                : evidence.outline().sections();
        return sections.stream()
                .filter(section -> section.topic() == Topic.TIMELINE
                        || section.within() == Topic.TIMELINE
                        || section.topic() == Topic.RESOLUTION && Told.isDebugging(section.heading()))
                .filter(section -> section.blocks().size() >= FEWEST_STEPS)
                .findFirst()
                .map(Section::line)
                .orElseGet(() -> lineOfDebugging(evidence.outline().blocks()));
    }

    /** "Debugging process", "Our debugging journey": the steps from noticing to mending, under another name. */
    private static int lineOfDebugging(List<Block> blocks) {
        int line = 0;
        int steps = 0;
        for (Block block : blocks) {
            if (!block.is(Kind.HEADING)) {
                steps++;
            } else if (line > 0 && steps > FEWEST_STEPS) {
                return line;
            } else {
                line = Told.isDebugging(block.text()) ? block.line() : 0;
                steps = 0;
            }
        }
        return steps > FEWEST_STEPS ? line : 0;
    }

    private static void timelineWithoutTimes(Evidence evidence, Report report) {
        List<TimedEntry> timeline = evidence.timeline();
        int steps = timeline.isEmpty() ? lineOfSteps(evidence) : 0;
        if (steps > 0) {
            report.add(steps, "No step of the timeline has a time.");
            return;
        }
        long timed = timeline.stream().filter(TimedEntry::hasTime).count();
        int told = timed == 1 ? Math.max(timeline.size(), Told.stepsWithOneTime(evidence)) : timeline.size();
        boolean few = timed * FEW <= told || timeline.size() == 1 && timed == 1 && told >= STEPS_BESIDE_DETECTION;
        if (!timeline.isEmpty() && few && !Told.timelineDates(evidence)) {
            report.add(
                    timeline.get(0).line(),
                    timed == 0
                            ? "No entry of the timeline has a time."
                            : "Only %d of %d timeline entries have a time.".formatted(timed, told));
        }
    }
}
