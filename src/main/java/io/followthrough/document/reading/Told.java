package io.followthrough.document.reading;

import io.followthrough.document.reading.Evidence.TimedEntry;

/** Answers whether a document speaks of something at all, in whatever section. */
public final class Told {

    private static final Phrases NOT_WORKING = Phrases.of("not work");
    private static final Phrases UNKNOWN_CAUSE = Phrases.of(
            "unknown reason",
            "cause is unknown",
            "cause is not known",
            "cause is still unknown",
            "cause remains unknown",
            "cause could not be determined",
            "cause is under investigation",
            "cause is still under investigation");

    private static final Phrases MISLEADING = Phrases.of(
            "mislead",
            "assum",
            "suspect",
            "ruled out",
            "red herring",
            "false positive",
            "wrong track",
            "turned out not",
            "mistaken belief",
            "mistakenly acknowledged",
            "mistakenly believed",
            "mistakenly assumed",
            "mistakenly thought",
            "incorrectly",
            "erroneous",
            "mistaken for",
            "initially ",
            "initial assumption",
            "initial investigation",
            "initial suspicion",
            "initial hypothes",
            "initial focus",
            "initial diagnos",
            "initial check",
            "initial attempt",
            "no issues",
            "unsuccessful",
            "did not resolve",
            "didn't resolve",
            "had no effect",
            "dead end",
            "rabbit hole",
            "misdiagnos",
            "mistook",
            "initially thought",
            "first thought",
            "not the cause",
            "no improvement",
            "persisted",
            "wrong street",
            "believing");
    private static final Phrases ESCALATION = Phrases.of(
            "escalat",
            "called in",
            "brought in",
            "was engaged",
            "were engaged",
            "summoned",
            "joined the investigation",
            "paged",
            "contacted the",
            "notified the",
            "was handed",
            "pinged",
            "pings",
            "to the on-call engineer",
            "joins",
            "personnel",
            "alerted their supervisor",
            "assigned to",
            "joined #",
            "raised to",
            "assistance",
            "was called",
            "looped in",
            "pulled in",
            "senior ",
            "devops team",
            "engineering team",
            "database team",
            "network team",
            "networking team",
            "security team");

    private static final Phrases MENDED = Phrases.of(
            "was fixed",
            "were fixed",
            "fixed by",
            "fixed the",
            "fixed issue",
            "fixes the",
            "fixed it",
            "fix was",
            "fix deployed",
            "resolved by",
            "was resolved",
            "been resolved",
            "to resolve",
            "rolled back",
            "rollback",
            "was restored",
            "were restored",
            "is restored",
            "restored service",
            "was restarted",
            "was replaced",
            "was removed",
            "was reverted",
            "were reverted",
            "is back",
            "came back",
            "hotfix",
            "by correcting",
            "workaround");

    private static final Phrases FELT = Phrases.of(
            "users",
            "customers",
            "clients",
            "visitors",
            "subscribers",
            "unavailable",
            "inaccessible",
            "not accessible",
            "unreachable",
            "went down",
            "was down",
            "were down",
            "returned 5",
            "slow",
            "downtime",
            "outage");

    private Told() {}

    /** Whether any wrong track is told. */
    public static boolean misleadingPaths(Evidence evidence) {
        return evidence.outline().tellsAbout(Topic.MISLEADING)
                || evidence.outline().sections().stream().anyMatch(section -> NOT_WORKING.in(section.heading()))
                || mentions(evidence, MISLEADING);
    }

    /** Whether it says at all who or what noticed; a moment alone does not, nor does a question mark. */
    public static boolean detection(Evidence evidence) {
        return evidence.document().detection().method() != null
                || evidence.outline().about(Topic.DETECTION).stream()
                        .anyMatch(section -> !Words.of(section.text()).isEmpty());
    }

    /** Whether it says who was called in. */
    public static boolean escalation(Evidence evidence) {
        return evidence.outline().tellsAbout(Topic.ESCALATION) || mentions(evidence, ESCALATION);
    }

    /** Whether any time of day is named. */
    public static boolean times(Evidence evidence) {
        return evidence.timeline().stream().anyMatch(TimedEntry::hasTime)
                || evidence.stated().start() != null
                || evidence.document().incident().start() != null
                || !evidence.timeline().isEmpty();
    }

    /** Whether the timeline names days, if no times. */
    public static boolean timelineDates(Evidence evidence) {
        int dated = 0;
        for (TimelineReader.Step step : TimelineReader.entries(evidence.outline())) {
            Moment moment = step.moment();
            dated += moment != null && moment.date() != null ? 1 : 0;
        }
        return dated >= 2 && dated * 2 > evidence.timeline().size();
    }

    private static boolean mentions(Evidence evidence, Phrases phrases) {
        for (Section section : evidence.outline().sections()) {
            boolean story = !section.topic().isMeasures()
                    && section.topic() != Topic.LESSONS
                    && section.topic() != Topic.CONCLUSION;
            if (story && phrases.in(section.text())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says anywhere in the story how it was mended. */
    public static boolean resolution(Evidence evidence) {
        return evidence.document().resolution() != null || mentions(evidence, MENDED);
    }

    /** Whether it says anywhere in the story what users saw. */
    public static boolean impact(Evidence evidence) {
        return evidence.document().impact().text() != null
                || !evidence.percents().isEmpty()
                || mentions(evidence, FELT);
    }

    /** Whether it says of the cause that nobody knows it, which is an answer. */
    public static boolean unknownCause(Evidence evidence) {
        return evidence.outline().sections().stream().anyMatch(section -> UNKNOWN_CAUSE.in(section.text()));
    }
}
