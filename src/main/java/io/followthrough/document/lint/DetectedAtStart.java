package io.followthrough.document.lint;

import io.followthrough.document.Detection;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** An incident noticed in the very minute it started: as a rule the time of detection was taken for the start. */
final class DetectedAtStart {

    private DetectedAtStart() {}

    static Rule rule() {
        return SimpleRule.consistency(
                "detected-at-start",
                Severity.INFO,
                "The incident is noticed in the very minute in which it starts.",
                DetectedAtStart::check);
    }

    private static void check(Evidence evidence, Report report) {
        Detection detection = evidence.document().detection();
        LocalDateTime start = evidence.document().incident().start();
        LocalDateTime at = detection.at();
        if (start == null || at == null || !sameMinute(start, at)) {
            return;
        }
        report.add(
                WindowRules.placeOf(evidence.places().start(), evidence),
                evidence.stated().start() == null
                        ? "The timeline begins with the detection at %s; say when the incident itself began, or that it was noticed at once."
                                .formatted(Wording.clock(at))
                        : "Start and detection are both %s; was it noticed at once, or is the start unknown?"
                                .formatted(Wording.clock(at)),
                evidence.timeline().stream()
                        .filter(entry -> at.equals(entry.at()))
                        .limit(1)
                        .map(entry -> WindowRules.related(
                                evidence.place(entry.line(), entry.text()), "noticed at " + Wording.clock(at)))
                        .findFirst()
                        .orElseGet(java.util.List::of));
    }

    private static boolean sameMinute(LocalDateTime one, LocalDateTime other) {
        return one.truncatedTo(ChronoUnit.MINUTES).equals(other.truncatedTo(ChronoUnit.MINUTES));
    }
}
