package io.followthrough.document.lint;

import io.followthrough.document.Finding;
import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Holds a document against all rules. */
public final class Linter {

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
                rule.check(evidence, (line, message) -> findings.add(new Finding(rule.id(), severity, message, line)));
            }
        }
        findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::severity));
        return List.copyOf(findings);
    }
}
