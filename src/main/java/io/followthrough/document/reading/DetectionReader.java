package io.followthrough.document.reading;

import io.followthrough.document.Detection;
import io.followthrough.document.DetectionMethod;
import io.followthrough.document.reading.Evidence.TimedEntry;
import io.followthrough.document.source.Block;
import io.followthrough.document.value.Mention;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when and by whom the incident was noticed. */
final class DetectionReader {

    private static final Phrases REPORTED =
            Phrases.of("reports of", "reports that", "reports from", "reported that", "complaints", "complained");

    private static final Phrases NOTICED_AT = Phrases.of("detected", "noticed", "alerted us", "encountered the");

    private static final Phrases NOTICING = Phrases.of(
            "detect",
            "alert",
            "notice",
            "noticing",
            "complain",
            "report of",
            "reports of",
            "reports that",
            "reports from",
            "informed of",
            "opened a ticket",
            "reported",
            "reporting",
            "reports the issue",
            "paged",
            "pagerduty",
            "pagers",
            "made aware",
            "flagged",
            "alarm",
            "first report",
            "incident declared",
            "incident was declared",
            "incident is declared",
            "declared an incident",
            "phones",
            "reached out",
            "became aware",
            "bombard",
            "notifying us",
            "report issues",
            "report problems",
            "report that",
            "incoming report",
            "reports start",
            "reports began",
            "reports come in",
            "reports came in",
            "monitoring system");
    private static final Phrases KNOWING = Phrases.of(
            "notified",
            "identified",
            "observed",
            "discovered",
            "informed",
            "unreachable",
            "encountered",
            "while checking",
            "while browsing",
            "realiz",
            "realis",
            "an error",
            "received error",
            "error message",
            "error code",
            "not responding",
            "user report",
            "users report",
            "customer report",
            "customers report");

    /** By then it had long been noticed. */
    private static final Phrases CAUSE_FOUND = Phrases.of("root cause", "cause identified", "cause was");

    /** So is a trace found by whoever looks for the cause. */
    private static final Phrases SEARCHED = Phrases.of(
            "detected in the log",
            "detected in log",
            "found in the log",
            "noticed in the log",
            "discovered in the log",
            "identified in the log");

    /** What somebody sees who is about to learn of it; it counts when nothing else tells. */
    private static final Phrases SHOWING =
            Phrases.of(" shows ", "users met ", "users saw ", "users see ", "customers saw ", "customers met ");

    private DetectionReader() {}

    static Detection read(Outline outline, List<TimedEntry> timeline, @Nullable LocalDate day) {
        TimedEntry named = firstNoticed(timeline);
        TimedEntry noticed = named == null ? noticedBelow(outline, timeline) : named;
        List<Block> labelled = labelled(outline);
        String section = sectionText(outline, labelled);
        List<LocalDateTime> told = sectionMoments(outline, labelled, day);
        LocalDateTime at = told.size() == 1 || noticed == null || noticed.at() == null
                ? told.isEmpty() ? null : told.get(0)
                : noticed.at();
        if (at == null && noticed != null) {
            at = noticed.at();
        }
        DetectionMethod method = DetectionMethodReader.read(outline, section, noticed, timeline);
        if (at != null) {
            return new Detection(at, method);
        }
        return noticed == null
                ? inProse(outline, day, method)
                : new Detection(null, noticed.date(), noticed.time(), method);
    }

