package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.Reading;
import io.followthrough.document.TimelineEntry;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people tell what happened when, and how they set it. */
class TimelineLayoutsTest {

    private static final String BEFORE = """
            # Postmortem: Lift outage

            ## Summary
            The lift was out of service for all visitors on 2025-02-03 from 08:10 UTC to 10:40 UTC.

            """;

    private static final String AFTER = """

            ## Root cause
            Rust on the rail.

            ## Action items
            - Oil the rail each month
            """;

    @Test
    void beginsAnEntryWithEachLineThatBeginsWithAClockHoweverLongTheLineBefore() {
        Reading reading = Documents.read(BEFORE + """
                ## Timeline
                February 3, 8:10 AM: The lift stops between two floors and the bell is heard in the hall
                February 3, 8:30 AM: The porter calls the technician who has the key of the machine room
                February 3, 10:40 AM: The lift runs
                """ + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::text)
                .hasSize(3)
                .noneMatch(text -> text.contains("February"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Time (UTC)", "Time", "Time and event", "Time    Event"})
    void passesOverTheNamesOfTheColumns(String names) {
        Reading reading = Documents.read(
                BEFORE + "Timeline\n" + names + "\n8:10 AM    The lift stops\n8:30 AM    The bell rings\n" + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::text)
                .containsExactly("The lift stops", "The bell rings");
    }

    @Test
    void readsATimelineThatBeginsOnTheLineOfItsHeading() {
        Reading reading = Documents.read(BEFORE + """
                IMPACT
                •	Nobody came up.
                TIMELINE              The lift stopped at 8:10 AM UTC.
                •	The bell rang in the hall.
                •	The rail was oiled and the lift ran again at 10:40 AM UTC.
                ROOT CAUSE            Rust on the rail.
                """);

        assertThat(reading.document().timeline()).hasSize(2);
        assertThat(reading.document().impact().text()).isEqualTo("Nobody came up.");
        assertThat(reading.document().rootCause()).isEqualTo("Rust on the rail.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"**The long morning's timeline (a tale):**", "A short timeline of our morning:"})
    void knowsATimelineByThatOneWord(String label) {
        Reading reading = Documents.read(
                BEFORE + label + "\n\n- 08:10 The lift stops\n- 08:30 The bell rings\n- 10:40 The lift runs\n" + AFTER);

        assertThat(reading.document().timeline()).hasSize(3);
    }

    @Test
    void takesLinesThatBeginWithAClockForATimelineWithoutAHeading() {
        Reading reading = Documents.read("""
                # Postmortem: Lift outage

                Duration: The lift stood still from 08:10 AM on 2025-02-03 to 10:40 AM UTC.

                08:10 AM: Monitoring reports that the lift has stopped.
                08:30 AM: The porter calls the technician.
                10:40 AM: The lift runs again.
                """ + AFTER);

        assertThat(reading.document().timeline()).hasSize(3);
        assertThat(reading.document().actionItems()).hasSize(1);
        assertThat(reading.findings())
                .extracting(Finding::rule)
                .doesNotContain("missing-timeline", "missing-detection");
    }

    @Test
    void takesNoMeasuresForATimeline() {
        Reading reading = Documents.read(BEFORE + """
                ## Root cause
                Rust on the rail.

                ## Action items
                - 08:00 check of the rail, each day
                - 12:00 check of the bell, each day
                - 18:00 check of the doors, each day
                """);

        assertThat(reading.document().timeline()).isEmpty();
        assertThat(reading.document().actionItems()).hasSize(3);
    }

    @Test
    void tellsANumberFromTheClockItSticksTo() {
        Reading reading = Documents.read(BEFORE + """
                ## Timeline
                1. 08:10 UTC: The lift stops
                2. 08:30 UTC: The bell rings
                3.10:40 UTC: The lift runs
                """ + AFTER);

        assertThat(reading.document().timeline())
                .hasSize(3)
                .last()
                .satisfies(entry -> assertThat(entry.at())
                        .isNotNull()
                        .satisfies(at -> assertThat(at.toLocalTime()).isEqualTo(LocalTime.of(10, 40))));
    }

    @Test
    void putsEntriesBelowADayThatBeginsWithItsWeekday() {
        Reading reading = Documents.read(BEFORE + """
                ## Timeline
                - Monday, February 3rd, 2025:
                  - 8:10 am: The lift stops
                  - 8:30 am: The bell rings
                - Tuesday, February 4th, 2025:
                  - 7:00 am: The rail is measured
                """ + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::at)
                .containsExactly(
                        LocalDateTime.of(2025, 2, 3, 8, 10),
                        LocalDateTime.of(2025, 2, 3, 8, 30),
                        LocalDateTime.of(2025, 2, 4, 7, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[08:10]: | [08:30]: | [10:40]:",
                "08h10 - | 08h30 - | 10h40 -",
                "8: 10 AM - | 8: 30 AM - | 10: 40 AM -"
            })
    void knowsAClockHoweverItIsWritten(String first, String second, String third) {
        Reading reading = Documents.read(BEFORE + "## Timeline\n- " + first + " The lift stops\n- " + second
                + " The bell rings\n- " + third + " The lift runs\n" + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::at)
                .containsExactly(
                        LocalDateTime.of(2025, 2, 3, 8, 10),
                        LocalDateTime.of(2025, 2, 3, 8, 30),
                        LocalDateTime.of(2025, 2, 3, 10, 40));
        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::text)
                .startsWith("The lift stops");
    }

    @Test
    void readsTheLengthBeforeTheOutage() {
        assertThat(Documents.read(
                                "# Postmortem: Lift outage\n\nOn 2025-02-03 the lift had a 35-minute outage.\n" + AFTER)
                        .document()
                        .incident()
                        .statedDurationMinutes())
                .isEqualTo(35);
        assertThat(Documents.read("# Postmortem: Lift outage\n\nOn 2025-02-03 there was a two-hour outage.\n" + AFTER)
                        .document()
                        .incident()
                        .statedDurationMinutes())
                .isEqualTo(120);
    }

    @Test
    void takesTheDayOfTheReviewForNoDayOfTheIncident() {
        Reading reading = Documents.read("""
                # Lift outage

                **Date of incident:** 2025-02-03
                **Duration:** 35 minutes (08:10–08:45 UTC)
                **Review meeting date:** 2025-02-11
                """ + AFTER);

        assertThat(reading.document().incident().start()).isEqualTo(LocalDateTime.of(2025, 2, 3, 8, 10));
    }

    @Test
    void takesADashThatSticksToAClockForABullet() {
        Reading reading = Documents.read(BEFORE + """
                Timeline: 8:10 (UTC): The lift stops
                -8:30 (UTC): The bell rings
                - Nobody answers it
                - 9:20 (UTC): The lift is repaired
                """ + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::text)
                .containsExactly("The lift stops", "The bell rings", "Nobody answers it", "The lift is repaired");
    }

    @Test
    void takesNoLineOfALogBelowTheStepsForAStep() {
        Reading reading = Documents.read(BEFORE + """
                TIMELINE:

                08:10 The lift stops

                08:30 The bell rings

                08:40 The porter comes

                09:20 The lift is repaired

                NOTES OF THE PORTER: rope, oil

                bell(7, "03/Feb/2025:21:39", 12) = 12
                """ + AFTER);

        assertThat(reading.document().timeline()).hasSize(4);
    }

    @Test
    void gathersTheTimelineFromStepsThatSayWhenEachInItsSection() {
        Reading reading = Documents.read(BEFORE + """
                ## Detection
                The bell rang in the hall at 08:10.

                ## Escalation
                The porter, who knew no help, called the maker of the lift at 08:40.

                ## Resolution
                The maker came with oil.
                The lift was repaired at 09:20.
                """ + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::at)
                .containsExactly(
                        LocalDateTime.of(2025, 2, 3, 8, 10),
                        LocalDateTime.of(2025, 2, 3, 8, 40),
                        LocalDateTime.of(2025, 2, 3, 9, 20));
        assertThat(reading.findings()).extracting(Finding::rule).doesNotContain("missing-timeline");
    }

    @Test
    void gathersNoTimelineFromASingleSentence() {
        assertThat(rules("## Detection\nThe bell rang in the hall at 08:10.\n")).contains("missing-timeline");
    }

    @Test
    void missesTheTimesWhereStepsAreTold() {
        assertThat(rules("""
                ## Timeline
                The lift stopped with three people in it.

                They rang the bell, which was heard in the hall.

                The technician let them out and oiled the rail.
                """)).contains("timeline-without-times").doesNotContain("missing-timeline");
        assertThat(rules("""
                ## Our debugging journey
                - Looked at the fuses, which were good
                - Looked at the motor, which was warm
                - Looked at the rail, which was brown
                """)).contains("timeline-without-times").doesNotContain("missing-timeline");
        assertThat(rules("""
                Problem identification and resolution steps:
                Fuses: looked at them, and they were good.

                Motor: looked at it, and it was warm.

                Rail: looked at it, and it was brown.
                """)).contains("timeline-without-times").doesNotContain("missing-timeline");
        assertThat(rules("""
                ## Timeline
                - Detection: the bell rang at 08:10 UTC
                - Actions taken:
                  - Looked at the fuses
                  - Looked at the motor
                  - Looked at the rail
                - Escalation: to the maker of the lift
                - Resolution: the rail was oiled
                """)).contains("timeline-without-times");
    }

    @Test
    void missesATimelineWhereNothingIsTold() {
        assertThat(rules("## Timeline\nNone was kept.\n"))
                .contains("missing-timeline")
                .doesNotContain("timeline-without-times");
    }

    @Test
    void leavesOutASecondTellingBelowTheMeasures() {
        Reading reading = Documents.read(BEFORE + """
                ## Timeline
                - 08:10 UTC: The lift stops
                - 08:30 UTC: The bell rings
                - 09:20 UTC: The lift is repaired and service restored
                """ + AFTER + """

                ---

                The day the lift went on strike

                Timeline of events
                08:10 UTC: The lift lies down.
                08:30 UTC: The bell wakes the porter.
                09:20 UTC: The lift gets up.
                """);

        assertThat(reading.document().timeline()).hasSize(3);
        assertThat(reading.findings()).extracting(Finding::rule).contains("end-mismatch");
    }

    @Test
    void keepsADayOverEntriesThatLedToTheIncident() {
        Reading reading = Documents.read("""
                # 2025-02-03: Lift outage

                ## Summary
                Nobody could ride.

                ## Timeline
                2025-02-02

                - 14:50 UTC: The new rope is delivered
                - 15:30 UTC: The new rope is hung up

                2025-02-03

                - 04:50 UTC: The lift stops
                - 08:30 UTC: Service restored
                """ + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::at)
                .containsExactly(
                        LocalDateTime.of(2025, 2, 2, 14, 50),
                        LocalDateTime.of(2025, 2, 2, 15, 30),
                        LocalDateTime.of(2025, 2, 3, 4, 50),
                        LocalDateTime.of(2025, 2, 3, 8, 30));
        assertThat(reading.findings()).extracting(Finding::rule).doesNotContain("timeline-out-of-order");
    }

    private static List<String> rules(String timeline) {
        return Documents.read(BEFORE + timeline + AFTER).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void putsATimelineOfTwelveHoursIntoTheAfternoonOfTheIncident() {
        Reading reading = Documents.read("""
                # Postmortem: Lift outage

                ## Summary
                The lift was out of service on 2025-02-03 from 1:40 p.m. until 4:50 p.m. WAT.

                ## Timeline
                - 1:00 WAT Guests crowd the hall
                - 1:41 WAT The lift stops
                - 1:42 WAT The bell rings
                - 4:50 WAT The lift runs again
                """ + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::at)
                .containsExactly(
                        LocalDateTime.of(2025, 2, 3, 13, 0),
                        LocalDateTime.of(2025, 2, 3, 13, 41),
                        LocalDateTime.of(2025, 2, 3, 13, 42),
                        LocalDateTime.of(2025, 2, 3, 16, 50));
        assertThat(reading.findings())
                .extracting(Finding::rule)
                .doesNotContain("timeline-outside-window", "start-mismatch");
    }

    @Test
    void leavesATimelineInTheNightThatSaysSo() {
        Reading reading = Documents.read("""
                # Postmortem: Lift outage

                ## Summary
                The lift was out of service on 2025-02-03 from 1:40 p.m. until 4:50 p.m. WAT.

                ## Timeline
                - 1:00 AM WAT Guests crowd the hall
                - 1:31 AM WAT The lift stops
                - 5:00 AM WAT The lift runs again
                """ + AFTER);

        assertThat(reading.document().timeline().get(0).at()).isEqualTo("2025-02-03T01:00");
    }

    @Test
    void findsTheSectionBelowCapitalsWhoseTextBeginsSmall() {
        Reading reading = Documents.read("""
                Lift outage

                SUMMARY
                The lift failed on 2025-02-03 from 08:10 UTC to 10:40 UTC.

                ROOT CAUSE AND RESOLUTION
                the rail was rusty and had never seen oil
                """ + AFTER.substring(AFTER.indexOf("## Action")));

        assertThat(reading.document().rootCause()).isEqualTo("the rail was rusty and had never seen oil");
    }

    @Test
    void readsNothingFromTheAnswerOfAServer() {
        Reading reading = Documents.read("""
                Lift page outage

                SUMMARY
                The page of the lift failed at Feb 3, 2025 6:00 AM.
                curl -sI 127.0.0.1 returned
                HTTP/1.1 503 Service Unavailable
                Date: Tue, 4 Feb 2025 07:32:16 GMT
                Server: none
                Content-Type: text/html

                That kept everybody on the stairs.
                """ + AFTER);

        assertThat(reading.document().incident().start()).isEqualTo("2025-02-03T06:00");
        assertThat(reading.document().incident().zone()).isNull();
    }

    @Test
    void countsTheStepsBesideTheOnlyTimedOne() {
        assertThat(rules("""
                **Timeline:**

                Detection: The bell rang in the hall at 08:10 AM.
                Investigation: The porter looked at the rope.
                Misleading paths: The rope was sound.
                Escalation: The technician was called.
                Resolution: The rail was oiled.
                """)).contains("timeline-without-times");
    }

    @Test
    void takesTheTwoEndsForStepsWhereNoOthersAreTold() {
        Reading reading = Documents.read("""
                # Postmortem: Lift outage

                ## Summary
                The lift was out of service and failed for all visitors.

                ## Timeline
                Start time: February 3, 2025, 08:10 (EAT)

                End time: February 3, 2025, 10:40 (EAT)
                """ + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::at)
                .containsExactly(LocalDateTime.of(2025, 2, 3, 8, 10), LocalDateTime.of(2025, 2, 3, 10, 40));
    }

    @Test
    void keepsTheStepsOfATableThatCallsThemTasks() {
        Reading reading = Documents.read(BEFORE + """
                ## Timeline

                | Time | Task | Who |
                | --- | --- | --- |
                | 08:10 | Free the guests | Kim |
                | 10:40 | Oil the rail | Lee |
                """ + AFTER);

        assertThat(reading.document().timeline()).hasSize(2);
        assertThat(reading.document().actionItems()).hasSize(1);
    }

    @Test
    void keepsTheStepsBelowTheLengthOfTheOutage() {
        Reading reading = Documents.read(BEFORE + """
                ## Timeline
                **Zone:** UTC
                **Outage duration:** [08:10 - 10:40]
                - [08:10]: The lift stops
                - [10:40]: The lift runs
                """ + AFTER);

        assertThat(reading.document().timeline())
                .extracting(TimelineEntry::text)
                .containsExactly("The lift stops", "The lift runs");
    }

    @Test
    void takesTheLastStepBeforeAnnouncementsForTheEnd() {
        Reading reading = Documents.read("""
                # Postmortem: Lift outage

                ## Summary
                The lift was out of service.

                ## Timeline
                - 2025-02-03 0810: the lift stops
                - 2025-02-03 1040: hoisting of the new rope completed
                - 2025-02-03 1050: announced it in the hall
                """ + AFTER);

        assertThat(reading.document().incident().end()).isEqualTo("2025-02-03T10:40");
    }
}
