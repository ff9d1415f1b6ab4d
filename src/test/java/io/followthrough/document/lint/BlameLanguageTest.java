package io.followthrough.document.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlameLanguageTest {

    private static List<String> blamed(String sentence) {
        String document = """
                # Postmortem: card payments refused

                ## Summary

                On 12 March 2025 from 09:10 to 10:40 UTC card payments were refused.

                ## Root cause

                %s
                """.formatted(sentence);
        return Documents.read(document).findings().stream()
                .map(Finding::rule)
                .filter("blame-language"::equals)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The outage was caused by human error.",
                "Operator mistake.",
                "A sloppy change went out.",
                "It was due to lack of attention.",
                "They should have known better.",
                "It was his own fault.",
                "She was to blame for it.",
                "He was reprimanded.",
                "The admin was fired for it.",
                "The engineer on call forgot the flag.",
                "A junior simply ignored the alert.",
                "The DBA should have checked the plan.",
                "Peter Miller forgot to renew it.",
                "Paula didn't bother with the runbook."
            })
    void isFoundInEachForm(String sentence) {
        assertThat(blamed(sentence)).as(sentence).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We failed to renew the certificate.",
                "The tool leaves room for human error.",
                "The disk failed and the alert was ignored by the pager.",
                "The error was known and fault tolerance should have covered it."
            })
    void isNotFoundWhereNobodyIsJudged(String sentence) {
        assertThat(blamed(sentence)).as(sentence).isEmpty();
    }
}
