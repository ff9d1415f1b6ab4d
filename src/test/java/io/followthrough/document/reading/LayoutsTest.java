package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.DetectionMethod;
import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.Reading;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts people use without knowing that anybody will read them by program. */
class LayoutsTest {

    private static final String SUMMARY = """
            # Postmortem: Lift outage

            ## Summary
            The lift was down for everybody from 2025-02-03 22:00 UTC to 2025-02-04 02:00 UTC.

            """;

    @Test
    void takesARuleAboveTheTextForNoFrontMatter() {
        Reading reading = Documents.read("---\n\n" + SUMMARY + "---\n\n## Action items\n- Oil the rail\n");

        assertThat(reading.document().title()).isEqualTo("Lift outage");
        assertThat(reading.document().incident().start()).isEqualTo(LocalDateTime.of(2025, 2, 3, 22, 0));
        assertThat(reading.document().actionItems()).hasSize(1);
    }

    @Test
    void takesSettingsAboveTheTextForFrontMatter() {
        PostmortemDocument document =
                read("+++\ntitle = \"Lift outage\"\ndate = \"2025-03-01\"\n\n[extra]\nteam = \"lifts\"\n"
                        + "+++\n\n## Summary\nThe lift outage lasted from 2025-02-03 22:00 UTC to 23:00 UTC.\n\n## Root cause\nRust.\n\n"
                        + "## Resolution\nThe rail was oiled.\n");

        assertThat(document.title()).isEqualTo("Lift outage");
        assertThat(document.incident().start()).isEqualTo(LocalDateTime.of(2025, 2, 3, 22, 0));
    }

    @Test
    void readsDatesWithTheHyphensOfTypographers() {
        PostmortemDocument document = read("""
                # Incident: lift outage on 2025\u201102\u201103

                **Duration:** 08:41–09:54 UTC

                ## Root cause
                Rust.

                ## Resolution
                Oil.
                """);

        assertThat(document.incident().start()).isEqualTo(LocalDateTime.of(2025, 2, 3, 8, 41));
    }

    @Test
    void knowsBothEndsOfATimeBetweenTwoHours() {
        PostmortemDocument document = read("""
                # Lift outage

                ## Summary
                The lift was out of service on May 22, 2024, between 5pm and 10pm UTC.

                ## Root cause
                Rust.

                ## Resolution
                Oil.
                """);

        assertThat(document.incident().end()).isEqualTo(LocalDateTime.of(2024, 5, 22, 22, 0));
    }

    @Test
    void findsTheEndInASentenceOfItsOwn() {
        PostmortemDocument document = read("""
                # Lift outage

                ## Summary
                On May 22, 2024, at about 9:40am UTC, all lifts became inaccessible. Oil helped: at 12:10pm they were back online.

                ## Root cause
                Rust.

                ## Resolution
                Oil.
                """);

        assertThat(document.incident().start()).isEqualTo(LocalDateTime.of(2024, 5, 22, 9, 40));
        assertThat(document.incident().end()).isEqualTo(LocalDateTime.of(2024, 5, 22, 12, 10));
    }

    @Test
    void keepsStartAndEndApartThatStandBelowEachOtherInSmallLetters() {
        PostmortemDocument document = read("""
                Lift outage

                Duration
                start : 03/02/2025, 3:00 PM
                end : 03/02/2025, 5:00 PM

                Root cause
                Rust.

                Resolution
                Oil.
                """);

        assertThat(document.timeline()).isEmpty();
        assertThat(Documents.read("start : 3:00 PM\nend : 5:00 PM\n")
                        .document()
                        .incident()
                        .start())
                .isNull();
    }

    @Test
    void keepsEntriesOfATimelineThatBeginLikeALabel() {
        PostmortemDocument document = read(SUMMARY + """
                ## Timeline
                22:00 - The lift stops
                23:00 - Improvements: the lift moves slowly
                23:30 - Resolution: oil
                02:00 - The lift was restored
                """);

        assertThat(document.timeline()).hasSize(4);
    }

    @Test
    void putsEntriesBelowTheDayTheyStandUnder() {
        PostmortemDocument document = read(SUMMARY + """
                ## Timeline
                - 2025-02-03
                  - 22:00: the lift stops
                  - ~22:10: Ada takes the stairs
                - 2025-02-04
                  - 1:50: oil arrives
                  - 2:00: the lift was restored
                """);

        assertThat(document.timeline())
                .extracting(entry -> entry.at())
                .containsExactly(
                        LocalDateTime.of(2025, 2, 3, 22, 0),
                        LocalDateTime.of(2025, 2, 3, 22, 10),
                        LocalDateTime.of(2025, 2, 4, 1, 50),
                        LocalDateTime.of(2025, 2, 4, 2, 0));
    }

