package io.followthrough.document.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.Samples;
import io.followthrough.document.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {

    private static final String FINE = Samples.text("plain-lines.txt");

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Postmortem: Photo Upload Standstill | '' | missing-title",
                " on March 4, 2025. | . | missing-incident-date",
                " GMT | '' | missing-time-zone",
                "Around 35% of our customers | Some customers | missing-affected-percent",
                "1:30 PM GMT: The network is suspected and measured. | '' | missing-misleading-paths",
                "2:10 PM GMT: Escalated to the storage group. | '' | missing-escalation",
                "for 2 hours, starting | for 3 hours, starting | duration-mismatch",
                "2:30 PM GMT: The full | 1:50 PM GMT: The full | timeline-out-of-order",
                "2:30 PM GMT: The full | 7:30 PM GMT: The full | timeline-outside-window",
                "3:00 PM GMT: Space | 2:40 PM GMT: Space | end-mismatch",
                "2:30 PM GMT: The full | 14:30 PM GMT: The full | malformed-time",
                "No photo could be sent in that time. | All our users waited; it was down for all users. | percent-contradiction",
                "on March 4, 2025 | on Monday, March 4, 2025 | weekday-mismatch",
                "A full disk on the image host | A full disk on [name of the host] | template-remnant",
                "never deleted and filled | never deleted and . Filled | unfinished-text",
                "Page the storage group when | Be more careful when | vague-action-item"
            })
    void findsTheOneThingThatIsWrong(String good, String bad, String rule) {
        assertThat(FINE).contains(good);
        assertThat(rules(FINE)).doesNotContain(rule);

        assertThat(rules(FINE.replace(good, bad))).contains(rule);
    }

    @Test
    void asksForNoResolutionOrImpactThatIsToldElsewhere() {
        String told = """
                # Postmortem: Lift outage

                On 7 April 2025 from 10:30 to 13:15 UTC the lift was down.

                ## Root cause
                A worn rope. It was replaced.

                ## Action items
                - Measure each rope every month
                """;

        assertThat(rules(told)).doesNotContain("missing-resolution", "missing-impact");
        assertThat(rules(told.replace(" It was replaced.", ""))).contains("missing-resolution");
        assertThat(rules(told.replace("the lift was down", "something occurred").replace("Lift outage", "Lift")))
                .contains("missing-impact");
    }

    @Test
    void comparesTheDurationInWords() {
        assertThat(findings(FINE.replace("for 2 hours, starting", "for 3 hours, starting")))
                .filteredOn(finding -> finding.rule().equals("duration-mismatch"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("13:00 to 15:00 is 2 h; the text says 3 h");
                    assertThat(finding.line()).isEqualTo(3);
                });
    }

    @Test
    void knowsWhichZoneHoldsOnTheDay() {
        String markdown = Samples.text("markdown.md");

        assertThat(rules(markdown)).doesNotContain("zone-impossible-on-date");
        assertThat(findings(markdown.replace("EDT", "EST")))
                .anySatisfy(finding -> assertThat(finding.message())
                        .contains("EST is not in force on 14 July 2025", "EDT (UTC-04:00)", "15:40 to 17:15 UTC"));
        assertThat(rules(markdown.replace("EDT", "IST"))).contains("zone-ambiguous");
        assertThat(rules(markdown.replace("EDT", "EAT + 3"))).contains("zone-malformed");
    }

    @Test
    void stopsADocumentWithoutActionItems() {
        String without = FINE.substring(0, FINE.indexOf("Corrective and Preventative"));

        assertThat(findings(without))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .containsExactly("missing-action-items");
    }

    @Test
    void stopsWhatIsNoPostmortem() {
        String readme =
                "# A library\n\nInstall it with the package manager.\n\n## Usage\n\n- Call it\n- Read the answer\n";

        assertThat(findings(readme)).extracting(Finding::rule).containsExactly("not-a-postmortem");
        assertThat(Documents.read(readme).document().actionItems()).isEmpty();
    }

    @Test
    void stopsATemplateNobodyFilledIn() {
        String template = """
                # Postmortem: [Name of the incident]
                ## Summary
                - Duration: [Start time] to [End time]
                - Impact: [What users saw]
                ## Timeline
                - [Time of detection]: [What happened first]
                ## Tasks
                1. [First task name]
                """;

        assertThat(findings(template)).extracting(Finding::rule).containsExactly("not-a-postmortem");
    }

    @Test
    void followsTheSettings() {
        RuleSettings settings = RuleSettings.of(Map.of("missing-title", "error", "missing-time-zone", "off"));
        String text = FINE.replace("Postmortem: Photo Upload Standstill", "").replace(" GMT", "");

        assertThat(Documents.read(text, new Linter(settings)).findings())
                .anyMatch(finding -> finding.rule().equals("missing-title") && finding.severity() == Severity.ERROR)
                .noneMatch(finding -> finding.rule().equals("missing-time-zone"));
    }

    @Test
    void refusesSettingsForRulesAndSeveritiesThatDoNotExist() {
        assertThatThrownBy(() -> RuleSettings.of(Map.of("no-such-rule", "off"))).hasMessageContaining("no-such-rule");
        assertThatThrownBy(() -> RuleSettings.of(Map.of("missing-title", "fatal")))
                .hasMessageContaining("fatal");
    }

    @Test
    void givesEveryRuleItsOwnIdAndAReason() {
        assertThat(Rules.all()).extracting(Rule::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z-]+"));
        assertThat(Rules.all()).extracting(Rule::title).allMatch(title -> title.endsWith("."));
    }

    private static List<Finding> findings(String text) {
        return Documents.read(text).findings();
    }

    private static List<String> rules(String text) {
        return findings(text).stream().map(Finding::rule).toList();
    }
}
