package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.Reading;
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
}
