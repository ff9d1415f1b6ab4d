package io.followthrough.document.lint;

import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import java.util.List;
import java.util.Locale;

/** "All users" in one sentence and 80 % in the next. */
final class PercentContradiction implements Rule {

    private static final List<String> EVERYBODY = List.of(
            "for all users",
            "all of our users",
            "all our users",
            "affected all users",
            "affecting all users",
            "every user",
            "entire user base");

    @Override
    public String id() {
        return "percent-contradiction";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String why() {
        return "All users and a share of them cannot both have been affected.";
    }

    @Override
    public void check(Evidence evidence, Report report) {
        String impact = evidence.document().impact().text();
        List<Double> shares = evidence.document().impact().usersAffectedPercent();
        if (impact == null || shares.isEmpty() || shares.contains(100.0)) {
            return;
        }
        String lower = impact.toLowerCase(Locale.ROOT);
        for (String everybody : EVERYBODY) {
            if (lower.contains(everybody)) {
                report.add(
                        evidence.percents().get(0).line(),
                        "The text says \"%s\" and %s %%; only one can be right."
                                .formatted(everybody, number(shares.get(0))));
                return;
            }
        }
    }

    private static String number(double share) {
        return share == Math.rint(share) ? String.valueOf((long) share) : String.valueOf(share);
    }
}