    private static @Nullable TimedEntry firstNoticed(List<TimedEntry> timeline) {
        for (Phrases phrases : List.of(NOTICING, KNOWING, SHOWING)) {
            for (TimedEntry entry : timeline) {
                boolean cause = phrases == KNOWING && CAUSE_FOUND.in(entry.text()) || SEARCHED.in(entry.text());
                if (!cause
                        && phrases.in(entry.text().replace("unnoticed", ""))
                        && !Noticers.tellsOfSilence(entry.text())) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** Where the entry is only a title, the lines below it tell who noticed. */
    private static @Nullable TimedEntry noticedBelow(Outline outline, List<TimedEntry> timeline) {
        if (timeline.isEmpty()) {
            return null;
        }
        for (Section section : outline.about(Topic.TIMELINE)) {
            int next = 0;
            for (Block block : section.blocks()) {
                while (next < timeline.size() && timeline.get(next).line() <= block.line()) {
                    next++;
                }
                boolean below = next > 0 && timeline.get(next - 1).line() < block.line();
                if (below && NOTICING.in(block.text())) {
                    TimedEntry entry = timeline.get(next - 1);
                    return new TimedEntry(
                            entry.at(),
                            entry.date(),
                            entry.time(),
                            entry.ownDate(),
                            entry.malformed(),
                            block.text(),
                            entry.line());
                }
            }
        }
        return null;
    }

    /** "At 05:30 a file server noticed …": without a timeline the sentence is all there is. */
    private static Detection inProse(Outline outline, @Nullable LocalDate day, @Nullable DetectionMethod method) {
        List<Section> story =
                outline.about(Topic.PREAMBLE, Topic.SUMMARY, Topic.OTHER, Topic.ACTIONS_TAKEN, Topic.TIMELINE);
        for (Section section : method == null ? List.<Section>of() : story) {
            for (String sentence : NOTICED_AT.in(section.text()) ? Sentences.of(section.text()) : List.<String>of()) {
                Moment moment = noticedAt(sentence);
                Mention.Time time = moment == null ? null : moment.time();
                if (moment != null && time != null) {
                    LocalDate on = on(moment, day);
                    return on == null
                            ? new Detection(null, null, time.time(), method)
                            : new Detection(on.atTime(time.time()), method);
                }
            }
        }
        return new Detection(null, method);
    }

    /** The only moment of a sentence that speaks of noticing. */
    private static @Nullable Moment noticedAt(String sentence) {
        List<Moment> moments = NOTICED_AT.in(sentence) ? Moments.in(sentence) : List.of();
        return moments.size() == 1 ? moments.get(0) : null;
    }

    private static @Nullable LocalDate on(Moment moment, @Nullable LocalDate day) {
        Mention.Date date = moment.date();
        return date == null ? day : date.inYear(day == null ? null : Integer.valueOf(day.getYear()));
    }

    /** Whether somebody reports it in the timeline, though it does not say what he is. */
    static boolean tellsOfReports(List<TimedEntry> timeline) {
        return timeline.stream().anyMatch(entry -> REPORTED.in(entry.text()));
    }

    private static String sectionText(Outline outline, List<Block> labelled) {
        StringBuilder text = new StringBuilder();
        for (Section section : outline.about(Topic.DETECTION)) {
            text.append(' ').append(section.text());
        }
        for (Block block : labelled) {
            text.append(' ').append(block.text());
        }
        return text.toString();
    }

    /** Entries of a timeline that are headed by what they tell: {@code Issue detected: …}. */
    private static List<Block> labelled(Outline outline) {
        List<Block> blocks = new ArrayList<>();
        for (Section section : outline.about(Topic.TIMELINE)) {
            for (int i = 0; i < section.blocks().size(); i++) {
                Block block = section.blocks().get(i);
                Label label = Label.of(block.text());
                if (label == null || Topics.ofLabel(Words.withoutParentheses(label.name())) != Topic.DETECTION) {
                    continue;
                }
                blocks.add(block.withText(label.rest()));
                boolean below =
                        label.rest().isEmpty() && i + 1 < section.blocks().size();
                if (below && section.blocks().get(i + 1).depth() > block.depth()) {
                    blocks.add(section.blocks().get(i + 1));
                }
            }
        }
        return blocks;
    }

    private static List<LocalDateTime> sectionMoments(Outline outline, List<Block> labelled, @Nullable LocalDate day) {
        List<String> texts = new ArrayList<>();
        labelled.forEach(block -> texts.add(block.text()));
        outline.about(Topic.DETECTION).forEach(section -> texts.add(section.text()));
        List<LocalDateTime> moments = new ArrayList<>();
        for (String text : texts) {
            for (Moment moment : Moments.in(text)) {
                LocalDate on = on(moment, day);
                Mention.Time time = moment.time();
                if (time != null && on != null) {
                    moments.add(on.atTime(time.time()));
                }
            }
        }
        return moments;
    }
}
