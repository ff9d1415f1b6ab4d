package io.followthrough.document.lint;

import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.reading.Told;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** What a postmortem must tell to be of use to somebody who was not there. */
final class CompletenessRules {

    /** The longest incident whose length a reader expects in hours. */
    private static final int DAYS_TOLD_IN_HOURS = 7;

    private CompletenessRules() {}

    static List<Rule> all() {
        return List.of(
                missing(
                        "missing-title",
                        "A title lets people find and tell postmortems apart.",
                        evidence -> evidence.document().title() == null,
                        "The document has no title; name the incident in its first line."),
                missing(
                        "missing-incident-date",
                        "Without day and year nobody can match the incident with logs.",
                        CompletenessRules::lacksDate,
                        "No day with a year says when the incident happened; write it beside start and end, as in 2024-05-10."),
                missing(
                        "missing-window",
                        "Start and end are what the duration and every comparison rest on.",
                        CompletenessRules::lacksWindow,
                        "The summary does not say when the incident started and ended; write both times."),
                missing(
                        "missing-time-zone",
                        "Times without a zone mean different moments to different readers.",
                        evidence -> evidence.document().incident().zone() == null && Told.times(evidence),
                        "No time zone is named; write one beside start and end, best UTC."),
                missing(
                        "missing-impact",
                        "Impact decides how much the follow-up is worth.",
                        evidence -> evidence.document().impact().text() == null,
                        "The document does not say what users saw."),
                missing(
                        "missing-affected-percent",
                        "A share of users makes incidents comparable.",
                        evidence -> evidence.document()
                                .impact()
                                .usersAffectedPercent()
                                .isEmpty(),
                        "The document does not say how many percent of users were affected; give a figure or an estimate."),
                missing(
                        "missing-root-cause",
                        "Without a cause the measures cannot be judged.",
                        evidence -> evidence.document().rootCause() == null && !Told.unknownCause(evidence),
                        "The document does not say what caused the incident."),
                missing(
                        "missing-timeline",
                        "The timeline shows where time was lost.",
                        evidence -> evidence.document().timeline().isEmpty(),
                        "There is no timeline; list what happened when."),
                new SimpleRule(
                        "timeline-without-times",
                        Severity.WARNING,
                        "Steps without times cannot be ordered or compared.",
                        CompletenessRules::timelineWithoutTimes),
                missing(
                        "missing-detection",
                        "How an incident was noticed tells whether monitoring works.",
                        evidence -> !Told.detection(evidence),
                        "The document does not say how the incident was noticed: by monitoring, a customer or an engineer."),
                missing(
                        "missing-misleading-paths",
                        "Wrong tracks are what the next team can be spared.",
                        evidence -> !Told.misleadingPaths(evidence),
                        "No misleading path is told; say which assumptions turned out wrong, or that there were none."),
                missing(
                        "missing-escalation",
                        "Who was called in shows whether escalation works.",
                        evidence -> !Told.escalation(evidence),
                        "The document does not say to whom the incident was escalated."),
                missing(
                        "missing-resolution",
                        "How it was mended is what the next team needs first.",
                        evidence -> evidence.document().resolution() == null,
                        "The document does not say how the incident was resolved."),
                missing(
                        "missing-corrective-measures",
                        "A postmortem without measures changes nothing.",
                        evidence -> evidence.document().improvements().isEmpty()
                                && evidence.document().actionItems().isEmpty(),
                        "There are no corrective or preventative measures."),
                new SimpleRule(
                        "missing-action-items",
                        Severity.ERROR,
                        "With no action item there is nothing to follow up.",
                        (evidence, report) -> {
                            if (evidence.document().actionItems().isEmpty()) {
                                report.add(
                                        1,
                                        "No action item was found; list each task on a line of its own under \"Tasks\" or \"Action items\".");
                            }
                        }));
    }

    private static Rule missing(String id, String why, Predicate<Evidence> lacks, String message) {
        return new SimpleRule(id, Severity.WARNING, why, (evidence, report) -> {
            if (lacks.test(evidence)) {
                report.add(1, message);
            }
        });
    }

    private static boolean lacksDate(Evidence evidence) {
        IncidentWindow window = evidence.document().incident();
        boolean dated = window.start() != null
                || window.end() != null
                || evidence.stated().day() != null
                || evidence.timeline().stream().anyMatch(entry -> entry.at() != null)
                || Told.timelineDates(evidence);
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
                && !lacksDate(evidence);
    }

    /** Of an incident that goes on for weeks nobody needs the hour. */
    private static boolean tellsItInDays(IncidentWindow window) {
        LocalDate first = window.startDate();
        LocalDate last = window.endDate();
        return first != null && last != null && ChronoUnit.DAYS.between(first, last) > DAYS_TOLD_IN_HOURS;
    }

    private static void timelineWithoutTimes(Evidence evidence, Report report) {
        List<TimedEntry> timeline = evidence.timeline();
        long timed = timeline.stream().filter(TimedEntry::hasTime).count();
        if (!timeline.isEmpty() && timed * 6 <= timeline.size() && !Told.timelineDates(evidence)) {
            report.add(
                    timeline.get(0).line(),
                    timed == 0
                            ? "No entry of the timeline has a time."
                            : "Only %d of %d timeline entries have a time.".formatted(timed, timeline.size()));
        }
    }
}