    @Test
    void takesTheBulletOverAListOfTimesForItsHeading() {
        PostmortemDocument document = read(SUMMARY + """
                ## What went on
                * Timeline (all hours UTC)
                  * 22:00 the lift stops
                  * 02:00 the lift was restored
                """);

        assertThat(document.timeline()).hasSize(2);
    }

    @Test
    void readsLabelsBehindTheNumberOfTheirSection() {
        PostmortemDocument document = read("""
                **Section 1: Summary:**
                The lift was down for everybody from 2025-02-03 22:00 UTC to 23:00 UTC.

                **Section 2: Timeline:**
                - 22:00 the lift stops
                - 23:00 the lift was restored

                **Section 3: Root cause:**
                Rust.
                """);

        assertThat(document.timeline()).hasSize(2);
        assertThat(document.rootCause()).isEqualTo("Rust.");
    }

    @Test
    void understandsHeadingsThatAsk() {
        PostmortemDocument document = read("""
                # Lift outage

                What happened?
                The lift was down from 2025-02-03 22:00 UTC to 23:00 UTC. The incident was noticed by a rider.

                How did we fix it?
                The rail was oiled.

                What are we doing to prevent it?
                - Oil the rail each month
                - Count the riders
                """);

        assertThat(document.postmortem()).isTrue();
        assertThat(document.resolution()).isEqualTo("The rail was oiled.");
        assertThat(document.actionItems()).hasSize(2);
    }

    @Test
    void takesWhatIsDoneAgainstTheNextOneForMeasuresWithoutAHeading() {
        PostmortemDocument document = read("""
                # Lift outage

                At 5:30AM UTC on 3 February 2025 the lift was down, an outage of an hour. The incident was over at 6:30AM.
                Steps we take to prevent this from happening again:
                * The rail will be oiled each month.
                * A second lift is being built.
                """);

        assertThat(document.postmortem()).isTrue();
        assertThat(document.actionItems()).hasSize(2);
    }

