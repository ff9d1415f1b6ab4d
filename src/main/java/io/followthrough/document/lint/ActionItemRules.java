package io.followthrough.document.lint;

import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether action items can be done, by somebody, by some day. */
final class ActionItemRules {

    private static final int MANY = 10;
    private static final List<String> VAGUE = List.of(
            "be more careful",
            "more careful",
            "pay more attention",
            "try to ",
            "as soon as possible",
            "and so on",
            "etc.",
            "look into ",
            "think about",
            "maybe ",
            "be aware",
            "keep in mind",
            "do better",
            "if possible",
            "when possible",
            "in general",
            "improve communication",
            "more robust",
            "more rigorous",
            "better ");

    private ActionItemRules() {}

    static List<Rule> all() {
        return List.of(
                new SimpleRule(
                        "vague-action-item",
                        Severity.WARNING,
                        "An item nobody can call done is never closed.",
                        ActionItemRules::vague),
                new SimpleRule(
                        "action-item-without-owner",
                        Severity.INFO,
                        "What is everybody's is nobody's.",
                        ActionItemRules::withoutOwner),
                new SimpleRule(
                        "action-item-without-due-date",
                        Severity.INFO,
                        "What has no day is done on no day.",
                        ActionItemRules::withoutDueDate),
                new SimpleRule(
                        "too-many-action-items",
                        Severity.INFO,
                        "Long lists are not finished; choose the few that matter.",
                        ActionItemRules::tooMany));
    }

    private static void vague(Evidence evidence, Report report) {
        for (ProposedActionItem item : evidence.document().actionItems()) {
            String text = (item.title() + " " + item.description()).toLowerCase(Locale.ROOT);
            for (String phrase : VAGUE) {
                if (text.contains(phrase)) {
                    report.add(
                            item.line(),
                            "\"%s\" cannot be called done: \"%s\". Say what exactly will be different, where, and how one sees it."
                                    .formatted(shortened(item.title()), phrase.strip()));
                    break;
                }
            }
        }
    }

    private static void withoutOwner(Evidence evidence, Report report) {
        list(evidence, report, item -> item.owner() == null, "an owner");
    }

    private static void withoutDueDate(Evidence evidence, Report report) {
        list(evidence, report, item -> item.due() == null, "a due date");
    }

    private static void list(
            Evidence evidence, Report report, java.util.function.Predicate<ProposedActionItem> lacks, String what) {
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

    private static String shortened(String title) {
        return title.length() <= 60 ? title : title.substring(0, 59) + "…";
    }
}
