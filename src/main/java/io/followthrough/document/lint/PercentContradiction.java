package io.followthrough.document.lint;

import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import io.followthrough.document.reading.Evidence.PlacedPercent;
import io.followthrough.document.reading.Phrases;
import io.followthrough.document.source.Block;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "All users" in one sentence and 80 % in the next. */
final class PercentContradiction {

    /** Everybody, told of as affected; "35 % of all users" and "all users in Lyon" are shares. */
    private static final Pattern EVERYBODY = Pattern.compile(
            "for all users|all (?:of )?our users|affect(?:ed|ing) all users|every user|entire user base"
                    + "|(?<!of )\\ball (?:users|customers) (?:were|saw|could|couldn['’]t|lost|experienced|got|received|had)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Whatever {@link #EVERYBODY} finds holds one of them. */
    private static final Phrases ALL = Phrases.of(
            "all users", "all of our users", "all our users", "every user", "entire user base", "all customers");

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
        if (impact == null || shares.isEmpty() || shares.contains(100.0) || !ALL.in(impact)) {
            return;
        }
        Matcher everybody = EVERYBODY.matcher(impact);
        if (everybody.find()) {
            PlacedPercent share = evidence.percents().get(0);
            String number = number(share.value());
            report.add(
                    sentence(evidence, everybody.group()),
                    "The text says \"%s\" and %s %%; only one can be right.".formatted(everybody.group(), number),
                    List.of(new Related(evidence.place(share.line(), number), number + " % here")));
        }
    }

    private static Place sentence(Evidence evidence, String everybody) {
        for (Block block : evidence.outline().prose()) {
            if (block.text().contains(everybody)) {
                return evidence.place(block.line(), everybody);
            }
        }
        return evidence.source().place(evidence.percents().get(0).line());
    }

    private static String number(double share) {
        return share == Math.rint(share) ? String.valueOf((long) share) : String.valueOf(share);
    }
}
