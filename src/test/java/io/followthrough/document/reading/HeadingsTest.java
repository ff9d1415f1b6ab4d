package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names people give to the sections, as headings and as bold lines. */
class HeadingsTest {

    private static final List<String> STYLES = List.of("## %s\n\n", "**%s:**\n\n");

    private static final String BEFORE = """
            # Postmortem: Lift outage

            ## Summary
            The lift was unavailable on 2025-02-03 from 09:10 to 10:20 UTC.

            ## Timeline
            - 09:10 The lift stops
            - 10:20 The lift runs

            """;

    private static final String MEASURES = "- Oil the rail each month.\n- Hang a bell in the cabin.\n";

    static Stream<String> knowsMeasures() {
        return styled(
                "Prevention plan",
                "Moving forward",
                "The way forward",
                "What's next?",
                "Suggestions",
                "Proposed solutions",
                "Mitigation strategies",
                "Actionable items",
                "Action points",
                "Actions to be taken",
                "What we will do differently",
                "Remedial actions",
                "Precautionary measures",
                "Safeguards",
                "Work items",
                "Jira tickets",
                "Our commitments",
                "How do we avoid this in future?",
                "Making sure this never happens again",
                "Avoiding a repeat",
                "Recommended actions",
                "Further steps",
                "CAPA");
    }

    @ParameterizedTest
    @MethodSource
    void knowsMeasures(String heading) {
        assertThat(Documents.read(BEFORE + heading + MEASURES).document().actionItems())
                .as(heading)
                .hasSize(2);
    }

    static Stream<String> knowsTheCause() {
        return styled(
                "Why did it happen?",
                "RCA",
                "5 whys",
                "What caused the outage?",
                "Underlying cause",
                "Reasons",
                "Source of the problem",
                "The culprit");
    }

    @ParameterizedTest
    @MethodSource
    void knowsTheCause(String heading) {
        assertThat(rules(BEFORE + heading + "A worn rope.\n\n## Action items\n" + MEASURES))
                .as(heading)
                .doesNotContain("missing-root-cause");
    }

    static Stream<String> knowsTheDetection() {
        return styled("How we found out", "How did we notice?", "Identification", "How was it discovered?");
    }

    @ParameterizedTest
    @MethodSource
    void knowsTheDetection(String heading) {
        assertThat(rules(BEFORE + heading + "The porter heard somebody knock.\n\n## Action items\n" + MEASURES))
                .as(heading)
                .doesNotContain("missing-detection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"What needs to be fixed", "How we roll it out"})
    void takesNoOtherQuestionForWhatWasDone(String heading) {
        assertThat(rules(BEFORE + "## " + heading + "\n\nThe bell and the rope.\n\n## Action items\n" + MEASURES))
                .contains("missing-resolution", "missing-detection");
    }

    static Stream<String> knowsWrongTracks() {
        return styled("False leads", "Wrong turns", "What misled us", "Incorrect assumptions", "Ruled out");
    }

    @ParameterizedTest
    @MethodSource
    void knowsWrongTracks(String heading) {
        assertThat(rules(BEFORE + heading + "We looked at the doors.\n\n## Action items\n" + MEASURES))
                .as(heading)
                .doesNotContain("missing-misleading-paths");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The fix",
                "Repair",
                "Service restoration",
                "Workaround",
                "What fixed it",
                "Steps to resolve",
                "Resolving the issue"
            })
    void knowsTheResolution(String heading) {
        assertThat(rules(BEFORE + "## " + heading + "\n\nThe rope was changed.\n\n## Action items\n" + MEASURES))
                .doesNotContain("missing-resolution");
    }

    private static Stream<String> styled(String... headings) {
        return STYLES.stream().flatMap(style -> Stream.of(headings).map(style::formatted));
    }

    private static List<String> rules(String text) {
        Reading reading = Documents.read(text);
        assertThat(reading.document().postmortem()).isTrue();
        return reading.findings().stream().map(Finding::rule).toList();
    }
}
