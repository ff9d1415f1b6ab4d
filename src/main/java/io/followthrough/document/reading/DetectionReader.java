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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when and by whom the incident was noticed. */
final class DetectionReader {

    private static final Phrases DETECTED =
            Phrases.of("detected", "noticed", "was alerted", "alerted us", "received a report", "reported to us");

    private static final Phrases REPORTED =
            Phrases.of("reports of", "reports that", "reports from", "reported that", "complaints", "complained");

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
            "flagged",
            "alarm",
            "first report",
            "reached out",
            "became aware",
            "bombard",
            "notifying us",
            "report issues",
            "report problems",
            "report that",
            "incoming report",
            "monitoring system");
    private static final Phrases MONITORING = Phrases.of(
            "monitor",
            "alert",
            "alarm",
            "pagerduty",
            "automated",
            "health check",
            "prometheus",
            "grafana",
            "datadog",
            "new relic",
            "on-call management system",
            "notifying us",
            "email notif",
            "notification from",
            "intrusion detection",
            "uptime check");
    private static final Phrases CUSTOMER =
            Phrases.of("customer", "user", "client", "subscriber", "support ticket", "visitor");
    /** Somebody complained: customers, as a rule, when the text names nobody. */
    private static final Phrases COMPLAINT =
            Phrases.of("complain", "reported issue", "reported an issue", "reported problem");

    private static final Phrases ENGINEER = Phrases.of(
            "engineer",
            "developer",
            "administrator",
            " sre",
            "employee",
            "colleague",
            "technician",
            "the person who",
            "qa team");
    /** Say who tells the story rather than who noticed; they count when nobody else is named. */
    private static final Phrases TELLER =
            Phrases.of(" team", "staff", " i ", " we ", "curl", "routine", "while attempting", "tried to");

    private static final Phrases KNOWING =
            Phrases.of("notified", "identified", "observed", "discovered", "informed", "unreachable", "encountered");

    /** People alert people, too. */
    private static final Pattern ALERTING_SOMEBODY =
            Pattern.compile("\\balert(?:ed|s|ing)? (?:the|our|their|an?) ", Pattern.CASE_INSENSITIVE);

    /** What somebody sees who is about to learn of it; it counts when nothing else tells. */
    private static final Phrases REALISING = Phrases.of("realiz", "realis", "an error", "error code", "not responding");

    private DetectionReader() {}

    static Detection read(Outline outline, List<TimedEntry> timeline, @Nullable LocalDate day) {
        TimedEntry noticed = firstNoticed(timeline);
        String section = sectionText(outline);
        List<LocalDateTime> told = sectionMoments(outline, day);
        LocalDateTime at = told.size() == 1 || noticed == null || noticed.at() == null
                ? told.isEmpty() ? null : told.get(0)
                : noticed.at();
        if (at == null && noticed != null) {
            at = noticed.at();
        }
        DetectionMethod method = section.isBlank() ? null : method(section);
        if (method == null && noticed != null) {
            method = method(noticed.text());
        }
        if (method == null) {
            method = proseMethod(outline);
        }
        if (method == null) {
            String all = section + " " + (noticed == null ? "" : noticed.text());
            boolean tells = all.indexOf('@') >= 0 || TELLER.in(" " + all + " ");
            method = tells ? DetectionMethod.ENGINEER : null;
        }
        if (at != null || noticed == null) {
            return new Detection(at, method);
        }
        return new Detection(null, noticed.date(), noticed.time(), method);
    }

    private static @Nullable TimedEntry firstNoticed(List<TimedEntry> timeline) {
        for (Phrases phrases : List.of(NOTICING, KNOWING, REALISING)) {
            for (TimedEntry entry : timeline) {
                if (phrases.in(entry.text().replace("unnoticed", ""))) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** Whether an entry of the timeline says in so many words that it was noticed. */
    static boolean tellsOfNoticing(List<TimedEntry> timeline) {
        return timeline.stream().anyMatch(entry -> DETECTED.in(entry.text()) || REPORTED.in(entry.text()));
    }

    private static String sectionText(Outline outline) {
        StringBuilder text = new StringBuilder();
        for (Section section : outline.about(Topic.DETECTION)) {
            text.append(' ').append(section.text());
        }
        for (Block block : labelled(outline)) {
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

    private static List<LocalDateTime> sectionMoments(Outline outline, @Nullable LocalDate day) {
        List<String> texts = new ArrayList<>();
        labelled(outline).forEach(block -> texts.add(block.text()));
        outline.about(Topic.DETECTION).forEach(section -> texts.add(section.text()));
        List<LocalDateTime> moments = new ArrayList<>();
        for (String text : texts) {
            for (Moment moment : Moments.in(text)) {
                Mention.Date date = moment.date();
                LocalDate on = date == null ? day : date.inYear(day == null ? null : Integer.valueOf(day.getYear()));
                Mention.Time time = moment.time();
                if (time != null && on != null) {
                    moments.add(on.atTime(time.time()));
                }
            }
        }
        return moments;
    }

    private static @Nullable DetectionMethod proseMethod(Outline outline) {
        for (Section section : outline.sections()) {
            if (section.topic().isMeasures()) {
                return null;
            }
            for (String sentence : Sentences.of(section.text())) {
                if (DETECTED.in(sentence)) {
                    DetectionMethod method = method(sentence);
                    if (method != null) {
                        return method;
                    }
                }
            }
        }
        return null;
    }

    /** Whoever is named first. */
    static @Nullable DetectionMethod method(String text) {
        String padded = ALERTING_SOMEBODY.matcher(" " + text + " ").replaceAll(" ");
        int monitoring = first(padded, MONITORING);
        int customer = first(padded, CUSTOMER);
        int engineer = first(padded, ENGINEER);
        int earliest = Math.min(monitoring, Math.min(customer, engineer));
        if (earliest == Integer.MAX_VALUE) {
            return COMPLAINT.in(padded) ? DetectionMethod.CUSTOMER : null;
        }
        if (earliest == monitoring) {
            return DetectionMethod.MONITORING;
        }
        return earliest == customer ? DetectionMethod.CUSTOMER : DetectionMethod.ENGINEER;
    }

    private static int first(String text, Phrases words) {
        int first = words.first(text);
        return first < 0 ? Integer.MAX_VALUE : first;
    }
}
