package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.Settlement;
import io.followthrough.sandbox.SandboxIssue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rungs of the ladder do to the ticket, and what is undone in the end. */
class RungTicketIT extends WithTickets {

    @Test
    void theTicketSaysWhatTheTableSaysRungByRung() {
        String id = anItemWithATicket();
        String priority = only(id).priority();
        int comments = only(id).comments().size();

        passThrough(id, item(id).dueDate().plusDays(8));

        SandboxIssue soon = only(id);
        assertThat(soon.labels()).contains("pm-due", "pm-overdue-l1");
        assertThat(soon.comments().size()).isGreaterThan(comments);
        assertThat(soon.comments()).last().asString().contains("escalation-policy", "Row_Late");
        assertThat(soon.priority()).isEqualTo(priority);
        assertThat(soon.watchers()).isEmpty();

        passThrough(id, item(id).dueDate().plusDays(35));

        SandboxIssue late = only(id);
        assertThat(late.labels()).contains("pm-overdue-l3");
        assertThat(levels(late.priority())).as("one step up").isEqualTo(levels(priority) - 1);
        assertThat(late.watchers()).contains("sandbox:author", "sandbox:reviewer", "sandbox:manager");
        assertThat(late.comments()).doesNotHaveDuplicates();
    }

    @Test
    void theMarksGoWhenTheItemIsDoneInTheTracker() {
        String id = anItemWithATicket();
        passThrough(id, item(id).dueDate().plusDays(8));
        assertThat(marks(id)).isNotEmpty();

        sandbox.move(only(id).key(), "Done");
        reconciliation.run();
        desk.round();

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
        assertThat(marks(id)).isEmpty();
        assertThat(inTracker(id)).as("found by its marker as before").hasSize(1);
        assertThat(history.of(id))
                .anySatisfy(entry -> assertThat(entry.detail()).startsWith("Took off pm-"));
    }

    @Test
    void theMarksGoWhenItIsDecidedAgainstAndComeBackWithTheNextRung() {
        String id = anItemWithATicket();
        LocalDate due = item(id).dueDate();
        passThrough(id, due);
        assertThat(marks(id)).isNotEmpty();

        items.settle(id, Settlement.WONT_DO, "manager", "Not worth it.");
        desk.round();
        assertThat(marks(id)).isEmpty();

        items.reopen(id, "manager", "It is worth it.");
        engine.runDueJobs(id);
        passThrough(id, due.plusDays(8));
        assertThat(marks(id)).isNotEmpty().allMatch(mark -> mark.startsWith("pm-overdue-l"));
    }

    @Test
    void aRungThatTheTicketHasNotHeardOfIsNotToldToItAfterTheEnd() {
        String id = anItemWithATicket();
        passThrough(id, item(id).dueDate());
        List<String> before = only(id).comments();
        time.tick(Duration.ofDays(8));
        engine.runDueJobs(id);

        items.settle(id, Settlement.DONE, "manager", "Done.");
        desk.round();

        assertThat(only(id).comments()).isEqualTo(before);
        assertThat(marks(id)).isEmpty();
    }

    @Test
    void aWatcherThatIsRefusedIsAWarningAndNothingElse() {
        String id = anItemWithATicket();
        sandbox.misbehave().refuseFields("watches");

        passThrough(id, item(id).dueDate().plusDays(35));

        assertThat(only(id).labels()).contains("pm-overdue-l3");
        assertThat(only(id).watchers()).isEmpty();
        assertThat(ticket(id).problem()).isNull();
        assertThat(history.of(id))
                .anySatisfy(entry -> assertThat(entry.detail()).contains("Not watching"));
    }

    private List<String> marks(String id) {
        return only(id).labels().stream()
                .filter(label -> label.matches("pm-[a-z].*"))
                .toList();
    }

    private static int levels(String priority) {
        return List.of("Highest", "High", "Medium", "Low", "Lowest").indexOf(priority);
    }

    /** Passes the mornings from the present day to that one; the ticket hears of each rung. */
    private void passThrough(String id, LocalDate last) {
        for (LocalDate day = time.today().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            time.tickTo(day.atTime(LocalTime.of(9, 5)).toInstant(ZoneOffset.UTC));
            engine.runDueJobs(id);
            desk.round();
        }
    }
}
