package io.followthrough.document.lint;

import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import java.util.function.BiConsumer;

/** A rule whose check fits into one method. */
record SimpleRule(String id, RuleGroup group, Severity severity, String title, BiConsumer<Evidence, Report> check)
        implements Rule {

    @Override
    public void check(Evidence evidence, Report report) {
        check.accept(evidence, report);
    }

    static Rule completeness(String id, Severity severity, String title, BiConsumer<Evidence, Report> check) {
        return new SimpleRule(id, RuleGroup.COMPLETENESS, severity, title, check);
    }

    static Rule consistency(String id, Severity severity, String title, BiConsumer<Evidence, Report> check) {
        return new SimpleRule(id, RuleGroup.CONSISTENCY, severity, title, check);
    }

    static Rule text(String id, Severity severity, String title, BiConsumer<Evidence, Report> check) {
        return new SimpleRule(id, RuleGroup.TEXT, severity, title, check);
    }
}
