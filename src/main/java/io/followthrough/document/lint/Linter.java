package io.followthrough.document.lint;

import io.followthrough.document.Finding;
import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a document against all rules. */
public final class Linter {

    /** More findings of one rule help nobody and would let a hostile document grow its report without end. */
    private static final int MOST_OF_ONE_RULE = 100;

    private static final Linter STANDARD = new Linter(RuleSettings.STANDARD);

    private final RuleSettings settings;

    public Linter(RuleSettings settings) {
        this.settings = settings;
    }

    /** Every rule with its own severity. */
    public static Linter standard() {
        return STANDARD;
    }

    /** The findings by line, the graver first on the same line. */
    public List<Finding> lint(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            Severity severity = settings.severityOf(rule);
            boolean applies = evidence.document().postmortem() != rule.judgesOtherTexts();
            if (severity != null && applies) {
                rule.check(
                        evidence,
                        new Collector(rule.id(), severity, evidence, findings, findings.size() + MOST_OF_ONE_RULE));
            }
        }
        findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::severity));
        return List.copyOf(findings);
    }

    /** Puts what one rule says among the findings. */
    private record Collector(String rule, Severity severity, Evidence evidence, List<Finding> findings, int most)
            implements Report {

        @Override
        public void add(Place place, String message, List<Related> related, @Nullable Fix fix) {
            if (!isFull()) {
                findings.add(new Finding(rule, severity, message, place, related, fix));
            }
        }

        @Override
        public void add(int line, String message) {
            // What the document lacks as a whole is reported on its first line and belongs to no word of it.
            add(line == 1 ? Place.line(1) : evidence.source().place(line), message);
        }

        @Override
        public boolean isFull() {
            return findings.size() >= most;
        }
    }
}
