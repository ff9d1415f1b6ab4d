package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands above, between and below the measures and is none of them. */
class MeasureLayoutsTest {

    private static final String BEFORE = """
            # Postmortem: Lift outage

            ## Summary
            The lift was out of service for all visitors on 2025-02-03 from 08:10 UTC to 10:40 UTC.

            ## Root cause
            Rust on the rail.

            ## Resolution
            The rail was oiled.

            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This plan of ours will keep the lift moving for years to come.",
                "These small chores help us to be home before midnight.",
                "Such care should prevent another long climb.",
                "The drawing shows a porter who carries the lift up the stairs."
            })
    void takesNoLineThatLooksBackOnTheTasksForATask(String last) {
        Reading reading = Documents.read(
                BEFORE + "Tasks:\n\nOil the rail each month.\nHang a bell in the cabin.\n" + last + "\n");

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month.", "Hang a bell in the cabin.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"This week the porter will oil the rail.", "The new bell will ring in the hall."})
    void keepsALastTaskThatIsWordedAsAPromise(String last) {
        Reading reading = Documents.read(BEFORE + "Tasks:\n\nHang a bell in the cabin.\n" + last + "\n");

        assertThat(reading.document().actionItems()).hasSize(2);
    }

    @Test
    void keepsTheTasksBelowAQuestionAmongThem() {
        Reading reading = Documents.read(
                BEFORE
                        + "Tasks:\n\nOil the rail each month.\nHang a bell in the cabin.\nDoes the porter hear it?\nHang one in the hall.\n");

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .contains("Oil the rail each month.", "Hang a bell in the cabin.", "Hang one in the hall.");
    }

    @Test
    void endsTheTasksWhereAQuestionHeadsAParagraph() {
        Reading reading = Documents.read(
                BEFORE
                        + "Tasks:\n\nOil the rail each month.\nHang a bell in the cabin.\n\nWho carries the lift meanwhile?\n\nFour porters take turns.\n");

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month.", "Hang a bell in the cabin.");
    }

    @Test
    void takesNoSentenceThatAnnouncesTheTasksForATask() {
        Reading reading = Documents.read(BEFORE
                + "Tasks\nHere are the chores of the porter.\nOil the rail each month.\nHang a bell in the cabin.\n");

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month.", "Hang a bell in the cabin.");
    }

    @Test
    void findsTheMeasuresBelowASentenceThatSumsThemUp() {
        Reading reading = Documents.read(BEFORE + """
                ## Corrective and preventative measures

                Overall, one dry rail must not keep everybody on the stairs.

                The rail will be oiled each month.

                A bell will be hung in the cabin.
                """);

        assertThat(reading.document().actionItems()).hasSize(2);
        assertThat(reading.findings())
                .extracting(Finding::rule)
                .doesNotContain("missing-action-items", "missing-corrective-measures");
    }

    @Test
    void endsTheMeasuresWhereASentenceBelowThemSumsThemUp() {
        Reading reading = Documents.read(BEFORE + """
                ## Tasks

                Oil the rail each month.

                Overall, we were lucky that the stairs are wide.
                """);

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month.");
    }

    @Test
    void addsTheNextStepsToTheMeasures() {
        Reading reading = Documents.read(BEFORE + """
                ## Learnings and next steps
                - **What went well:**
                  - The stairs are wide.
                - **Preventative measures:**
                  - Oil the rail each month.
                  - Hang a bell in the cabin.

                ## Next steps
                1. Order oil for a year.
                2. Show the porter the machine room.
                """);

        assertThat(reading.document().actionItems()).hasSize(4);
        assertThat(reading.document().improvements()).isEmpty();
    }

    @Test
    void keepsImprovementsApartFromTheNextSteps() {
        Reading reading = Documents.read(BEFORE + """
                ## Improvements
                - Better care of the machine room

                ## Next steps
                1. Order oil for a year.
                """);

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Order oil for a year.");
        assertThat(reading.document().improvements()).hasSize(1);
    }

    @Test
    void takesAnImmediateRemediationForNoMeasure() {
        Reading reading = Documents.read(BEFORE + """
                ## Immediate remediation
                - Carried the guests down.

                ## Preventive measures
                - Oil the rail each month.
                """);

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month.");
    }

    @Test
    void findsTheSectionsOfAWordProcessorThatAreBulletsThemselves() {
        Reading reading = Documents.read("""
                Postmortem
                •	The lift outage kept everybody on the stairs of the north tower.
                o	Summation
                •	In short, the incident was rust. The root cause was a dry rail.
                o	Prevention
                •	Oil the rail each month.
                •	Hang a bell in the cabin.
                """);

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month.", "Hang a bell in the cabin.");
    }

    @Test
    void takesAListOfTheSectionsForNoSections() {
        Reading reading = Documents.read("# Postmortem: Lift outage\n\n- Summary\n- Root cause\n- Action items\n\n"
                + BEFORE.substring(BEFORE.indexOf("## Summary")) + "## Action items\n- Oil the rail each month.\n");

        assertThat(reading.document().actionItems()).hasSize(1);
        assertThat(reading.document().rootCause()).isEqualTo("Rust on the rail.");
    }

    @Test
    void keepsALineAmongMeasuresWhoseNameIsThatOfASection() {
        assertThat(titles("""
                Corrective and preventative measures
                Yearly audit: Look at the rail from below.
                Incident response plan: Write down whom to call.
                Detection: Hang a bell in the cabin.
                Training: Show the porter the hand crank.
                """)).containsExactly("Yearly audit", "Incident response plan", "Detection", "Training");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## What we're changing",
                "## What is being done about this?",
                "## What we will change",
                "## What are we doing about it?",
                "## Plan"
            })
    void knowsMeasuresByWhatIsToChange(String heading) {
        assertThat(titles(heading + "\n\n1) Oil the rail each month.\n\n2) Hang a bell in the cabin.\n"))
                .hasSize(2);
    }

    @Test
    void takesPlainActionsBelowImprovementsForTasks() {
        Reading reading = Documents.read(BEFORE + """
                ## Review

