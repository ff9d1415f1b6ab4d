package io.followthrough.document.lint;

import static io.followthrough.document.lint.SimpleRule.text;

import io.followthrough.document.Detection;
import io.followthrough.document.DetectionMethod;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Phrases;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether action items are done by somebody, by some day, and against what happened. */
final class ActionItemRules {

    private static final int MANY = 10;
    private static final Duration NOTICED_SOON = Duration.ofMinutes(5);

    private static final Phrases DETECTING = Phrases.of(
            "monitor",
            "alert",
            "alarm",
            "detect",
            "dashboard",
            "metric",
            "probe",
            "health check",
            "health-check",
            "healthcheck",
            "observab",
            "logging",
            "notif",
            "threshold",
            "synthetic",
            "watch",
            "tracing",
            "telemetry",
            "canar",
            "warn",
            "check that",
            "checks that",
            "check whether",
            "checks whether",
            "check every",
            "checks every",
            "audit");
    /** Parts of "login" and "homepage", so that their ends matter. */
    private static final Pattern LOGS_OR_PAGES =
            Pattern.compile("\\blogs?\\b|\\bpag(?:e|es|ing)\\b|\\bpager", Pattern.CASE_INSENSITIVE);

    /** Among the first words: notices or lessens the next incident, spreads word of this one, or finds out more. */
    private static final Pattern NOT_PREVENTING = Pattern.compile(
            "(?:\\S+\\s+){0,3}(?:monitor|alert|alarm|detect|dashboard|metric|probe|health[- ]?check|observab|logging|logs?\\b"
                    + "|notif|pag(?:e|ing)\\b|failover|fallback|roll(?:ing)?[- ]?back|runbook|playbook|backup|restor|recover"
                    + "|on[- ]call|escalat|communicat|document|learning|investigat|look into|research|discuss|meeting)",
            Pattern.CASE_INSENSITIVE);

    private ActionItemRules() {}

    static List<Rule> all() {
        return List.of(
                VagueItems.rule(),
                text(
                        "action-item-without-owner",
                        Severity.INFO,
                        "Action items have no owner.",
                        ActionItemRules::withoutOwner),
                text(
                        "action-item-without-due-date",
                        Severity.INFO,
                        "Action items have no due date.",
                        ActionItemRules::withoutDueDate),
                text(
                        "too-many-action-items",
                        Severity.INFO,
                        "There are more action items than teams finish.",
                        ActionItemRules::tooMany),
                text(
                        "no-preventive-action-item",
                        Severity.INFO,
                        "No action item keeps the incident from happening again.",
                        ActionItemRules::nothingPrevents),
                text(
                        "no-detecting-action-item",
                        Severity.INFO,
                        "The incident was noticed late or by others, and no action item changes that.",
                        ActionItemRules::nothingDetects));
    }

    private static void withoutOwner(Evidence evidence, Report report) {
        list(evidence, report, item -> item.owner() == null, "an owner");
    }

    private static void withoutDueDate(Evidence evidence, Report report) {
        list(evidence, report, item -> item.due() == null, "a due date");
    }

    private static void list(Evidence evidence, Report report, Predicate<ProposedActionItem> lacks, String what) {
        List<ProposedActionItem> lacking = new ArrayList<>();
        for (ProposedActionItem item : evidence.document().actionItems()) {
            if (!item.done() && lacks.test(item)) {
                lacking.add(item);
            }
        }
        if (!lacking.isEmpty()) {
            int all = evidence.document().actionItems().size();
            String which = lacking.size() == all
                    ? "No action item has "
                    : lacking.size() + " of " + all + " action items lack ";
            report.add(lacking.get(0).line(), which + what + ".");
        }
    }

    private static void tooMany(Evidence evidence, Report report) {
        int count = evidence.document().actionItems().size();
        if (count > MANY) {
            report.add(
                    evidence.document().actionItems().get(0).line(),
                    count + " action items are more than teams finish; which five matter most?");
        }
    }

    /** By the first words; an item whose words say nothing else counts as preventing. */
    private static void nothingPrevents(Evidence evidence, Report report) {
        List<ProposedActionItem> items = evidence.document().actionItems();
        boolean prevents = items.stream()
                .anyMatch(item -> !NOT_PREVENTING.matcher(item.title()).lookingAt());
        if (!items.isEmpty() && !prevents) {
            report.add(
                    items.get(0).line(),
                    "Every action item notices, softens or explains the next incident; none keeps it from happening. Which check or change would have stopped it?");
        }
    }

    private static void nothingDetects(Evidence evidence, Report report) {
        List<ProposedActionItem> items = evidence.document().actionItems();
        if (items.isEmpty() || !noticedLate(evidence)) {
            return;
        }
        if (items.stream().noneMatch(item -> detects(words(item)))) {
            report.add(
                    items.get(0).line(),
                    "Nothing in the action items would make the next such incident noticed sooner, although this one was not noticed at once by monitoring. Which alert would have?");
        }
    }

    private static boolean detects(String words) {
        return DETECTING.in(words) || LOGS_OR_PAGES.matcher(words).find();
    }

    /** Known to be late or to have come from outside; what the document leaves open is another rule's. */
    private static boolean noticedLate(Evidence evidence) {
        Detection detection = evidence.document().detection();
        LocalDateTime start = evidence.document().incident().start();
        if (detection.method() == DetectionMethod.CUSTOMER) {
            return true;
        }
        return detection.at() != null
                && start != null
                && Duration.between(start, detection.at()).compareTo(NOTICED_SOON) > 0;
    }

    private static String words(ProposedActionItem item) {
        return item.title() + " " + item.description();
    }
}
