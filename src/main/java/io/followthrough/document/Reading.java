package io.followthrough.document;

import java.util.List;

/**
 * What reading a text gave: the document and the linter's findings on it.
 *
 * @param places where its single values stand
 * @param suppressed findings that count no more, each with its reason
 */
public record Reading(PostmortemDocument document, Places places, List<Finding> findings, List<Suppressed> suppressed) {

    public Reading {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    /** Whether a finding of severity {@link Severity#ERROR} keeps the document from review. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
