package io.followthrough.document.reading;

import io.followthrough.document.Detection;
import io.followthrough.document.DetectionMethod;
import io.followthrough.document.reading.Evidence.TimedEntry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads when and by whom the incident was noticed. */
final class DetectionReader {

    private static final String[] NOTICING = {
        "detect",
        "alert",
        "notice",
        "noticing",
        "complain",
        "report of",
        "reported",
        "reporting",
        "reports the issue",
        "paged",
        "flagged",
        "alarm",
        "first report",
        "reached out",
        "became aware"
    };
    private static final String[] MONITORING = {
        "monitor",
        "alert",
        "alarm",
        "pagerduty",
        "automated",
        "dashboard",
        "health check",
        "prometheus",
        "grafana",
        "datadog",
        "new relic",
        "on-call management system"
    };
    private static final String[] CUSTOMER = {
        "customer", "user", "client", "complain", "subscriber", "support ticket", "visitor"
    };
    private static final String[] ENGINEER = {
        "engineer",
        "developer",
        "the team",
        "our team",
        "staff",
        "administrator",
        " sre",
        "employee",
        "colleague",
        " i ",
        " we ",
        "curl",
        "the person who",
        "technician",
        "@"
    };

    private DetectionReader() {}

    static Detection read(Outline outline, List<TimedEntry> timeline, @Nullable LocalDate day) {
        TimedEntry noticed = firstNoticed(timeline);
        String section = sectionText(outline);
        LocalDateTime at = sectionMoment(outline, day);
        if (at == null) {
            at = noticed == null ? null : noticed.at();
        }
        DetectionMethod method = section.isBlank() ? null : method(section);
        if (method == null && noticed != null) {
            method = method(noticed.text());
        }
        if (method == null) {
            method = proseMethod(outline);
        }
        return new Detection(at, method);
    }

    private static @Nullable TimedEntry firstNoticed(List<TimedEntry> timeline) {
        for (TimedEntry entry : timeline) {
            if (Words.mentions(entry.text().replace("unnoticed", ""), NOTICING)) {
                return entry;
            }
        }
        return null;
    }

    private static String sectionText(Outline outline) {
        StringBuilder text = new StringBuilder();
        for (Section section : outline.about(Topic.DETECTION)) {
            text.append(' ').append(section.text());
        }
        return text.toString();
    }

    private static @Nullable LocalDateTime sectionMoment(Outline outline, @Nullable LocalDate day) {
        for (Section section : outline.about(Topic.DETECTION)) {
            for (Moment moment : Moments.in(section.text())) {
                if (moment.time() == null) {
                    continue;
                }
                LocalDate own = moment.date() == null
                        ? day
                        : moment.date().inYear(day == null ? null : Integer.valueOf(day.getYear()));
                return own == null ? null : own.atTime(moment.time().time());
            }
        }
        return null;
    }

    private static @Nullable DetectionMethod proseMethod(Outline outline) {
        for (Section section : outline.sections()) {
            if (section.topic().isMeasures()) {
                return null;
            }
            for (String sentence : Sentences.of(section.text())) {
                if (Words.mentions(sentence, "detected", "noticed", "was alerted", "alerted us")) {
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
        String lower = " " + text.toLowerCase(Locale.ROOT) + " ";
        int monitoring = first(lower, MONITORING);
        int customer = first(lower, CUSTOMER);
        int engineer = first(lower, ENGINEER);
        int earliest = Math.min(monitoring, Math.min(customer, engineer));
        if (earliest == Integer.MAX_VALUE) {
            return null;
        }
        if (earliest == monitoring) {
            return DetectionMethod.MONITORING;
        }
        return earliest == customer ? DetectionMethod.CUSTOMER : DetectionMethod.ENGINEER;
    }

    private static int first(String text, String[] words) {
        int first = Integer.MAX_VALUE;
        for (String word : words) {
            int at = text.indexOf(word);
            first = at < 0 ? first : Math.min(first, at);
        }
        return first;
    }
}
