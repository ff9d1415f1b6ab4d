package io.followthrough.document.lint;

import io.followthrough.document.RuleCatalogue;
import io.followthrough.document.RuleText;
import io.followthrough.document.RuleText.Measured;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the catalogue as the Markdown of {@code src/docs/rules.md}. */
final class RulesDocument {

    private final Map<String, Measured> measured;
    private final StringBuilder text = new StringBuilder();

    private RulesDocument(Map<String, Measured> measured) {
        this.measured = measured;
    }

    static String of(Map<String, Measured> measured) {
        RulesDocument document = new RulesDocument(measured);
        document.opening();
        for (RuleCatalogue.Group group : RuleCatalogue.groups()) {
            document.text
                    .append("\n## ")
                    .append(group.title())
                    .append("\n\n")
                    .append(group.question())
                    .append('\n');
            group.rules().forEach(document::rule);
        }
        return document.text.toString();
    }

    private void opening() {
        text.append("""
                <!-- Written by RulesDocumentTest from src/main/resources/io/followthrough/document/lint/rules.yaml; do not edit. -->
                # Rules

                What Followthrough says about a postmortem, and why. The same texts stand in the application under `/rules` and
                behind `lint --explain RULE`. Severities can be changed and rules switched off by a file that the server and
                the command line share: one `rule: error|warning|info|off` per line.

                **Measured** says in how many of the 53 labelled practice documents (50 of them postmortems) rule and careful
                reader agree: *right* is found by both, *wrong* only by the rule, *missed* only by the reader; precision is
                right of right and wrong, recall is right of right and missed. Rules without figures have no label there. The
                labels were at hand while the rules were written, so unseen documents fare somewhat worse. Where the documents
                lie beside the project (`../shared/corpus`), a test fails when these figures are stale; this measures anew and
                writes this page:

                ```
                mvn test -Dtest=RulesDocumentTest -Drules.renew=true
                ```

                | rule | severity | finds | right | wrong | missed | precision | recall |
                |---|---|---|---|---|---|---|---|
                """);
        for (RuleText rule : RuleCatalogue.all()) {
            text.append("| [%s](#%s) | %s | %s | %s |\n"
                    .formatted(rule.id(), rule.id(), severity(rule), rule.title(), figures(rule)));
        }
        int right = measured.values().stream().mapToInt(Measured::right).sum();
        int wrong = measured.values().stream().mapToInt(Measured::wrong).sum();
        int missed = measured.values().stream().mapToInt(Measured::missed).sum();
        text.append("| **all with a label** | | | %s |\n".formatted(cells(new Measured(right, wrong, missed))));
    }

    private String figures(RuleText rule) {
        Measured figures = measured.get(rule.id());
        return figures == null ? " | | | | " : cells(figures);
    }

    private static String cells(Measured figures) {
        return "%d | %d | %d | %s | %s"
                .formatted(figures.right(), figures.wrong(), figures.missed(), figures.precision(), figures.recall());
    }

    private void rule(RuleText rule) {
        text.append("\n### ").append(rule.id()).append("\n\n");
        text.append("**")
                .append(rule.title())
                .append("** Severity: ")
                .append(severity(rule))
                .append(".\n\n");
        text.append(rule.reason()).append("\n\n");
        text.append("Source: ")
                .append(rule.sources().stream()
                        .map(source -> "[" + source.name() + "](" + source.url() + ")")
                        .collect(Collectors.joining("; ")))
                .append(".\n\n");
        text.append("Found here:\n\n````markdown\n").append(rule.bad()).append("\n````\n\n");
        text.append("Not here:\n\n````markdown\n").append(rule.good()).append("\n````\n");
    }

    private static String severity(RuleText rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }
}
