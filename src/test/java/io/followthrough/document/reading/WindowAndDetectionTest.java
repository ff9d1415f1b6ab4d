package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Detection;
import io.followthrough.document.DetectionMethod;
import io.followthrough.document.Documents;
import io.followthrough.document.IncidentWindow;
import io.followthrough.document.Place;
import io.followthrough.document.Places;
import io.followthrough.document.Reading;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How exactly the window and the detection are known: moment, day, time of day, or not at all. */
class WindowAndDetectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Duration: April 7-9, 2025",
                "Duration: 7–9 April 2025",
                "Duration: April 7th to April 9th, 2025",
                "Date: 2025-04-07 to 2025-04-09"
            })
    void knowsOnlyDaysWhereTheTextNamesOnlyDays(String statement) {
        IncidentWindow window = window("""
                ## Summary
                %s
                The lift stood still.
                """.formatted(statement));

        assertThat(window.start()).isNull();
        assertThat(window.end()).isNull();
        assertThat(window.startDate()).isEqualTo(LocalDate.of(2025, 4, 7));
        assertThat(window.endDate()).isEqualTo(LocalDate.of(2025, 4, 9));
        assertThat(window.durationMinutes()).isNull();
    }

    @Test
    void takesSwappedTimesForNoNightWhereTheLengthDeniesIt() {
        String report = """
                # The lift stood still

                ## Summary
                Duration: from 7 April 2025, 10:15 UTC to 8:00 UTC, %s.

                ## Root cause
                A worn cable.

                ## Action items
                - Change the cable each spring.
                """;

        assertThat(window(report.formatted("for about 2 hours")).end()).isEqualTo("2025-04-07T08:00");
        assertThat(Documents.read(report.formatted("for about 2 hours")).findings())
                .anyMatch(finding -> finding.rule().equals("end-before-start"));
        assertThat(window(report.formatted("for about 22 hours")).end()).isEqualTo("2025-04-08T08:00");
        assertThat(window(report.formatted("all evening")).end()).isEqualTo("2025-04-08T08:00");
    }

    @Test
    void inventsNoEndForASingleDay() {
        IncidentWindow window = window("""
                ## Summary
                Date: 7 April 2025
                The lift stood still.
                """);

        assertThat(window.startDate()).isEqualTo(LocalDate.of(2025, 4, 7));
        assertThat(window.endDate()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lift went down on Thu Apr 17 08:15:00 UTC 2025 and was restored at Thu Apr 17 09:40:00 UTC 2025.",
                "From 17 Apr at 8:15AM 2025 to 17 Apr at 9:40AM the lift stood still.",
                "On 17 April 2025 at 08:15 the lift was down. Around 9:20 the motor turned, and by 9:40 all was back to normal.",
                "At 8:15 AM on 04-17-2025 the lift was down. At 9:20 AM it was oiled and was fully operational by 9:40 AM.",
                "On 17 April 2025 at 08:15 we changed the rope, which failed. By 9:40 the lift had returned to normal.",
                "On 17 April 2025 at 08:15 the motor was slow for a third of the guests. It was resolved by 09:40.",
                "This report tells of the incident presented on 17 April 2025 at 08:15. It was resolved at 09:40."
            })
    void readsTheWindowFromSentences(String statement) {
        IncidentWindow window = window("""
                ## Summary
                %s
                """.formatted(statement));

        assertThat(window.start()).isEqualTo(LocalDateTime.of(2025, 4, 17, 8, 15));
        assertThat(window.end()).isEqualTo(LocalDateTime.of(2025, 4, 17, 9, 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROBLEM FIXED - the lift runs", "Lift service resumed", "Issue fixed"})
    void endsWithTheStepThatSaysSo(String step) {
        IncidentWindow window = window("""
                ## Summary
                The lift outage of 17 April 2025.

                ## Timeline
                - 08:15 The lift stopped.
                - 09:40 %s
                - 10:30 Guests were told.
                """.formatted(step));

        assertThat(window.end()).isEqualTo(LocalDateTime.of(2025, 4, 17, 9, 40));
    }

    @Test
    void readsTheWindowThatIsSetOffAsAQuote() {
        IncidentWindow window = window("""
                ## Summary
                - Time:
                > From **Apr 17, 2025 8:15 AM** to **Apr 17, 2025 9:40 AM (UTC-4)** the lift stood still.
                """);

        assertThat(window.start()).isEqualTo(LocalDateTime.of(2025, 4, 17, 8, 15));
        assertThat(window.end()).isEqualTo(LocalDateTime.of(2025, 4, 17, 9, 40));
        assertThat(window.zone()).isEqualTo("UTC-4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.04.2025", "17.04.25", "Timeline 17.04.25", "Day: 17.04.2025"})
    void putsTheRowsOnTheDayInTheHeadOfTheirTable(String head) {
        Reading reading = Documents.read("""
                # Lift stood still

                ## Timeline
                | %s | What |
                |---|---|
                | 08:15 | The lift stopped. |
                | 08:50 | An engineer climbed up. |
                | 09:40 | Service restored. |

                ## Root cause
                A worn rope.

                ## Action items
                - Change the rope each spring.
                """.formatted(head));

        assertThat(reading.document().timeline())
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.at())
                        .as(entry.text())
                        .isNotNull()
                        .satisfies(at -> assertThat(at.toLocalDate()).isEqualTo(LocalDate.of(2025, 4, 17))));
    }

    @Test
    void goesFromTheFirstDayInEffectToTheLastOfATimelineOfDays() {
        IncidentWindow window = window("""
                ## Timeline
                - 2025-04-01: The change to the brake was merged
                - 2025-04-03: It was released with version 2
                - 2025-04-05: Riders reported stops between floors
                - 2025-04-08: Version 3 came with the repair
                """);

        assertThat(window.startDate()).isEqualTo(LocalDate.of(2025, 4, 3));
        assertThat(window.endDate()).isEqualTo(LocalDate.of(2025, 4, 8));
    }

    @Test
    void takesTheStepsThatAreAsFarApartAsTheStatedDuration() {
        IncidentWindow window = window("""
                ## Timeline
                | Time | Event |
                |---|---|
                | 2025-04-01 09:00 | New rope delivered |
                | 2025-04-03 08:00 | Night shift mounts the new rope |
                | 2025-04-03 09:30 | First riders are stuck |
                | 2025-04-03 11:02 | Old rope mounted, riders move |
                | 2025-04-03 15:00 | Rope sent back |

                ## Stats
                - Time to recovery: 180 minutes
                """);

        assertThat(window.start()).isEqualTo(LocalDateTime.parse("2025-04-03T08:00"));
        assertThat(window.end()).isEqualTo(LocalDateTime.parse("2025-04-03T11:02"));
    }

    @Test
    void endsWithTheTimelineWhenTheTextSaysThatItLastedIntoThatDay() {
        IncidentWindow window = window("""
                **Date:** April 7-9, 2025

                ## Timeline
                | Time | Event |
                |---|---|
                | Apr 7, 10:18 AM | A rider called to say that the door stays shut |
                | Apr 9, 4:04 PM | We found that the new motor had never been plugged in |
                """);

        assertThat(window.start()).isEqualTo(LocalDateTime.parse("2025-04-07T10:18"));
        assertThat(window.end()).isEqualTo(LocalDateTime.parse("2025-04-09T16:04"));
    }

    @Test
    void doesNotTakeTheTimesOfAChangeForTheWindow() {
        IncidentWindow window = window("""
                ## Summary
                Two changes were merged between 2 AM and 2.30 AM UTC on 4/20/2025.
                """);

        assertThat(window.start()).isNull();
        assertThat(window.end()).isNull();
    }

    @Test
    void knowsTheTimeOfDetectionWithoutItsDay() {
        Detection detection = detection("""
                ## Timeline
                - 5:50 PM: A complaint came from the monitoring of the motor room
                - 6:30 PM: The door opens again
                """);

        assertThat(detection).isEqualTo(new Detection(null, null, LocalTime.of(17, 50), DetectionMethod.MONITORING));
    }

    @Test
    void knowsTheDayOfDetectionWithoutItsTime() {
        Detection detection = detection("""
                ## Timeline
                - 2025-04-03: New rope mounted
                - 2025-04-05: Several riders complained
                - 2025-04-08: Old rope mounted
                """);

        assertThat(detection).isEqualTo(new Detection(null, LocalDate.of(2025, 4, 5), null, DetectionMethod.CUSTOMER));
    }

    @Test
    void tellsWhereTheValuesStand() {
        Places places = Documents.read("""
                        # Postmortem: Lift outage

                        ## Summary
                        - **Duration:** 2025-04-07 09:00 to 11:30 UTC (2 hours 30 minutes)

                        ## Timeline
                        - 09:00 stops
                        - 11:30 runs

                        ## Action items
                        - Oil the rail
                        """).places();

        assertThat(places)
                .isEqualTo(new Places(
                        new Place(4, 17, 16), new Place(4, 37, 9), new Place(4, 43, 3), new Place(4, 48, 18)));
    }

    @Test
    void pointsToTheStepWhereOnlyTheTimelineTellsTheStart() {
        Places places = Documents.read(around("""
                ## Timeline
                - 2025-04-07 09:00 UTC: The lift stops
                - 2025-04-07 11:30 UTC: Service restored
                """)).places();

        assertThat(places.start()).isEqualTo(new Place(4, 1, 38));
        assertThat(places.end()).isEqualTo(new Place(5, 1, 40));
        assertThat(places.duration()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nobody could ride from 04:25 to 18:15 UTC on 7 April 2025.",
                "The lift outage started at 04:25 UTC on 7 April 2025 and, after a new rope, was resolved by 18:15 UTC.",
                "Commencing at 4:25 AM (UTC) on April 7th, 25, and concluding at 6:15 PM (UTC), the lift stood still.",
                "- Start time: April, 7th, 2025, 4:25 AM UTC\n- End time: April, 7th, 2025, 6:15 PM UTC"
            })
    void readsBothEndsHoweverTheyAreWritten(String statement) {
        IncidentWindow window = window("## Summary\n" + statement + "\n");

        assertThat(window.start()).isEqualTo(LocalDateTime.of(2025, 4, 7, 4, 25));
        assertThat(window.end()).isEqualTo(LocalDateTime.of(2025, 4, 7, 18, 15));
    }

    @Test
    void takesTheYearFromTheReportAndTheDayFromTheText() {
        IncidentWindow window = window("""
                ## Date
                2025-03-14

                ## Summary
                The lift outage lasted from 3/12 8:35 PT to 3/13 5:20 PT.

                ## Timeline
                - 3/12 8:35 PT - The rope tears
                - 3/13 5:20 PT - A new rope holds
                """);

        assertThat(window.start()).isEqualTo(LocalDateTime.of(2025, 3, 12, 8, 35));
        assertThat(window.end()).isEqualTo(LocalDateTime.of(2025, 3, 13, 5, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Passengers correctly carried",
                "The lift is back operation",
                "Test ride completes; the door opens",
                "The lift is now working normally"
            })
    void knowsTheEndInOtherWords(String last) {
        IncidentWindow window = window("""
                ## Timeline
                - 2025-04-07 09:10 UTC: A passenger reports that the lift hangs
                - 2025-04-07 09:40 UTC: An older brake was attempted, but it could not be mounted
                - 2025-04-07 10:40 UTC: %s
                """.formatted(last));

        assertThat(window.end()).isEqualTo(LocalDateTime.of(2025, 4, 7, 10, 40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An older brake was attempted, but it could not be mounted",
                "Investigation completed",
                "The repair is incomplete",
                "The cabin was incorrectly hung"
            })
    void takesAnAttemptForNoEnd(String last) {
        assertThat(window("""
                        ## Timeline
                        - 2025-04-07 09:10 UTC: A passenger reports that the lift hangs
                        - 2025-04-07 10:40 UTC: %s
                        """.formatted(last)).end()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## What happened on 7th April 2025\nThe rope tore.\n",
                "Date: 2025-04-14\n\n## Summary\nOn 7 April 2025 an incident occurred with the lift.\n"
            })
    void takesTheDayOnWhichItBrokeFromHeadingOrSentence(String body) {
        assertThat(window(body).startDate()).isEqualTo(LocalDate.of(2025, 4, 7));
    }

    @Test
    void prefersTheDayBesideTheTimesToTheDayOfWriting() {
        IncidentWindow window = window("""
                I write this on 4/23/2025 as I remember it.

                ## Summary
                * Date: 2025-04-18
                * Start time: T08:19:34+0100
                * End time: T17:21:30+0100
                """);

        assertThat(window.start()).isEqualTo(LocalDateTime.of(2025, 4, 18, 8, 19, 34));
        assertThat(window.zone()).isEqualTo("+0100");
    }

    @Test
    void takesTheZoneOfATimeInAnySection() {
        assertThat(window("""
                        ## Summary
                        The lift outage was on 2025-04-07.

                        ## Root cause and trigger
                        A wrong rope was mounted at 2025-04-07 09:19 UTC.
                        """).zone()).isEqualTo("UTC");
    }

    @Test
    void readsTheLengthOfAHalt() {
        assertThat(window("## Impact\nThis stopped all rides for 5 days.\n").statedDurationMinutes())
                .isEqualTo(5 * 24 * 60);
    }

    @Test
    void keepsTheFirstStepWhereAWholeHourIsNearlyRight() {
        IncidentWindow window = window("""
                ## Summary
                The lift was down for about 1 hour.

                ## Timeline
                - 2025-04-07 17:00 UTC: The lift hangs
                - 2025-04-07 17:15 UTC: A mechanic comes
                - 2025-04-07 18:11 UTC: Incident resolved
                """);

        assertThat(window.start()).isEqualTo(LocalDateTime.of(2025, 4, 7, 17, 0));
        assertThat(window.end()).isEqualTo(LocalDateTime.of(2025, 4, 7, 18, 11));
    }

    @Test
    void readsTheLengthOfARecovery() {
        assertThat(window("## Summary\nThe lift recovered itself in 20 minutes.\n")
                        .statedDurationMinutes())
                .isEqualTo(20);
    }

    @Test
    void takesTheOnlyTimeAmongDaysForNoStart() {
        assertThat(window("""
                        ## Timeline
                        - 2025-04-01: The rope is replaced
                        - 2025-04-03: The lift shakes
                        - 2025-04-07 08:30 UTC: The rope is looked at
                        - 2025-04-09: A mechanic comes
                        """).start()).isNull();
    }

    private static IncidentWindow window(String body) {
        return Documents.read(around(body)).document().incident();
    }

    private static Detection detection(String body) {
        return Documents.read(around(body)).document().detection();
    }

    private static String around(String body) {
        return "# Postmortem: Lift outage\n\n" + body
                + "\n## Root cause\nThe rope.\n\n## Action items\n- Oil the rail\n";
    }
    /** HTML is often made without line ends, so that many of its blocks stand on one line. */
    @Test
    void readsManyBlocksOfHtmlOnOneLine() {
        Reading reading = Documents.read("<h1>Postmortem: Lift outage</h1><h2>Summary</h2>"
                + "<p>The lift, which carries all of the visitors of the tower, went down on 2025-02-03 at 08:10 UTC.</p>"
                + "<p>Stairs.</p><p>Service was restored at 10:40 UTC.</p>"
                + "<h2>Root cause</h2><p>Rust.</p><h2>Action items</h2><ul><li>Oil the rail</li></ul>");

        assertThat(reading.document().incident().start()).isEqualTo(LocalDateTime.of(2025, 2, 3, 8, 10));
        assertThat(reading.document().incident().end()).isEqualTo(LocalDateTime.of(2025, 2, 3, 10, 40));
        assertThat(reading.document().actionItems()).hasSize(1);
    }

    @Test
    void letsALabelSpeakForItsOwnBlockAmongManyOnOneLine() {
        Reading reading = Documents.read("<h1>Postmortem: Lift outage</h1><h2>Summary</h2>"
                + "<p>The rail was delivered on 2025-01-20 at 09:00 UTC.</p><p><b>Date:</b> 2025-02-03</p>"
                + "<h2>Root cause</h2><p>Rust.</p><h2>Action items</h2><ul><li>Oil the rail</li></ul>");

        assertThat(reading.document().incident().start()).isNull();
        assertThat(reading.document().incident().startDate()).isEqualTo(LocalDate.of(2025, 2, 3));
    }

    @Test
    void looksForTheEndBehindTheStartWhereBothStandOnOneLine() {
        Reading reading = Documents.read("<h1>Postmortem: Lift outage</h1><h2>Summary</h2>"
                + "<p>Last time service was restored at 07:00 UTC.</p>"
                + "<p>The lift went down on 2025-02-03 at 08:10 UTC.</p><p>Service was restored at 10:40 UTC.</p>"
                + "<h2>Root cause</h2><p>Rust.</p><h2>Action items</h2><ul><li>Oil the rail</li></ul>");

        assertThat(reading.document().incident().end()).isEqualTo(LocalDateTime.of(2025, 2, 3, 10, 40));
    }

    @Test
    void findsTheWindowInATableOfFactsBelowASubtitle() {
        Reading reading = Documents.read("""
                # Lift of the north tower
                ## Weighing of guesses and finding of the root cause

                | Field | Detail |
                |---|---|
                | **Incident date** | 2025-02-03 |
                | **Impact window** | 08:10 – 10:40 UTC |

                ## Root cause statement
                Rust.

                ## Action items
                - Oil the rail
                """);

        assertThat(reading.document().incident().start()).isEqualTo(LocalDateTime.of(2025, 2, 3, 8, 10));
        assertThat(reading.document().incident().end()).isEqualTo(LocalDateTime.of(2025, 2, 3, 10, 40));
        assertThat(reading.document().rootCause()).isEqualTo("Rust.");
    }

    @Test
    void takesATraceInTheLogForNoDetection() {
        Reading reading = Documents.read("""
                # Lift outage

                ## Summary
                The lift outage lasted on 2025-02-03 from 08:00 UTC to 10:40 UTC.

                ## Timeline
                - 08:10 UTC: Users saw closed doors.
                - 08:40 UTC: Rust detected in the log book of the machine room.
                - 10:40 UTC: The lift runs.

                ## Root cause
                Rust.
                """);

        assertThat(reading.document().detection().at()).isEqualTo(LocalDateTime.of(2025, 2, 3, 8, 10));
    }

    @Test
    void readsMidnightAfterAWordThatMakesItVague() {
        IncidentWindow window = window("""
                ## Summary
                On March 9th, 2025 from approximately midnight until 7:52 A.M., nearly eight hours, the lift stood still.
                """);

        assertThat(window.start()).isEqualTo("2025-03-09T00:00");
        assertThat(window.end()).isEqualTo("2025-03-09T07:52");
        assertThat(window.statedDurationMinutes()).isEqualTo(480);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On 7 April 2025 from 1:30 p.m. to 5:00 the lift stood still. | 2025-04-07T17:00",
                "From 11:30 AM to 2:00 on 7 April 2025 the lift stood still.  | 2025-04-07T14:00",
                "On 7 April 2025 from 10:00 PM to 5:00 the lift stood still.  | 2025-04-08T05:00",
                "On 7 April 2025 from 1:30 pm to 17:00 the lift stood still.  | 2025-04-07T17:00"
            })
    void takesTheHalfOfTheDayFromTheStartWhereTheEndNamesNone(String words, LocalDateTime end) {
        assertThat(window("## Summary\n" + words + "\n").end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45 minutes of downtime for everybody. | 45",
                "20 minutes of complete unavailability. | 20",
                "It ran from 10:00 to 12:00 UTC (2 hours) on one leg. | 120",
                "From 9:05 AM to 10:35 AM PST, about 90 minutes, nobody rode. | 90",
                "The oil dries within 3 hours of work. |"
            })
    void readsLengthsBesideWhatTheyAreThoseOf(String words, Integer minutes) {
        assertThat(window("## Impact\n" + words + "\n").statedDurationMinutes()).isEqualTo(minutes);
    }

    @Test
    void takesAWatchThatFailedForNobodyWhoNoticed() {
        Detection detection = detection("""
                ## Summary
                Down on 7 April 2025 from 10:15 to 11:00 UTC.

                ## Timeline
                - 10:15: Guest reports start trickling in at the desk.
                - 10:20: Monitoring system fails to detect anything.
                - 11:00: Service restored.
                """);

        assertThat(detection.at()).isEqualTo("2025-04-07T10:15");
    }

    @Test
    void readsWhoNoticedBehindTheKindOfAStep() {
        assertThat(detection("""
                ## Summary
                Down on 7 April 2025 from 10:15 to 11:00 UTC.

                ## Timeline

                | Time | Kind | What |
                | --- | --- | --- |
                | 10:15 | machine | The rope tears. |
                | 10:20 | operator | Noticed the red lamp in the hall. |
                | 11:00 | operator | Service restored. |
                """))
                .isEqualTo(new Detection(LocalDateTime.of(2025, 4, 7, 10, 20), DetectionMethod.ENGINEER));
    }

    @Test
    void readsNoZoneFromALineOfTheTemplate() {
        assertThat(window("""
                ## Timeline
                Written on YYYY-MM-DD (US/Pacific)
                - 10:15 UTC: The rope tears
                - 11:00 UTC: Service restored
                """).zone()).isEqualTo("UTC");
    }

    @Test
    void countsWholeHoursFromTheFirstStep() {
        IncidentWindow window = window("""
                Date: 7 April 2025
                Impact: downtime of 30 hours

                ## Timeline
                - 2025-04-07 20:20 UTC: The lift stops
                - 2025-04-08 04:30 UTC: The porter goes home
                - 2025-04-09 01:20 UTC: The lift moves
                - 2025-04-09 10:00 UTC: The porter writes this
                """);

        assertThat(window.start()).isEqualTo("2025-04-07T20:20");
        assertThat(window.end()).isEqualTo("2025-04-09T01:20");
    }

    @Test
    void takesTheAllClearForNoStart() {
        IncidentWindow window = window("""
                ## Summary
                The lift was reportedly down at 1am. It was oiled, and an all-clear given at about 2025-04-07 11:35 AM.

                ## Timeline
                - 2025-04-07 00:25: The rope tears
                - 2025-04-07 11:35: All clear for the lift
                """);

        assertThat(window.start()).isEqualTo("2025-04-07T00:25");
        assertThat(window.end()).isEqualTo("2025-04-07T11:35");
    }
}
