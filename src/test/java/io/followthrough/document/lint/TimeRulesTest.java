package io.followthrough.document.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds between the times, days and durations of one document. */
class TimeRulesTest {

    @Test
    void comparesBothPlacesOfADurationAndOffersTheComputedOne() {
        Finding finding = only("duration-mismatch", """
                ## Summary
                **Duration:** 7 April 2025, 10:30 to 13:15 UTC (3 hours)
                """);

        assertThat(finding.message()).isEqualTo("10:30 to 13:15 is 2 h 45 min; the text says 3 h.");
        assertThat(finding.related())
                .extracting(Finding.Related::place)
                .containsExactly(new Place(4, 15, 19), new Place(4, 38, 9));
        assertThat(finding.fix()).isEqualTo(new Fix("Write 2 h 45 min", new Place(4, 49, 7), "2 h 45 min"));
    }

    @ParameterizedTest
    @CsvSource({"2 hours 40 minutes, true", "2 hours 45 minutes, false", "2 h 50 min, false", "2.7 hours, false"})
    void takesADurationInHoursAndMinutesAtItsWord(String duration, boolean wrong) {
        List<String> rules = rules("""
                ## Summary
                Duration: 7 April 2025, 10:30 to 13:16 UTC (%s)
                """.formatted(duration));

        assertThat(rules.contains("duration-mismatch")).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Orders stood still for 3 hours, from 10:30 to 13:15 UTC on 7 April 2025.|true",
                "On 7 April 2025 from 10:30 to 13:15 UTC users could not pay for nearly 4 hours.|true",
                "Payments failed on 7 April 2025 from 10:30 to 13:15 UTC; answers are cached for 2 hours.|false",
            })
    void takesTheLengthFromWhatUsersSaw(String summary, boolean wrong) {
        assertThat(rules("## Summary\n" + summary + "\n").contains("duration-mismatch"))
                .isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35 % of all users could not pay, and all users saw errors.|true",
                "It was down for all users; 80 % of them came back.|true",
                "35 % of the buyers could not pay; it was down for all users.|true",
                "35 % of all users were logged out.|false",
                "All users in Lyon, 35 % of the total, saw errors.|false",
                "100 % of users: all users were logged out.|false",
            })
    void comparesAllUsersWithAShareOfThem(String impact, boolean wrong) {
        assertThat(rules("## Impact\n" + impact + "\n").contains("percent-contradiction"))
                .isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({"11:30, true", "10:35, false"})
    void comparesTheStartOfTheSummaryWithTheStepThatSaysItBegan(String time, boolean wrong) {
        List<String> rules = rules("""
                ## Summary
                Down on 7 April 2025 from 10:30 to 13:15 UTC.
                ## Timeline
                - %s Outage begins
                - 13:15 Service restored
                """.formatted(time));

        assertThat(rules.contains("start-mismatch")).isEqualTo(wrong);
    }

    @Test
    void comparesTheEndByTheClockAloneWhenNoDayIsNamed() {
        Finding finding = only("end-mismatch", """
                ## Summary
                Between 13:00:00 and 17:35:08 the lift stood still.
                ## Timeline
                - 13:00:00: stops
                - 13:12:50: Ada fixes the fuse
                - 13:13:16: Bob slips away
                """);

        assertThat(finding.line()).isEqualTo(7);
        assertThat(finding.message()).contains("17:35").contains("13:12");
    }

    @Test
    void reportsNoEarlyEndWhenTroubleComesBackLater() {
        assertThat(rules("""
                ## Summary
                Between 13:00 and 17:35 the lift stood still.
                ## Timeline
                - 13:00: stops
                - 13:12: Service restored
                - 16:00: The door fails again
                """)).doesNotContain("end-mismatch");
    }

    @Test
    void ordersDaysWithoutTimes() {
        Finding finding = only("timeline-out-of-order", """
                ## Timeline
                - 2024-12-01: First report
                - 2024-01-28: Second report
                - 2025-02-08: Third report
                """);

        assertThat(finding.line()).isEqualTo(5);
        assertThat(finding.message())
                .isEqualTo("28 January 2024 comes after 1 December 2024 in the timeline but lies before it.");
    }

    @Test
    void putsDaysWithoutAYearThatLeadUpIntoTheYearBefore() {
        assertThat(rules("""
                ## Summary
                Down on 7 April 2025 from 10:30 to 13:15 UTC.
                ## Timeline
                - [12-05 16:21] The flaw is built in
                - [04-07 10:30] The lift stops
                - [04-07 13:15] Service restored
                """)).doesNotContain("timeline-out-of-order", "timeline-outside-window", "date-contradiction");
    }

    @Test
    void knowsTheWeekdayOfTheOpening() {
        Finding finding = only("weekday-mismatch", """
                ## Summary
                It was an ordinary Friday in the tower.

                Duration: 7 April 2025, 10:30 to 13:15 UTC
                """);

        assertThat(finding.message()).isEqualTo("7 April 2025 was a Monday.");
        assertThat(finding.fix()).isEqualTo(new Fix("Write Monday", new Place(4, 20, 6), "Monday"));
    }

    @Test
    void mendsTheZoneWhereverTheIncidentHasItAndNowhereElse() {
        String text = """
                ## Summary
                Down on 10 August 2025 from 10:30 am EST to 13:15 EST; see EST in the glossary.

                The rope is looked at again on 12 January 2026 at 09:00 EST.
                ## Timeline
                - 10:30 EST: the lift stops
                - 13:15EST: service is restored
                """;

        Fix fix = only("zone-impossible-on-date", text).fix();

        assertThat(fix)
                .isEqualTo(new Fix(
                        "Write EDT in all 4 places",
                        new Place(4, 38, 3),
                        "EDT",
                        List.of(new Place(4, 51, 3), new Place(8, 9, 3), new Place(9, 8, 3))));
    }

    @Test
    void noticesThatTheTextDatesTheIncidentTwice() {
        Finding finding = only("date-contradiction", """
                This is the report on the standstill that occurred on March 4, 2025.

                ## Summary
                Down on 7 April 2025 from 10:30 to 13:15 UTC.
                """);

        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.message()).contains("4 March 2025").contains("7 April 2025");
    }

    @Test
    void asksForNoHoursOfAnIncidentThatWentOnForMonths() {
        String months = """
                ## Timeline
                - 2024-06-16: Version 3 is released
                - 2024-12-01: First report
                - 2025-04-24: Version 4 comes with the repair
                """;

        assertThat(rules(months)).doesNotContain("missing-window");
        assertThat(rules(months.replace("2024-06-16", "2025-04-21").replace("2024-12-01", "2025-04-22")))
                .contains("missing-window");
    }

    @ParameterizedTest
    @CsvSource({
        "08:10 PM - 08:30 PM, 25 minutes, true",
        "08:10 PM - 08:30 PM, about 25 minutes, false",
        "08:10 PM - 08:30 PM, 15 minutes, false",
        "08:10 PM - 08:30 PM, 22 minutes, false",
        "08:10 PM - 09:30 PM, 1 hour 25 minutes, true"
    })
    void takesCountedMinutesAtTheirWord(String window, String length, boolean wrong) {
        String body = "## Summary\nDuration: 7 April 2025, %s UTC (%s)\n".formatted(window, length);

        assertThat(rules(body).contains("duration-mismatch")).isEqualTo(wrong);
    }

    @Test
    void findsATimeNoClockShowsInTheWindow() {
        Finding finding = only("malformed-time", """
                ## Summary
                The lift outage lasted from 9:20 AM to 01;35PM (UTC) on 7 April 2025.
                """);

        assertThat(finding.line()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It began at 6:00 WAT and ended at 19:20 PST.|true",
                "It began at 6:00 AM (Kampala time) on 7 April 2025 and ended at 9:00 AM (UTC).|true",
                "It lasted from 6:00 UTC (7:00 WAT) to 9:00 UTC (10:00 WAT).|false",
                "It lasted from 17:00 UTC (10:00 PST) to 19:00 UTC.|false",
            })
    void tellsTwoZonesFromOneTimeGivenInBoth(String summary, boolean mixed) {
        assertThat(rules("## Summary\n" + summary + "\n").contains("zone-mixed"))
                .isEqualTo(mixed);
    }

    @Test
    void asksForNoWindowWhereOnlyTheDayIsMissing() {
        assertThat(rules("## Summary\nThe lift outage started at 1:25 AM and was resolved by 3:50 AM.\n"))
                .contains("missing-incident-date")
                .doesNotContain("missing-window");
    }

    @Test
    void comparesTheLengthWithTimesThatNameNoDay() {
        String body = "## Summary\nThe lift stood for 2 hours, from 10:05 PM to 12:40 AM UTC.\n";

        assertThat(only("duration-mismatch", body).message())
                .isEqualTo("22:05 to 00:40 is 2 h 35 min; the text says 2 h.");
        assertThat(rules(body.replace("12:40 AM", "12:05 AM"))).doesNotContain("duration-mismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "A neighbour's lift was operational but ours failed, false",
        "Issue resolution, true",
        "The rope held but the door failed; now the lift works again, true"
    })
    void comparesTheEndWithTheStepThatTellsIt(String step, boolean wrong) {
        String body = """
                ## Summary
                Duration: Friday 4 April 2025, 20:00 UTC - Saturday 5 April 2025, 01:00 UTC

                ## Timeline
                - 20:00 UTC: The rope tears
                - 21:00 UTC: %s
                - 23:00 UTC: The rope is painted
                """.formatted(step);

        assertThat(rules(body).contains("end-mismatch")).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({"The porters are content, false", "Service restored, true"})
    void takesTheLastStepAtTheStatedEndForTheEndInWhateverWords(String half, boolean wrong) {
        List<String> rules = rules("""
                ## Summary
                Down on 7 April 2025 from 10:30 to 13:15 UTC.

                ## Timeline
                - 10:30 The rope tears
                - 12:00 %s: the old rope is back
                - 13:15 Everybody applauds
                """.formatted(half));

        assertThat(rules.contains("end-mismatch")).isEqualTo(wrong);
    }

    @Test
    void tellsAWrongYearAsWhatItIs() {
        List<String> rules = rules("""
                ## Summary
                Down from 7 April 2025 22:30 UTC to 8 April 2025 01:15 UTC.

                ## Timeline
                - 7 April 2025 22:30 The rope tears
                - 8 April 2024 01:15 A new rope carries
                """);

        assertThat(rules).contains("date-contradiction").doesNotContain("timeline-out-of-order");
    }

    @ParameterizedTest
    @CsvSource({"2024-11-02, true", "2025-04-07, false"})
    void comparesTheDayInANoteOverTheTimeline(String day, boolean wrong) {
        List<String> rules = rules("""
                ## Summary
                Down on 7 April 2025 from 10:30 to 13:15 UTC.

                ## Timeline
                %s (all times UTC)

                - 10:30 The rope tears
                - 13:15 Service restored
                """.formatted(day));

        assertThat(rules.contains("date-contradiction")).isEqualTo(wrong);
    }

    @Test
    void comparesTheDayWhereTheHourOfTheStartIsTheSame() {
        List<String> rules = rules("""
                ## Summary
                Down from 2025-04-08 10:30 UTC to 2025-04-08 13:15 UTC.

                ## Timeline
                ### 2025-04-07
                - 10:30 Outage begins
                ### 2025-04-08
                - 13:15 Service restored
                """);

        assertThat(rules).contains("date-contradiction").doesNotContain("start-mismatch");
    }

    private static Finding only(String rule, String body) {
        List<Finding> found = findings(body).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> rules(String body) {
        return findings(body).stream().map(Finding::rule).toList();
    }

    private static List<Finding> findings(String body) {
        return Documents.read("# Postmortem: Lift outage\n\n" + body
                        + "\n## Root cause\nThe rope.\n\n## Action items\n- Oil the rail\n")
                .findings();
    }

    @Test
    void comparesTheStartOfATimelineWithoutDays() {
        assertThat(only("start-mismatch", """
                        ## Summary
                        From 6:00 AM to 7:50 PM GMT the lift was down.

                        ## Timeline (all GMT)
                        - 5:45 AM: New rope
                        - 5:40 AM: Outage begins
                        - 7:50 PM: Service restored
                        """).message())
                .isEqualTo("The summary starts the incident at 06:00, the timeline at 05:40, 20 min earlier.");
    }

    @Test
    void missesAZoneBesideADayAlone() {
        assertThat(rules("## Summary\nOn 7 April 2025 the lift was down.\n")).contains("missing-time-zone");
        assertThat(rules("## Summary\nThe lift was down.\n")).doesNotContain("missing-time-zone");
    }

    @Test
    void findsABracketThatEnclosesNothing() {
        assertThat(rules("## Timeline\n- 10:30 added a second rope (\n- 11:00 done\n"))
                .contains("unfinished-text");
        assertThat(rules("## Timeline\n- 10:30 added a second rope (thin)\n- 11:00 done\n"))
                .doesNotContain("unfinished-text");
    }

    @Test
    void knowsTheEndByTheFixThatWasMade() {
        assertThat(rules("""
                ## Summary
                Down from 2025-04-07 15:00 UTC to 2025-04-08 09:00 UTC.

                ## Timeline
                - 15:00 The rope tears
                - 21:00 Immediate resolution implemented with a new rope
                """)).contains("end-mismatch");
    }

    @Test
    void missesTheDayOfTheIncidentBesideADueDateInTwoOrders() {
        assertThat(rules(
                        "## Summary\nThe lift was down from 10:37 to 10:45 UTC.\n\n## Tasks\n- Oil it by 01/10/2025\n"))
                .contains("missing-incident-date");
    }

    @Test
    void missesNoDayWhereItsOrderIsTheDoubt() {
        assertThat(rules("## Summary\nDown on 01/10/2025 from 10:37 to 10:45 UTC.\n"))
                .contains("date-ambiguous")
                .doesNotContain("missing-incident-date");
    }
}
