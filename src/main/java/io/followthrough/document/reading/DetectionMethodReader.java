package io.followthrough.document.reading;

import io.followthrough.document.DetectionMethod;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.source.Block;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads who noticed, where nothing but the story tells: the surest words first. */
final class DetectionMethodReader {

    static final Phrases DETECTED =
            Phrases.of("detected", "noticed", "was alerted", "alerted us", "received a report", "reported to us");

    /** Outside a section about it; somebody says so of himself or of a system that spoke to him. */
    private static final Phrases LEARNT = Phrases.of(
            "got notif",
            "got a notif",
            "received notif",
            "received a notif",
            "got alerts",
            "got an alert",
            "got paged",
            "were paged",
            "was paged",
            "reports of",
            "team reports",
            "users report",
            "customers report",
            "encountered the ");

    private static final Phrases WE_NOTICED = Phrases.of(
            "i noticed",
            "we noticed",
            "we realized",
            "i realized",
            "we realised",
            "we detected",
            "i detected",
            "i became aware",
            "we became aware",
            "detected while",
            "noticed while",
            "discovered while",
            "detected during",
            "noticed during",
            "discovered during",
            "saw this myself",
            "encountered the anomaly",
            "encountered the issue",
            "encountered the problem",
            "encountered the error");

    private static final Phrases FOUND_BY = Phrases.of("detected by", "discovered by", "noticed by", "found by");

    /** An alert this soon after is what made them notice. */
    private static final Duration SOON = Duration.ofMinutes(15);

    private DetectionMethodReader() {}

    /** @param section what stands in a section about it; noticed the step of the timeline that tells of it, or null */
    static @Nullable DetectionMethod read(
            Outline outline, String section, @Nullable TimedEntry noticed, List<TimedEntry> timeline) {
        DetectionMethod method = section.isBlank() ? null : Noticers.named(section);
        if (method == null && noticed != null) {
            method = Noticers.named(noticed.text());
        }
        if (method == null) {
            method = proseMethod(outline, DETECTED);
        }
        if (method == null && noticed != null && alertFollows(timeline, noticed)) {
            method = DetectionMethod.MONITORING;
        }
        if (method == null) {
            method = labelledMethod(outline);
        }
        if (method == null) {
            method = Noticers.tellers(section + " " + (noticed == null ? "" : upTo(timeline, noticed)));
        }
        if (method == null) {
            method = proseMethod(outline, LEARNT);
        }
        return method == null && tellsOfOneself(outline) ? DetectionMethod.ENGINEER : method;
    }

    /** "Issue detected" names nobody, but the alert a few minutes later does. */
    private static boolean alertFollows(List<TimedEntry> timeline, TimedEntry noticed) {
        LocalTime time = noticed.time();
        int next = timeline.indexOf(noticed) + 1;
        while (time != null && next > 0 && next < timeline.size()) {
            LocalTime later = timeline.get(next).time();
            if (later == null || Duration.between(time, later).abs().compareTo(SOON) > 0) {
                return false;
            }
            if (Noticers.isAlert(timeline.get(next).text())) {
                return true;
            }
            next++;
        }
        return false;
    }

    /** Whoever tried something saw what came of it in the entry after it. */
    private static String upTo(List<TimedEntry> timeline, TimedEntry noticed) {
        int before = timeline.indexOf(noticed) - 1;
        return before < 0
                ? noticed.text()
                : noticed.text() + " " + timeline.get(before).text();
    }

    private static boolean tellsOfOneself(Outline outline) {
        return outline.says(WE_NOTICED)
                && outline.about(Topic.PREAMBLE, Topic.SUMMARY, Topic.OTHER, Topic.TIMELINE).stream()
                        .anyMatch(section -> WE_NOTICED.in(section.text()));
    }

    /** {@code Detected by: …} among the facts at the top; whoever names only what was seen has seen it. */
    private static @Nullable DetectionMethod labelledMethod(Outline outline) {
        for (Section section : outline.about(Topic.PREAMBLE, Topic.SUMMARY, Topic.DURATION, Topic.OTHER)) {
            for (Block block : section.blocks()) {
                Label label = FOUND_BY.in(block.text()) ? Label.of(block.text()) : null;
                if (label != null
                        && FOUND_BY.in(label.name())
                        && !Words.of(label.rest()).isEmpty()) {
                    DetectionMethod method = Noticers.named(label.rest());
                    return method == null ? DetectionMethod.ENGINEER : method;
                }
            }
        }
        return null;
    }

    private static @Nullable DetectionMethod proseMethod(Outline outline, Phrases phrases) {
        if (!outline.says(phrases)) {
            return null;
        }
        for (Section section : outline.sections()) {
            if (section.topic().isMeasures()) {
                return null;
            }
            if (!phrases.in(section.text())) {
                continue;
            }
            for (String sentence : Sentences.of(section.text())) {
                DetectionMethod method = phrases.in(sentence) ? Noticers.named(sentence) : null;
                if (method != null) {
                    return method;
                }
            }
        }
        return null;
    }
}
