package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.followthrough.document.Documents;
import io.followthrough.document.Improvement;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.ProposedActionItem;
import io.followthrough.document.TimelineEntry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Layouts in small: each test writes a document around the one thing it is about. */
class PostmortemReaderTest {

    private static final String HEAD = """
            # Postmortem: Lift outage

            ## Summary
            The lift was down for everybody from 2025-02-03 22:00 UTC to 2025-02-04 02:00 UTC.

            """;

    @Test
    void readsOwnersDueDatesPrioritiesAndStateWhereTheTextGivesThem() {
        PostmortemDocument document = read("""
                ## Action items
                - [x] Oil the rail (owner: Ada)
                - [ ] Replace the rope by 15 November
                - [ ] Count the riders @grace
                - Train the porters (P2, due 2025-03-01)
                - Write it down. Owner: Edsger. Due: 3 March 2025. Priority: high
                """);

        assertThat(document.actionItems())
                .extracting(
                        ProposedActionItem::title,
                        ProposedActionItem::owner,
                        ProposedActionItem::priority,
                        ProposedActionItem::due,
                        ProposedActionItem::done)
                .containsExactly(
                        tuple("Oil the rail", "Ada", null, null, true),
                        tuple("Replace the rope by 15 November", null, null, LocalDate.of(2025, 11, 15), false),
                        tuple("Count the riders", "@grace", null, null, false),
                        tuple("Train the porters", null, "P2", LocalDate.of(2025, 3, 1), false),
                        tuple("Write it down.", "Edsger", "high", LocalDate.of(2025, 3, 3), false));
    }

    @Test
    void readsTheTicketAnItemNamesAlready() {
        PostmortemDocument document = read("""
                ## Action items
                - LIFT-12: Oil the rail
                - Replace the rope (LIFT-13, owner: Ada)
                - Count the riders [LIFT-14](https://tickets.example.org/browse/LIFT-14)
                - Train the porters https://tickets.example.org/browse/LIFT-15
                - Write it down. Ticket: LIFT-16. Owner: Edsger.
                - Store the names in UTF-8
                - Rotate the keys (SHA-256)
                - Move LIFT-17 readers to the new form
                """);

        assertThat(document.actionItems())
                .extracting(ProposedActionItem::title, ProposedActionItem::ticket)
                .containsExactly(
                        tuple("Oil the rail", "LIFT-12"),
                        tuple("Replace the rope", "LIFT-13"),
                        tuple("Count the riders", "LIFT-14"),
                        tuple("Train the porters", "https://tickets.example.org/browse/LIFT-15"),
                        tuple("Write it down.", "LIFT-16"),
                        tuple("Store the names in UTF-8", null),
                        tuple("Rotate the keys (SHA-256)", null),
                        tuple("Move LIFT-17 readers to the new form", null));
    }

    @Test
    void tellsLineAndColumnOfWhatItRead() {
        PostmortemDocument document = read("""
                ## Timeline
                - 22:00 UTC: **Stops** at the third floor
                ## Action items
                  * Oil the rail
                """);

        assertThat(document.timeline().get(0).line()).isEqualTo(7);
        assertThat(document.timeline().get(0).column()).isEqualTo(16);
        assertThat(document.actionItems().get(0).line()).isEqualTo(9);
        assertThat(document.actionItems().get(0).column()).isEqualTo(5);
    }

    @Test
    void readsATableOfActionItems() {
        PostmortemDocument document = read("""
                ## Action items
                | Action item | Type | Priority | Owner | Due | Status |
                |---|---|---|---|---|---|
                | Oil the rail | prevent | P1 | Ada | 2025-03-01 | DONE |
                | Ring a bell | detect | P2 | | | |
                """);

        assertThat(document.actionItems())
                .extracting(
                        ProposedActionItem::title,
                        ProposedActionItem::owner,
                        ProposedActionItem::due,
                        ProposedActionItem::done)
                .containsExactly(
                        tuple("Oil the rail", "Ada", LocalDate.of(2025, 3, 1), true),
                        tuple("Ring a bell", null, null, false));
    }

    @Test
    void takesTheChildrenOfACategoryAndTheParentOfATask() {
        PostmortemDocument document = read("""
                ## Tasks
                1. **Rope care**
                   - Replace the rope
                   - Oil the rail
                2. Improve the signs in every hall of the building
                   - Ask the porters
                """);

        assertThat(document.actionItems())
                .extracting(ProposedActionItem::title, ProposedActionItem::description)
                .containsExactly(
                        tuple("Replace the rope", ""),
                        tuple("Oil the rail", ""),
                        tuple("Improve the signs in every hall of the building", "Ask the porters"));
    }

    @Test
    void takesOneListOfMeasuresForActionItems() {
        PostmortemDocument document =
                read("## Corrective and preventative measures\n* Oil the rail\n* Replace the rope\n");

        assertThat(document.improvements()).isEmpty();
        assertThat(document.actionItems()).hasSize(2);
    }

    @Test
    void keepsBroadImprovementsApartFromTasks() {
        PostmortemDocument document = read("""
                ## Corrective measures
                **Improvements/Fixes:**
                - Care for ropes
                **Tasks:**
                - Replace the rope
                """);

        assertThat(document.improvements()).extracting(Improvement::title).containsExactly("Care for ropes");
        assertThat(document.actionItems()).extracting(ProposedActionItem::title).containsExactly("Replace the rope");
    }

