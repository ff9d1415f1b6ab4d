package io.followthrough.document.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.RuleCatalogue;
import io.followthrough.document.RuleText;
import io.followthrough.document.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the catalogue to its own examples. */
class RuleCatalogueTest {

    @Test
    void namesEveryRuleOnceAndInOrder() {
        assertThat(RuleCatalogue.all())
                .extracting(RuleText::id)
                .containsExactly(
                        "missing-title",
                        "missing-incident-date",
                        "missing-window",
                        "missing-time-zone",
                        "missing-impact",
                        "missing-affected-percent",
                        "missing-root-cause",
                        "missing-timeline",
                        "timeline-without-times",
                        "missing-detection",
                        "missing-misleading-paths",
                        "missing-escalation",
                        "missing-resolution",
                        "missing-corrective-measures",
                        "missing-action-items",
                        "end-before-start",
                        "duration-mismatch",
                        "start-mismatch",
                        "end-mismatch",
                        "timeline-outside-window",
                        "timeline-out-of-order",
                        "date-contradiction",
                        "weekday-mismatch",
                        "date-ambiguous",
                        "malformed-time",
                        "zone-impossible-on-date",
                        "zone-ambiguous",
                        "zone-malformed",
                        "zone-mixed",
                        "percent-contradiction",
                        "detected-at-start",
                        "vague-action-item",
                        "action-item-without-owner",
                        "action-item-without-due-date",
                        "too-many-action-items",
                        "no-preventive-action-item",
                        "no-detecting-action-item",
                        "template-remnant",
                        "unfinished-text",
                        "blame-language",
                        "not-a-postmortem",
                        "invalid-suppression");
    }

    @Test
    void keepsTheGroupsTogether() {
        List<RuleText> grouped = RuleCatalogue.groups().stream()
                .flatMap(group -> group.rules().stream())
                .toList();

        assertThat(grouped).isEqualTo(RuleCatalogue.all());
        assertThat(RuleCatalogue.groups())
                .extracting(RuleCatalogue.Group::title)
                .containsExactly("Completeness", "Consistency", "Text");
    }

    @Test
    void findsARuleByItsId() {
        assertThat(RuleCatalogue.named("zone-mixed").orElseThrow().severity()).isEqualTo(Severity.WARNING);
        assertThat(RuleCatalogue.named("no-such-rule")).isEmpty();
    }

    @Test
    void hasNothingToSayAboutTheSample() {
        assertThat(Documents.read(CatalogueExample.sample()).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void tellsEverythingAboutEveryRule(RuleText rule) {
        assertThat(rule.title()).endsWith(".").hasSizeLessThan(110);
        assertThat(rule.reason()).endsWith(".").hasSizeBetween(100, 700).doesNotContain("\n");
        assertThat(rule.sources()).isNotEmpty().allSatisfy(source -> {
            assertThat(source.name()).isNotBlank();
            assertThat(source.url()).startsWith("https://");
        });
        assertThat(rule.bad()).isNotBlank().isNotEqualTo(rule.good());
        assertThat(rule.good()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsTheBadExampleAndNotTheGoodOne(RuleText rule) {
        assertThat(findings(rule.id(), rule.bad())).extracting(Finding::rule).contains(rule.id());
        assertThat(findings(rule.id(), rule.good())).extracting(Finding::rule).doesNotContain(rule.id());
    }

    private static Stream<RuleText> rules() {
        return RuleCatalogue.all().stream();
    }

    private static List<Finding> findings(String rule, String excerpt) {
        return Documents.read(CatalogueExample.document(rule, excerpt)).findings();
    }
}
