package io.followthrough.document.lint;

import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.PlacedPercent;
import io.followthrough.document.source.Block;
import java.util.List;
import java.util.Locale;

/** "All users" in one sentence and 80 % in the next. */
final class PercentContradiction {

    private static final List<String> EVERYBODY = List.of(
            "for all users",
            "all of our users",
            "all our users",
            "affected all users",
            "affecting all users",
            "every user",
            "entire user base");

    private PercentContradiction() {}

    static Rule rule() {
        return SimpleRule.consistency(
                "percent-contradiction",
                Severity.WARNING,
                "The text speaks of all users and of a share of them.",
                PercentContradiction::check);
    }

    private static void check(Evidence evidence, Report report) {
        String impact = evidence.document().impact().text();
        List<Double> shares = evidence.document().impact().usersAffectedPercent();
        if (impact == null || shares.isEmpty() || shares.contains(100.0)) {
            return;
        }
        String lower = impact.toLowerCase(Locale.ROOT);
        for (String everybody : EVERYBODY) {
            if (lower.contains(everybody)) {
                PlacedPercent share = evidence.percents().get(0);
                String number = number(share.value());
                report.add(
                        sentence(evidence, everybody),
                        "The text says \"%s\" and %s %%; only one can be right.".formatted(everybody, number),
                        List.of(new Related(evidence.place(share.line(), number), number + " % here")));
                return;
            }
        }
    }

    /** Where the words stand; they may begin a sentence. */
    private static Place sentence(Evidence evidence, String everybody) {
        for (Block block : evidence.outline().prose()) {
            int at = block.text().toLowerCase(Locale.ROOT).indexOf(everybody);
            if (at >= 0) {
                return evidence.place(block.line(), block.text().substring(at, at + everybody.length()));
            }
        }
        return evidence.source().place(evidence.percents().get(0).line());
    }

    private static String number(double share) {
        return share == Math.rint(share) ? String.valueOf((long) share) : String.valueOf(share);
    }
}
