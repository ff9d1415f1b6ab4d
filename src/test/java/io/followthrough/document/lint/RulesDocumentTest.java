package io.followthrough.document.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.followthrough.document.RuleCatalogue;
import io.followthrough.document.RuleText;
import io.followthrough.document.RuleText.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the documentation of the rules to the catalogue, and its figures to the labelled postmortems. */
class RulesDocumentTest {

    private static final Path DOCUMENT = Path.of("src", "docs", "rules.md");
    private static final Path FIGURES =
            Path.of("src", "main", "resources", "io", "followthrough", "document", "lint", "measured.csv");
    private static final String RENEW = "mvn test -Dtest=RulesDocumentTest -Drules.renew=true";
    private static final boolean RENEWING = Boolean.getBoolean("rules.renew");

    @Test
    void writesWhatTheCatalogueSays() throws IOException {
        String fresh = RulesDocument.of(RENEWING && MeasuredRules.possible() ? MeasuredRules.measure() : committed());
        if (RENEWING) {
            Files.writeString(DOCUMENT, fresh);
        }

        assertThat(Files.readString(DOCUMENT).replace("\r\n", "\n"))
                .as("src/docs/rules.md is not what the catalogue says; renew it: " + RENEW)
                .isEqualTo(fresh);
    }

    @Test
    void measuresTheRulesOnLabelledPostmortems() throws IOException {
        assumeTrue(
                MeasuredRules.possible(),
                "Skipped: no labelled postmortems at ../shared/corpus, so that the figures of the rules cannot be checked.");
        String fresh = MeasuredRules.csv(MeasuredRules.measure());
        if (RENEWING) {
            Files.writeString(FIGURES, fresh);
        }

        assertThat(Files.readString(FIGURES).replace("\r\n", "\n"))
                .as("The measured figures of the rules are stale; measure anew: " + RENEW)
                .isEqualTo(fresh);
    }

    private static Map<String, Measured> committed() {
        Map<String, Measured> figures = new LinkedHashMap<>();
        for (RuleText rule : RuleCatalogue.all()) {
            if (rule.measured() != null) {
                figures.put(rule.id(), rule.measured());
            }
        }
        return figures;
    }
}
