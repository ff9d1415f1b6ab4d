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
}
