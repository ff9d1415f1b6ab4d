package io.followthrough.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Finding;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import io.followthrough.document.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells a finding again after the text has changed. */
class FindingWordsTest {

    @Test
    void staysWhenTheLineMoves() {
        assertThat(print("Outage for 3 hours", at(1, 12, 7)))
                .isEqualTo(print("New\n\nOutage for 3 hours", at(3, 12, 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4. Add an alert", "- Add an alert", "  * Add  an alert", "| Add an alert", "\t12) Add an alert "
            })
    void staysWhenOnlyTheMarkOrIndentationOfTheLineChanges(String line) {
        assertThat(print(line, at(1, 5, 3))).isEqualTo(print("3. Add an alert", at(1, 5, 3)));
    }

    @Test
    void changesWithTheWordsOfTheLine() {
        assertThat(print("Outage for 3 hours", at(1, 12, 7))).isNotEqualTo(print("Outage for 2 hours", at(1, 12, 7)));
    }

    @Test
    void changesWithTheWordsItIsComparedWith() {
        Finding compared = new Finding(
                "duration-mismatch",
                Severity.WARNING,
                "",
                at(1, 1, 3),
                List.of(new Related(at(2, 1, 5), "the end")),
                null);

        assertThat(new FindingWords("3 h\n13:15 over").fingerprint(compared))
                .isNotEqualTo(new FindingWords("3 h\n14:15 over").fingerprint(compared));
    }

    @Test
    void countsOnlyTheSentenceOfAParagraphInOneLine() {
        String before = "It began quietly. ".repeat(20);
        String sentence = "The outage took 3 hours. ";
        int column = before.length() + 5;

        String one = print(before + sentence + "Then it was over. ", at(1, column, 6));
        String other = print(before + sentence + "Then all was well. ", at(1, column, 6));
        String changed = print(before + "The outage took 4 hours. Then it was over. ", at(1, column, 6));

        assertThat(one).isEqualTo(other).isNotEqualTo(changed);
        assertThat(new FindingWords(before + sentence).of(finding(at(1, column, 6))))
                .isEqualTo("The outage took 3 hours.");
    }

    @Test
    void isTheSameInEveryTextForWhatIsMissingAsAWhole() {
        assertThat(print("One title", Place.line(1))).isEqualTo(print("Another title", Place.line(1)));
        assertThat(new FindingWords("One title").of(finding(Place.line(1)))).isEmpty();
    }

    @Test
    void takesPlacesThatAreNotThere() {
        assertThat(new FindingWords("").of(finding(at(7, 3, 2)))).isEmpty();
        assertThat(new FindingWords("x".repeat(300)).of(finding(at(1, 999, 2)))).hasSize(300);
    }

    private static String print(String text, Place place) {
        return new FindingWords(text).fingerprint(finding(place));
    }

    private static Finding finding(Place place) {
        return new Finding("some-rule", Severity.WARNING, "", place);
    }

    private static Place at(int line, int column, int length) {
        return new Place(line, column, length);
    }
}
