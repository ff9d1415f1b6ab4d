package io.followthrough.document.reading;

import io.followthrough.document.DetectionMethod;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells from words who noticed: a machine that watches, somebody who wants to be served, or one of those who mend. */
final class Noticers {

    private static final Phrases MONITORING = Phrases.of(
            "monitor",
            "alert",
            "alarm",
            "pagerduty",
            "pagers",
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
            "notifications from",
            "got notification",
            "got a notification",
            "received notification",
            "received a notification",
            "notifications on ",
            "notification on ",
            "intrusion detection",
            "uptime check",
            "sentinel",
            "watchdog",
            "server noticed",
            "servers noticed",
            "system noticed",
            "systems noticed",
            "system detected",
            "systems detected",
            "system flagged");
    private static final Phrases ALERT = Phrases.of(
            "monitoring alert",
            "monitoring system alert",
            "alerts trigger",
            "alert trigger",
            "alerts fire",
            "alert fire",
            "automated alert",
            "the alerts",
            "alarm");
    private static final Phrases CUSTOMER = Phrases.of(
            "customer",
            "user",
            "client",
            "subscriber",
            "support ticket",
            "visitor",
            "shopper",
            "phones",
            "social media");
    /** Somebody complained: customers, as a rule, when the text names nobody. */
    private static final Phrases COMPLAINT = Phrases.of(
            "complain",
            "reported issue",
            "reported an issue",
            "reported problem",
            "reports of",
            "incoming report",
            "first report",
            "a team reports");

    private static final Phrases ENGINEER = Phrases.of(
            "engineer",
            "developer",
            "administrator",
            " sre",
            "employee",
            "colleague",
            "technician",
            "the person who",
            "team member",
            "group member",
            "members of the team",
            "member of the team",
            "members of our team",
            "qa team");
    /** Say who tells the story rather than who noticed; they count when nobody else is named. */
    private static final Phrases TELLER = Phrases.of(
            " team",
            "staff",
            " i ",
            " we ",
            " my ",
            "curl",
            "routine",
            "while attempting",
            "when trying",
            "while trying",
            "while testing",
            "while checking",
            "while browsing",
            "tried to");

    /** A sentence without its subject is about those who write it: {@code 09:10: Noticed …}. */
    private static final String[] ONESELF = {
        "noticed ", "attempted ", "realized ", "realised ", "discovered ", "observed ", "saw ", "tried "
    };

    /** {@code operator | Noticed …}: behind the cell of a table that says what kind of step it is. */
    private static final Pattern ONESELF_INSIDE =
            Pattern.compile("^\\w+ (?:Noticed|Realized|Realised|Discovered|Observed|Saw) ");

    /** People alert people, too. */
    private static final Pattern ALERTING_SOMEBODY =
            Pattern.compile("\\balert(?:ed|s|ing)? (?:the|our|their|an?) ", Pattern.CASE_INSENSITIVE);

    /** Machines that watch, which alert somebody or keep silent. */
    private static final Phrases WATCHING = Phrases.of("monitor", "alert", "alarm");

    /** A machine that kept silent noticed nothing. */
    private static final Pattern SILENT = Pattern.compile(
            "(?:\\bno|\\bnot|n['’]t|\\bwithout) (?:(?!until|before|by)\\w+ ){0,2}(?:monitor\\w*|alerts?|alarms?)\\b"
                    + "|\\bmonitor\\w* (?:\\w+ ){0,3}(?:fail(?:s|ed)? to|did not|does not|didn['’]t|missed)\\b",
            Pattern.CASE_INSENSITIVE);

    private Noticers() {}

    /** Whoever is named first. */
    static @Nullable DetectionMethod named(String text) {
        String padded = " " + text + " ";
        if (WATCHING.in(text)) {
            padded = ALERTING_SOMEBODY.matcher(padded).replaceAll(" ");
            padded = SILENT.matcher(padded).replaceAll(" ");
        }
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

    /** Those who tell the story, when the words show that it was they who met it. */
    static @Nullable DetectionMethod tellers(String text) {
        boolean tells = text.indexOf('@') >= 0
                || TELLER.in(" " + text + " ")
                || Words.startsWithAny(text.stripLeading(), ONESELF)
                || ONESELF_INSIDE.matcher(text.strip()).find();
        return tells ? DetectionMethod.ENGINEER : null;
    }

    /** Whether a machine that watches is said to have kept silent, and nobody else to have noticed. */
    static boolean tellsOfSilence(String text) {
        return WATCHING.in(text) && SILENT.matcher(text).find() && named(text) == null && tellers(text) == null;
    }

    /** Whether a machine that watches gave a sign. */
    static boolean isAlert(String text) {
        return ALERT.in(text);
    }

    private static int first(String text, Phrases words) {
        int first = words.first(text);
        return first < 0 ? Integer.MAX_VALUE : first;
    }
}