    @Test
    void findsTheMeasuresOfATableWhoseHeadDoesNotName() {
        PostmortemDocument document = read(SUMMARY + """
                ## Action items
                | # | Owner | Priority | Due |
                |---|---|---|---|
                | 1 | Ada | Oil the rail each month | 2025-06-05 |
                | 2 | Grace | Count the riders of the lift | 2025-06-12 |
                """);

        assertThat(document.actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month", "Count the riders of the lift");
        assertThat(document.actionItems()).extracting(ProposedActionItem::due).contains(LocalDate.of(2025, 6, 5));
    }

    @Test
    void keepsTheTasksBelowTheKindsTheyAreOf() {
        PostmortemDocument document = read(SUMMARY + """
                ## Action items
                ### Prevention
                - Oil the rail
                ### Detection
                - Add a bell
                ### Mitigation
                None.
                """);

        assertThat(document.actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail", "Add a bell");
    }

    @Test
    void readsAListWhoseBulletsDoNotStandBelowEachOther() {
        PostmortemDocument document = read(SUMMARY + """
                ## Action items
                  - Oil the rail
                - Count the riders
                  - Train the porters
                Regular rides: Have somebody ride it each day
                  - Write it down
                """);

        assertThat(document.actionItems()).hasSize(5);
    }

    @Test
    void addsAClosingFollowUpToTheMeasures() {
        PostmortemDocument document = read(SUMMARY + """
                ## Corrective actions
                - Oil the rail
                - Count the riders

                ## Follow-up
                - Meet again in May
                """);

        assertThat(document.actionItems()).hasSize(3);
    }

    @Test
    void takesNoDeniedRecoveryForTheEnd() {
        PostmortemDocument document = read("""
                # Lift outage

                ## Summary
                The lift was down on 3 February 2025 (UTC).

                ## Timeline
                - 10:00 the lift stops
                - 10:20 the brake was fixed, service wasn't restored yet
                - 11:00 the rail is oiled and the lift is back online

                ## Root cause
                Rust.
                """);

        assertThat(document.incident().end()).isEqualTo(LocalDateTime.of(2025, 2, 3, 11, 0));
    }

    @Test
    void asksForNoResolutionWhereTheTimelineTellsIt() {
        assertThat(rules(Documents.read("""
                        # Lift outage

                        ## Summary
                        On 3 February 2025 the lift was down (UTC).

                        ## Timeline
                        - 10:00 the lift stops
                        - 11:00 it heals itself and everything returns to normal

                        ## Root cause
                        Nobody knows.
                        """))).doesNotContain("missing-resolution");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10:05 The outage was detected by the Security Team",
                "10:05 An email notifying us that the lift was down reached the porter",
                "10:05 The engineer in charge realizes that the lift does not move"
            })
    void knowsThatItWasNoticed(String entry) {
        Reading reading = Documents.read("""
                # Lift outage

                ## Summary
                On 3 February 2025 the lift was down (UTC).

                ## Timeline
                - 10:00 a new rope was mounted
                - %s
                - 11:00 the lift was restored

                ## Root cause
                Rust.
                """.formatted(entry));

        assertThat(reading.document().detection().at()).isEqualTo(LocalDateTime.of(2025, 2, 3, 10, 5));
        assertThat(reading.document().detection().method()).isNotNull();
        assertThat(rules(reading)).doesNotContain("missing-detection");
    }

    @Test
    void takesPeopleWhoAlertPeopleForNoMonitoring() {
        PostmortemDocument document = read(SUMMARY + """
                ## Timeline
                - 22:00 a rider opened a ticket and alerted the engineers
                - 02:00 the lift was restored
                """);

        assertThat(document.detection().method()).isEqualTo(DetectionMethod.ENGINEER);
    }

    @Test
    void takesAGuideForNoPostmortem() {
        assertThat(read("""
                        # Writing a postmortem

                        ## Timeline
                        Tell what happened, with times, from the incident to its end.

                        ## Root cause
                        Say why the outage happened.

                        ## Action items
                        - List the tasks
                        """).postmortem()).isFalse();
    }

    @Test
    void findsTheSlotsOfATemplate() {
        assertThat(rules(Documents.read(SUMMARY + """
                        ## Timeline
                        - HH:MM: {Description}

                        ## Root cause
                        Rust.
                        """))).contains("template-remnant");
    }

    @Test
    void takesNoRowOfTheTemplateForAnEntry() {
        Reading reading = Documents.read(SUMMARY + """
                ## Timeline
                | Time | Event |
                | --- | --- |
                | 2025-02-03 HH:mm | What happened? |
                | 2025-02-03 22:00 | The rope tears |
                | 2025-02-04 02:00 | A new rope holds |
                """);

        assertThat(reading.document().timeline()).hasSize(2);
        assertThat(rules(reading)).contains("template-remnant");
    }

    @Test
    void takesRowsThatLeaveOnlyTheHourOpenForEntries() {
        Reading reading = Documents.read(SUMMARY + """
                ## Timeline
                | Time | Event |
                | --- | --- |
                | 2025-02-03 HH:mm | The rope shakes |
                | 2025-02-03 HH:mm | The rope tears |
                | 2025-02-04 02:00 | A new rope holds |
                """);

        assertThat(reading.document().timeline()).hasSize(3);
        assertThat(rules(reading)).contains("template-remnant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 0x2A. Postmortem\n\nFriday, June 27, 2025",
                "# 0x11. Postmortem\n\nBy the Lift Team",
                "# 0x11. Postmortem\n\n## Status: closed",
                "# 0x11. Postmortem\n\n## The following happened:",
                "# Incident Report",
                "OUTAGE REPORT",
                "# Outage Postmortem Report",
                "# 0x11. Postmortem\n\nThe hotel lift carried nobody for the whole of one long evening.\n\n## Odd noises",
                "# Incident Postmortem Report\n\nAuthor: Ada Lovelace",
                "https://example.org/lift-postmortem\n\nJune 27, 2025"
            })
    void takesNeitherNumbersNorDaysNorAddressesForATitle(String above) {
        assertThat(rules(Documents.read(above + """


                ## Summary
                The lift was down for everybody from 2025-06-27 22:00 UTC to 23:00 UTC.

                ## Root cause
                Rust.

                ## Resolution
                Oil.
                """))).contains("missing-title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*Instructions for guests:*",
                "\"Write down what went wrong with a lift.\"",
                "How to write a sad story: with a smile.",
                "Please hand in by Friday",
                "*\"Take any lift you know,\nwrite a postmortem of it\nand hand it in.\"*"
            })
    void takesNoOrderToWriteAReportForItsTitle(String above) {
        assertThat(read(above + "\n\nOutage postmortem: Lift of the north tower\n\nSummary:\n"
                                + "The lift outage lasted from 2025-02-03 22:00 UTC to 23:00 UTC.\n\nRoot cause: Rust.\n")
                        .title())
                .isEqualTo("Lift of the north tower");
    }

    @Test
    void takesNeitherALabelNorAStepForATitle() {
        assertThat(read("""
                ### Sumary of it:

                * The lift outage lasted from 22:00 UTC to 23:00 UTC on 2025-02-03.

                ### Timeline (UTC):
                10:00 PM - The lift stops.
                11:00 PM - The lift runs.

                ### Root cause
                Rust.
                """).title()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We asked the [Lift Team] for help.\n\n[lift team]: https://example.org/lifts",
                "The panel showed `[door] [No answer from drive]` all evening.",
                "The panel showed\n`[No answer from drive]` all evening.",
                "The rope will be filled with grease by the people who look after the whole house."
            })
    void takesNeitherLinksNorWhatAMachineWroteForASlot(String told) {
        assertThat(rules(Documents.read(SUMMARY + "## Root cause\n\n" + told))).doesNotContain("template-remnant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> will fill this section", "To be completed", "We called the [name of the team]."})
    void findsWhatIsLeftToBeWritten(String left) {
        assertThat(rules(Documents.read(SUMMARY + "## Root cause\n\nRust.\n\n## Resolution\n\n" + left)))
                .contains("template-remnant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[To be completed by the lift team]", "To be written."})
    void missesAResolutionThatIsOnlyPromised(String promise) {
        assertThat(rules(Documents.read(SUMMARY + "## Root cause\n\nRust.\n\n## Resolution\n\n" + promise)))
                .contains("missing-resolution");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- 10:40 UTC: A new rope carries the cabin, restoring service",
                "- 10:40 UTC: The rope is fixed",
                "- 10:40 UTC: The rope has since been exchanged",
                "- 10:40 UTC: The guard ended it by blocking the IP address of the prankster"
            })
    void findsTheResolutionInTheStory(String step) {
        assertThat(rules(Documents.read(SUMMARY + "## Timeline\n\n- 09:30 UTC: The rope tears\n" + step)))
                .doesNotContain("missing-resolution");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Incident report 2025-06-27", "Web stack outage report", "Lift outage report"})
    void takesADayOrAServiceBesideTheKindOfTextForATitle(String title) {
        Reading reading = Documents.read(SUMMARY.replace("Postmortem: Lift outage", title));

        assertThat(reading.document().title()).isEqualTo(title);
        assertThat(rules(reading)).doesNotContain("missing-title");
    }

    @Test
    void keepsTheNumberOfAnExerciseAsTitle() {
        assertThat(read(SUMMARY.replace("Postmortem: Lift outage", "Web Stack Debugging #7 Postmortem"))
                        .title())
                .isEqualTo("Web Stack Debugging #7 Postmortem");
    }

    private static PostmortemDocument read(String text) {
        return Documents.read(text).document();
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }

    /** Else an editor would be sent to a column that its line does not have. */
    @Test
    void placesAnItemOnItsOwnLineWhereTheSameWordsStandBelow() {
        PostmortemDocument document = read(
                SUMMARY
                        + "## Action items\n- Oil&nbsp;the rail\n- Count the steps\n\nOf all that was said the first was: Oil the rail\n");

        assertThat(document.actionItems().get(0).title()).isEqualTo("Oil the rail");
        assertThat(document.actionItems().get(0).column()).isEqualTo(1);
    }

    @Test
    void knowsALabelBehindADashInAnItem() {
        List<ProposedActionItem> items = read(SUMMARY + """
                        ## Action items
                        1. Test the spare - Deadline: June 20, 2025
                        2. Oil the rail – Owner: Kim
                        3. Oil the bell - ETA: 2 weeks.
                        """).actionItems();

        assertThat(items)
                .extracting(ProposedActionItem::title)
                .containsExactly("Test the spare", "Oil the rail", "Oil the bell");
        assertThat(items.get(0).due()).isEqualTo(LocalDate.of(2025, 6, 20));
        assertThat(items.get(1).owner()).isEqualTo("Kim");
        assertThat(items.get(2).description()).isEqualTo("ETA: 2 weeks.");
        assertThat(items.get(2).due()).isNull();
    }
}
