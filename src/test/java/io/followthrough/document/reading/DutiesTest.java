package io.followthrough.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.document.Documents;
import io.followthrough.document.ProposedActionItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where people put what they mean to do, if not in a list of its own. */
class DutiesTest {

    private static final String SUMMARY = """
            # Postmortem: Lift outage

            ## Summary
            The lift was down for everybody from 2025-02-03 22:00 UTC to 2025-02-04 02:00 UTC.

            ## Root cause
            Rust on the rail.

            """;

    @Test
    void takesEachSentenceOfAParagraphOfDutiesForATask() {
        assertThat(titles("""
                ## Corrective and preventive measures
                The rail should be oiled each month. A spare motor must stand in the cellar. Also the bell needs to ring.
                """))
                .containsExactly(
                        "The rail should be oiled each month.",
                        "A spare motor must stand in the cellar.",
                        "Also the bell needs to ring.");
    }

    @Test
    void takesTheOrdersThatAParagraphEndsWith() {
        assertThat(titles("""
                ## Corrective and preventive measures
                The incident was over once the porter came. His oil did what it should. Replace the rail. Test the bell.

                Who heard of it?

                All tenants got a letter with the whole story.
                """)).containsExactly("Replace the rail.", "Test the bell.");
    }

    @Test
    void keepsAParagraphTogetherThatExplainsItsOnlyTask() {
        assertThat(titles("""
                ## Corrective measures
                Oil the rail. It had no oil since the house was built.
                """)).hasSize(1);
    }

    @Test
    void findsTheTasksBelowListsOfLists() {
        assertThat(titles("""
                ## Action items
                - looking after the lift must become the work of a person who is in the house by day:
                  - it was nobody's work
                  - oil:
                    - buy oil for the rail
                  - spare parts:
                    - look up what the maker stores
                    - if needed order a second motor
                """))
                .containsExactly(
                        "it was nobody's work",
                        "buy oil for the rail",
                        "look up what the maker stores",
                        "if needed order a second motor");
    }

    @Test
    void knowsAHeadingByAListThatIsConcrete() {
        assertThat(titles("""
                🔧 Lessons & Action Items
                What we learned
                Rails want oil.
                Concrete To-Do List
                 Oil the rail.
                 Test the bell.
                Final Thoughts
                Up and down it goes.
                """)).containsExactly("Oil the rail.", "Test the bell.");
    }

    @Test
    void takesLessonsThatObligeForTasksWhereThereAreNoOthers() {
        String lessons = """
                ## What followed

                The lessons of the night:

                - We need to oil the rail. Each month will do.
                - Spare motors should be stored in the cellar.
                """;

        assertThat(titles(lessons)).hasSize(2);
        assertThat(titles(lessons + "\n## Action items\n- Buy oil\n")).containsExactly("Buy oil");
    }

    @Test
    void takesNoLessonsThatOnlyTellForTasks() {
        assertThat(titles("""
                ## Lessons learned
                - The porter came at once.
                - The rail had no oil.
                - Nobody should have to climb that far.
                """)).isEmpty();
    }

    @Test
    void takesWhatSomebodyMeansToDoForATaskWhereThereIsNoList() {
        assertThat(titles("""
                ## What now
                The rail is oiled. In the future, we might look for a second lift. That will be fun.
                """)).containsExactly("In the future, we might look for a second lift.");
    }

    private static List<String> titles(String measures) {
        return Documents.read(SUMMARY + measures).document().actionItems().stream()
                .map(ProposedActionItem::title)
                .toList();
    }
}
