package io.followthrough.document.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.Place;
import io.followthrough.document.Reading;
import io.followthrough.document.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {

    private static final String FINE = Samples.text("plain-lines.txt");
    private static final String WITHOUT_ZONE = FINE.replace(" GMT", "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- followthrough: ignore missing-time-zone -- only one office, one clock -->",
                "<!--followthrough: ignore missing-time-zone \u2014 only one office, one clock-->",
                "<!-- followthrough:\n  ignore missing-time-zone\n  -- only one office,\n     one clock\n-->",
                "[//]: # (followthrough: ignore missing-time-zone -- only one office, one clock)",
                "[//]: # \"Followthrough: ignore missing-time-zone -- only one office, one clock\"",
                "followthrough: ignore missing-time-zone -- only one office, one clock",
                "// followthrough: ignore unfinished-text, missing-time-zone -- only one office, one clock",
            })
    void setsAFindingAsideWithItsReason(String comment) {
        assertThat(rules(Documents.read(WITHOUT_ZONE))).contains("missing-time-zone");

        Reading reading = Documents.read(WITHOUT_ZONE + "\n" + comment + "\n");

        assertThat(rules(reading)).doesNotContain("missing-time-zone", Suppressions.RULE);
        assertThat(reading.suppressed()).singleElement().satisfies(suppressed -> {
            assertThat(suppressed.finding().rule()).isEqualTo("missing-time-zone");
            assertThat(suppressed.reason()).isEqualTo("only one office, one clock");
            assertThat(suppressed.by()).isNull();
        });
    }

    @Test
    void readsNoCommentAsContent() {
        Reading plain = Documents.read(FINE);
        String comments = "followthrough: ignore missing-impact -- TODO by kim, due 2025-03-07, 45% of all users ...\n"
                + "[//]: # (followthrough: ignore-next missing-impact -- lasted 3 hours)\n";

        assertThat(Documents.read(comments + FINE).document().title())
                .isEqualTo(plain.document().title());
        Reading after = Documents.read(FINE + "\n" + comments);
        assertThat(after.document()).isEqualTo(plain.document());
        assertThat(after.findings()).isEqualTo(plain.findings());
    }

    @Test
    void keepsTheListWholeThatACommentStandsIn() {
        String item = "2:30 PM GMT: The full";

        Reading reading =
                Documents.read(FINE.replace(item, "followthrough: ignore-next malformed-time -- checked\n" + item));

        assertThat(reading.document().timeline())
                .hasSameSizeAs(Documents.read(FINE).document().timeline());
    }

    @Test
    void answersOnlyForTheEntryBelow() {
        String twice = FINE.replace("2:10 PM GMT:", "14:10 PM GMT:").replace("2:30 PM GMT:", "14:30 PM GMT:");
        String answered = twice.replace(
                "14:10 PM GMT:", "followthrough: ignore-next malformed-time -- the page shows it so\n14:10 PM GMT:");
        String elsewhere =
                twice.replace("Issue Summary", "followthrough: ignore-next malformed-time -- no\n\nIssue Summary");

        assertThat(rules(Documents.read(twice))).contains("malformed-time");
        long before = count(twice);
        assertThat(count(answered)).isEqualTo(before - 1);
        assertThat(Documents.read(answered).suppressed()).hasSize(1);
        assertThat(count(elsewhere)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "followthrough: ignore missing-time-zone",
                "<!-- followthrough: ignore missing-time-zone -- -->",
                "<!-- followthrough: ignore missing-time-zone -- !!! -->",
            })
    void ignoresNothingWithoutAReason(String comment) {
        Reading reading = Documents.read(comment + "\n\n" + WITHOUT_ZONE);

        assertThat(rules(reading)).contains("missing-time-zone", Suppressions.RULE);
        assertThat(reading.suppressed()).isEmpty();
        assertThat(invalid(reading).message()).contains("without a reason nothing is ignored");
        assertThat(invalid(reading).line()).isEqualTo(1);
    }

    @Test
    void namesTheRuleThatWasMeant() {
        Reading reading =
                Documents.read(WITHOUT_ZONE + "\n<!-- followthrough: ignore missing-timezone -- one clock -->\n");

        Finding finding = invalid(reading);
        assertThat(finding.message()).contains("\"missing-timezone\"", "\"missing-time-zone\" is meant?");
        Place place = finding.place();
        String line = WITHOUT_ZONE
                .concat("\n<!-- followthrough: ignore missing-timezone -- one clock -->\n")
                .lines()
                .toList()
                .get(place.line() - 1);
        assertThat(line.substring(place.column() - 1, place.column() - 1 + place.length()))
                .isEqualTo("missing-timezone");
        assertThat(finding.fix()).isNotNull();
        assertThat(finding.fix().replacement()).isEqualTo("missing-time-zone");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThat(invalid(Documents.read(FINE + "\n<!-- followthrough: skip everything -- please -->\n"))
                        .message())
                .contains("\"skip\" is not understood");
        assertThat(invalid(Documents.read(FINE + "\n<!-- followthrough: ignore -- please -->\n"))
                        .message())
                .contains("Say which rule");
        assertThat(invalid(Documents.read(FINE + "\n<!-- followthrough: ignore all -- please -->\n"))
                        .message())
                .contains("no rule \"all\"");
    }

    @Test
    void takesProseAboutTheToolForProse() {
        String prose =
                "We opened the ticket in Followthrough: it reminded us. The line \"followthrough: ignore x\" is new.\n";

        assertThat(rules(Documents.read(FINE + "\n" + prose))).doesNotContain(Suppressions.RULE);
    }

    @Test
    void weighsAsTheRulesFileSays() {
        Linter linter = new Linter(RuleSettings.of(java.util.Map.of(Suppressions.RULE, "off")));

        assertThat(Documents.read("followthrough: ignore missing-time-zone\n\n" + WITHOUT_ZONE, linter)
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain(Suppressions.RULE)
                .contains("missing-time-zone");
    }

    @Test
    void staysFastOnNothingButComments() {
        String open = "<!-- followthrough: ignore ".repeat(40_000);
        String many = "<!-- followthrough: ignore-next missing-title -- x -->\n".repeat(20_000);

        assertThat(Documents.read(open).suppressed()).isEmpty();
        assertThat(Documents.read(many + FINE).document().postmortem()).isTrue();
    }

    private static Finding invalid(Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.rule().equals(Suppressions.RULE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + Suppressions.RULE + " among " + reading.findings()));
    }

    private static long count(String text) {
        return rules(Documents.read(text)).stream()
                .filter("malformed-time"::equals)
                .count();
    }

    private static java.util.List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }
}
