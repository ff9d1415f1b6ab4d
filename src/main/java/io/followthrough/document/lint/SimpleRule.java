package io.followthrough.document.lint;

import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;
import java.util.function.BiConsumer;

/** A rule whose check fits into one method. */
record SimpleRule(String id, Severity severity, String why, BiConsumer<Evidence, Report> check) implements Rule {

    @Override
    public void check(Evidence evidence, Report report) {
        check.accept(evidence, report);
    }
}
