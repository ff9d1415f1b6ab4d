package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.Finding;
import io.followthrough.document.PostmortemDocument;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What is a postmortem and what is none. */
class RecogniserTest {

    @Test
    void knowsAPostmortemThatNeverSaysWhatItWas() {
        assertThat(isPostmortem("""
                # Late bread

                ## Summary
                The ovens of the bakery on the square stayed cold, and the shop opened without bread.

                ## Timeline

                | Time | Event |
                | --- | --- |
                | 2025-02-03 04:10 | The ovens are switched on and stay cold |
                | 2025-02-03 04:40 | The baker finds the main switch off |
                | 2025-02-03 07:20 | The first bread is sold |

                ## Contributing factors
                - The main switch has no label

                ## Action items
                - Label the main switch
                """)).isTrue();
    }

    @Test
    void takesAPlanWithDatesForNone() {
        assertThat(isPostmortem("""
                # New ovens

                ## Summary
                The bakery on the square gets new ovens.

                ## Timeline
                - 2025-02-03: order
                - 2025-03-03: delivery
                - 2025-03-10: first bread

                ## Next steps
                - Ask for three offers
                """)).isFalse();
    }

    @Test
    void takesATemplateWithExamplesInItForNone() {
        assertThat(isPostmortem("""
                # Postmortem: [Name of the incident]

                **Date**: YYYY-MM-DD

                ## Summary
                *Say what happened.*

                ## Timeline
                - **04:10**: The ovens stay cold.
                - **04:40**: The baker notices.
                - **07:20**: The first bread is sold.

                ## Root cause
                *Say why.*

                ## Action items
                | What | Who |
                | --- | --- |
                | Label the main switch | Ada |
                """)).isFalse();
    }

    @Test
    void takesAnArticleForWhoeverWritesOneForNone() {
        assertThat(isPostmortem("""
                ---
                title: How to write about an outage
                date: 2025-03-01
                ---

                The shop is open again after the ovens were down for 4 hours.

                ## What was the root cause
                Explain it so that the people who waited for bread understand it.

                ## What will be done
                Explain what changes, and until when. An incident nobody learns from comes again.

                ## Lessons learned
                Say what went well.
                """)).isFalse();
    }

    @Test
    void takesThePageThatLeadsToOneForNone() {
        assertThat(isPostmortem("""
                # Lift outage homework

                ## Overview
                Here you find how the lift outage of May 22, 2024 went: impact, root cause and what was done.

                ## Tasks
                1. **Tell the outage**
                   - The file has a timeline and a root cause.
                2. **Draw the outage**
                   - The picture makes the incident easier to grasp.

                ## Root cause
                See the file.

                ## Getting started
                Open `lift.md`.

                ## Repository structure
                One file and one picture.
                """)).isFalse();
    }

    @Test
    void takesTheIndexOfManyForNone() {
        assertThat(isPostmortem("""
                # Incidents of the lift company

                ## Purpose
                - Find root causes
                - Keep failures from coming again

                ## Format
                - **Summary:** what it was
                - **Timeline:** what happened when
                - **Root cause:** why
                - **Impact:** who had to walk

                ## List
                - [2025-02-03: lift outage](./lift.md), resolved after 2 hours
                - [2025-03-04: door failure](./door.md), resolved after 3 hours
                """)).isFalse();
    }

    @Test
    void knowsAPostmortemInAProjectsReadme() {
        assertThat(isPostmortem("""
                # Postmortem repository

                ## Summary
                The lift outage lasted from 10:00 to 11:00 UTC on 2025-02-03.

                ## Root cause
                Rust.

                ## Resolution
                Oil.

                ## Structure
                One file.

                ## License
                None.
                """)).isTrue();
    }

    @Test
    void knowsAnIncidentByWhatDidNotWorkAnyMore() {
        assertThat(isPostmortem("""
                ### Summary
                The lift stopped running in the night.

                ### Impact
                Everybody took the stairs.

                ### Remediation
                The porter starts it each morning.
                """)).isTrue();
    }

    @Test
    void knowsAPostmortemToldAsAStory() {
        assertThat(isPostmortem("""
                ---
                title: "Lift outage postmortem"
                ---

                On February 3, 2025 the lift was down for nearly 5 hours.

                ## Stairs again
                Nobody told me of the outage, so I walked.

                ## Rust
                The rail had rusted, and that failure kept the lift where it was.

                ## What now
                The issue was the rail. We oiled it.
                """)).isTrue();
    }

    private static boolean isPostmortem(String text) {
        return Documents.read(text).findings().stream().map(Finding::rule).noneMatch("not-a-postmortem"::equals);
    }

    @Test
    void readsAnswersBetweenTheQuestionsOfAnAssignment() {
        PostmortemDocument document = Documents.read("""
                My first postmortem
                Summary (for the hotel's owner) must contain:
                Start time: February 3, 2025, 8:10 AM UTC
                End time: February 3, 2025, 10:40 AM UTC
                Timeline (short, please) must contain:
                8:10 AM: The bell rang.
                10:40 AM: The lift ran again.
                Root cause and resolution must contain:
                explain in detail what it was
                Rust on the rail.
                Corrective measures must contain:
                Tasks:
                Oil the rail each month.
                Hang a bell in the cabin.
                Stay friendly and straight to the point
                """).document();

        assertThat(document.postmortem()).isTrue();
        assertThat(document.incident().start()).isEqualTo(LocalDateTime.of(2025, 2, 3, 8, 10));
        assertThat(document.timeline()).hasSize(2);
        assertThat(document.rootCause()).isEqualTo("Rust on the rail.");
        assertThat(document.actionItems()).hasSize(2);
    }

    @Test
    void takesAnAssignmentThatNobodyAnsweredForNone() {
        assertThat(Documents.read("""
                        Write a postmortem
                        Summary must contain:
                        duration of the outage
                        Timeline must contain:
                        when was the issue detected
                        Root cause and resolution must contain:
                        explain in detail what it was
                        """).document().postmortem()).isFalse();
    }

    @Test
    void takesStepsForWhoeverWritesOneForNone() {
        assertThat(isPostmortem("""
                # Postmortem
                Here I learn to write reports on lifts. Follow these steps for your own

                ## Issue summary
                - short summary (3 lines)
                - state the zone of all times
                - close with the cause

                ## Timeline
                - list the steps
                - when the lift ran again

                ## Root cause
                - give a detailed story of it

                ## Measures
                - itemized list of what to do
                """)).isFalse();
    }
}