                ### Possible improvements
                - more oil
                - a louder bell

                ### Actions
                - Oil the rail each month
                - Hang a bell in the cabin
                """);

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month", "Hang a bell in the cabin");
        assertThat(reading.document().improvements()).hasSize(2);
    }

    @Test
    void takesPlainActionsBeforeForWhatWasDone() {
        Reading reading = Documents.read(BEFORE + """
                ## Actions
                - Carried the guests down

                ## Preventive measures
                - Oil the rail each month
                """);

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month");
    }

    @Test
    void takesALinkToTheAnswerOfACourseForNoTask() {
        Reading reading = Documents.read("""
                # 7. Lifts

                ## Tasks
                [0. Write about a lift](./README.md)

                ![lift](https://example.org/lift.png)

                """ + BEFORE.substring(BEFORE.indexOf("## Summary")) + """
                ## Preventive measures
                - Oil the rail each month.
                """);

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly("Oil the rail each month.");
    }

    @Test
    void keepsTasksThatAreLinksToTickets() {
        assertThat(titles("""
                ## Tasks
                - [Oil the rail each month](https://example.org/browse/LIFT-1)
                - [Hang a bell in the cabin](https://example.org/browse/LIFT-2)
                """)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "School of Lifts 2025\nBy:- Kim Doe\nkim@example.org\nhttps://example.org/kim",
                "Author: Kim Doe",
                "kim@example.org"
            })
    void takesWhoSignsBelowTheTasksForNoTask(String signature) {
        assertThat(titles("Tasks\nOil the rail each month.\nHang a bell in the cabin.\n\n\n" + signature + "\n"))
                .containsExactly("Oil the rail each month.", "Hang a bell in the cabin.");
    }

    @Test
    void findsATableOfTasksWhereverItStands() {
        Reading reading = Documents.read("""
                # Postmortem: Lift outage

                **Date**: 2025-02-03
                **Impact**: The lift was out of service from 08:10 UTC to 10:40 UTC.

                | Action item | Type | Owner | Bug |
                | --- | --- | --- |----|
                | Oil the rail each month | process | Kim | n/a |
                | Hang a bell in the cabin | prevention | Lee | LIFT-2 |

                ## Lessons learned
                - Rust never sleeps

                ## Root cause
                Rust on the rail.
                """);

        assertThat(reading.document().actionItems())
                .extracting(ProposedActionItem::title, ProposedActionItem::owner)
                .containsExactly(tuple("Oil the rail each month", "Kim"), tuple("Hang a bell in the cabin", "Lee"));
        assertThat(reading.document().rootCause()).isEqualTo("Rust on the rail.");
    }

    @Test
    void addsWhatIsToBeDoneAlso() {
        assertThat(titles("""
                ## What we're changing

                We will:

                * Oil the rail each month.
                * Hang a bell in the cabin.

                We will also look at the rail after each storm.

                Storms will come, and we cannot help it.
                """)).hasSize(3);
    }

    @Test
    void readsTheIssueOfATableThatTellsItInWords() {
        assertThat(titles("""
                ## Follow-up issues

                | Issue | Why | Outcome |
                | --- | --- | --- |
                | #41: oil for the rail | the rail was dry, and nobody knew where the oil is kept | open |
                | #42: a bell in the cabin | nobody heard the guests, who were in there for an hour | done |
                """))
                .hasSize(2)
                .allMatch(title -> title.startsWith("#4") || title.startsWith("oil") || title.startsWith("a bell"));
    }

    private static List<String> titles(String measures) {
        return Documents.read(BEFORE + measures).document().actionItems().stream()
                .map(ProposedActionItem::title)
                .toList();
    }

    @Test
    void keepsTheMeasuresBelowARemarkOnOneOfThem() {
        assertThat(titles("""
                ## Preventive measures
                - Oil the rail each month.
                Let's hope that it stays oiled.
                - Hang a bell in the cabin.
                So, nobody sleeps any more.
                - Show the porter the hand crank.
                """)).hasSize(3);
    }

    @Test
    void takesWhatIsCompletedForNoMeasure() {
        assertThat(titles("""
                ## Corrective actions

                ### Completed
                - Look at the rail from below

                ### Recommended improvements
                - Oil the rail each month
                - Hang a bell in the cabin
                """)).containsExactly("Oil the rail each month", "Hang a bell in the cabin");
    }

    @Test
    void readsFutureWorksWithAHeadingEach() {
        assertThat(titles("""
                # Future works

                ## Removal of the old rope

                The old rope will be taken down.

                ## A bell in the cabin

                We are going to hang one.
                """)).containsExactly("Removal of the old rope", "A bell in the cabin");
    }

    @Test
    void readsTasksThatOneSentenceLists() {
        assertThat(titles("""
                ## Corrective and preventative measures

                We had to make sure that the rail is looked at. Some of the tasks to do so are: Oiling the rail and the \
                wheels each month, hanging a bell in the cabin and showing the porter the hand crank.
                """))
                .containsExactly(
                        "Oiling the rail and the wheels each month",
                        "hanging a bell in the cabin",
                        "showing the porter the hand crank.");
    }
}
