package io.followthrough.document.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** The words that are looked for before any pattern must let each of its alternatives through. */
    @ParameterizedTest
    @MethodSource
    void isFoundWithEveryWord(String sentence) {
        assertThat(blamed(sentence)).as(sentence).hasSize(1);
    }

    static Stream<String> isFoundWithEveryWord() {
        Stream<String> judged = Stream.of(
                        "careless carelessly carelessness negligence negligent negligently incompetence incompetent sloppy",
                        "sloppiness reckless recklessly recklessness stupid stupidly stupidity idiot idiotic inattentive",
                        "inattentiveness reprimanded disciplinary")
                .flatMap(line -> Stream.of(line.split(" ")))
                .map("The change was %s work."::formatted);
        Stream<String> lacking = Stream.of("care", "attention", "diligence", "discipline")
                .map("There was a lack of %s on the day."::formatted);
        Stream<String> errors = Stream.of("human error", "human mistake", "operator error", "operator mistake")
                .map("The cause was %s."::formatted);
        Stream<String> persons = Stream.of(
                        "engineer developer programmer operator administrator admin sysadmin intern technician",
                        "contractor employee colleague tester dba manager junior")
                .flatMap(line -> Stream.of(line.split(" ")))
                .map("On the day the %s messed up."::formatted);
        Stream<String> slips = Stream.of(
                        "should have known",
                        "should really have noticed",
                        "should have thought of it",
                        "forgot it",
                        "neglected to look",
                        "failed to look",
                        "did not bother",
                        "didn't bother",
                        "was careless",
                        "made a mistake",
                        "made an honest mistake",
                        "messed up",
                        "screwed up",
                        "ignored it",
                        "wrongly typed it",
                        "bypassed the standard procedure",
                        "bypassed reviews")
                .map("On the day the team lead %s."::formatted);
        Stream<String> named = Stream.of(
                        "should have known",
                        "should have tested it",
                        "forgot it",
                        "neglected to look",
                        "was careless",
                        "did not bother",
                        "made a big mistake",
                        "messed up",
                        "screwed up",
                        "was to blame")
                .map("On the day Paula Miller %s."::formatted);
        Stream<String> punished = Stream.of(
                "It was their own fault.",
                "He was at fault.",
                "They were punished.",
                "She was dismissed for it.",
                "He was fired for it.");
        return Stream.of(judged, lacking, errors, persons, slips, named, punished)
                .flatMap(sentences -> sentences);
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