    @Test
    void readsTitlesWithTheirDetailsOnTheLinesBelow() {
        PostmortemDocument document = read("""
                Tasks:
                Replace the Rope:
                Order a rope of the same length.
                Hang it at night.
                Oil the Rail:
                Use the thin oil.
                """);

        assertThat(document.actionItems())
                .extracting(ProposedActionItem::title, ProposedActionItem::description)
                .containsExactly(
                        tuple("Replace the Rope", "Order a rope of the same length.\nHang it at night."),
                        tuple("Oil the Rail", "Use the thin oil."));
    }

    @Test
    void readsASecondTellingOnlyOnce() {
        PostmortemDocument document = read("""
                ## Tasks
                - Replace the rope
                # Postmortem: the same with jokes
                ## Tasks
                - Feed the rope
                """);

        assertThat(document.actionItems()).extracting(ProposedActionItem::title).containsExactly("Replace the rope");
    }

    @Test
    void rollsTheDayOverAtMidnight() {
        PostmortemDocument document = read("""
                ## Timeline
                - 22:00 The lift stops
                - 23:50 The porter is called
                - 00:40 The rope is found torn
                - 02:00 The lift is running again
                """);

        assertThat(document.timeline())
                .extracting(TimelineEntry::at)
                .containsExactly(
                        LocalDateTime.parse("2025-02-03T22:00"),
                        LocalDateTime.parse("2025-02-03T23:50"),
                        LocalDateTime.parse("2025-02-04T00:40"),
                        LocalDateTime.parse("2025-02-04T02:00"));
    }

    @Test
    void readsTimelinesInTablesAndUnderHeadings() {
        assertThat(read("## Timeline\n| Time | Event |\n|--|--|\n| 22:00 | Stops |\n| 23:00 | Called |\n")
                        .timeline())
                .extracting(TimelineEntry::text)
                .containsExactly("Stops", "Called");
        assertThat(read("## Timeline\n### 22:00\nThe lift stops\n### 23:00\n- The porter comes\n- and looks\n")
                        .timeline())
                .extracting(TimelineEntry::text)
                .containsExactly("The lift stops", "The porter comes and looks");
    }

    @Test
    void guessesNoDayWhereTheDocumentNamesNone() {
        PostmortemDocument document = Documents.read("""
                        Postmortem: Lift outage
                        Summary
                        The lift was down from 2:00 PM to 3:30 PM.
                        Timeline
                        2:00 PM: stops
                        3:30 PM: runs
                        Tasks
                        Replace the rope
                        """).document();

        assertThat(document.incident().start()).isNull();
        assertThat(document.incident().end()).isNull();
        assertThat(document.timeline()).hasSize(2).allMatch(entry -> entry.at() == null);
    }

    @Test
    void borrowsTheHalfOfTheDayFromTheEndOfTheRange() {
        PostmortemDocument document = Documents.read(
                        "# Lift outage\n## Summary\nDown on May 3, 2025 from 2:00 - 4:30 PM.\n## Impact\nStairs.\n## Tasks\n- Oil it\n")
                .document();

        assertThat(document.incident().start()).isEqualTo(LocalDateTime.parse("2025-05-03T14:00"));
        assertThat(document.incident().end()).isEqualTo(LocalDateTime.parse("2025-05-03T16:30"));
    }

    @Test
    void readsAReportThatIsToldInParagraphsOnly() {
        PostmortemDocument document = Documents.read("""
                        Postmortem: the lift that would not stop

                        On March 3, 2025 the lift of our main building passed every floor, lasting from 09:10 to \
                        11:40 UTC. About 40% of the riders had to take the stairs.

                        The first sign was detected at 09:10 UTC when the monitoring of the motor sent an alarm. By \
                        09:30 UTC we had looked at the doors in vain. The call for the maker went out at 10:05 UTC.

                        A worn sensor was the root cause. It was replaced by 11:40 UTC.

                        Two improvements were identified. We want to know sooner when a sensor ages.

                        For this, the following tasks were defined. All sensors will be measured every month. A spare \
                        sensor will be kept in the motor room.
                        """).document();

        assertThat(document.incident().start()).isEqualTo(LocalDateTime.parse("2025-03-03T09:10"));
        assertThat(document.timeline())
                .extracting(TimelineEntry::at)
                .containsExactly(
                        LocalDateTime.parse("2025-03-03T09:10"),
                        LocalDateTime.parse("2025-03-03T09:30"),
                        LocalDateTime.parse("2025-03-03T10:05"),
                        LocalDateTime.parse("2025-03-03T11:40"));
        assertThat(document.actionItems())
                .extracting(ProposedActionItem::title)
                .containsExactly(
                        "All sensors will be measured every month.", "A spare sensor will be kept in the motor room.");
        assertThat(document.improvements())
                .extracting(Improvement::title)
                .containsExactly("We want to know sooner when a sensor ages.");
    }

    private static PostmortemDocument read(String body) {
        return Documents.read(HEAD + body).document();
    }
}
