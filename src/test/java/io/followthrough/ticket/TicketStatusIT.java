package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.sandbox.Fault;
import io.followthrough.ticket.TicketSnapshot.Phase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens between an item and its ticket once there is one: readings and changes. */
class TicketStatusIT extends WithTickets {

    private static final String READ = "POST /rest/api/3/issue/bulkfetch";

    @Autowired
    private TicketReading reading;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void tellNothingUnasked() {
        sandbox.misbehave().webhooksOff(true);
    }

    @Test
    void readsANewTicketAtOnce() {
        String id = anItemWithATicket();

        assertThat(ticket(id).phase()).isEqualTo(Phase.TO_DO);
        assertThat(ticket(id).fetchedAt()).isNotNull();
    }

    @Test
    void letsNoOlderReadingOvertakeANewerOne() {
        String id = anItemWithATicket();
        TicketSnapshot before = snapshot(id, Phase.TO_DO, "To Do");
        time.tick(Duration.ofMinutes(5));
        sandbox.move(only(id).key(), "Done");
        reconciliation.run();

        reading.apply(List.of(before));

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
        assertThat(ticket(id).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void takesATicketBackThatCanBeSeenAgain() {
        String id = anItemWithATicket();
        jdbc.update("update ticket set state = 'MISSING', problem = 'gone' where action_item = ?", id);

        reconciliation.run();

        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(ticket(id).problem()).isNull();
        assertThat(deeds(id)).contains("ticket-back");
    }

    @Test
    void triesToReadEverythingOnceInAWhileOnlyWhenTheTrackerIsAway() {
        anItemWithATicket();
        time.tick(Duration.ofDays(400));
        desk.round();
        sandbox.misbehave().next(Fault.UNAVAILABLE, 100, READ);
        time.tick(Duration.ofMinutes(2));

        int calls = callsDuring(() -> {
            for (int round = 0; round < 20; round++) {
                desk.round();
            }
        });

        assertThat(calls).isEqualTo(1);
    }

    @Test
    void changesATicketOnceForEachReasonAndWaitsUntilThereIsOne() {
        String id = anItem();
        TicketEdit edit = new TicketEdit("ft-late-1", List.of("It is late."), true, null);
        request(id, edit);
        desk.round();
        worker.drain();

        desk.round();
        request(id, edit);
        desk.round();

        assertThat(only(id).comments()).containsExactly("It is late.");
        assertThat(only(id).labels()).contains("ft-late-1");
    }

    @Test
    void changesATicketOnceAlthoughTheAnswerWasLost() {
        String id = anItemWithATicket();
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, "PUT /rest/api/3/issue/" + only(id).id());
        request(id, new TicketEdit("ft-late-1", List.of("It is late."), false, null));

        desk.round();
        assertThat(openEdits(id)).isEqualTo(1);
        time.tick(Duration.ofMinutes(2));
        desk.round();

        assertThat(openEdits(id)).isZero();
        assertThat(only(id).comments()).containsExactly("It is late.");
    }

    @Test
    void changesTheTicketWhenTheTrackerIsBackAfterADay() {
        String id = anItemWithATicket();
        sandbox.misbehave().down(true);
        request(id, new TicketEdit("ft-late-1", List.of("It is late."), false, null));
        for (int hour = 0; hour < 24; hour++) {
            desk.round();
            time.tick(Duration.ofHours(1));
        }

        sandbox.misbehave().down(false);
        desk.round();

        assertThat(only(id).comments()).containsExactly("It is late.");
    }

    @Test
    void showsARefusedChangeAndMakesItWhenTold() {
        String id = anItemWithATicket();
        sandbox.misbehave().refuseFields("labels");
        request(id, new TicketEdit("ft-late-1", List.of("It is late."), false, null));

        desk.round();

        assertThat(ticket(id).problem()).contains("labels");
        assertThat(troubles.of(id, "author")).anyMatch(trouble -> trouble.offers("RETRY"));
        assertThat(troubles.list("manager"))
                .extracting(TicketTrouble::actionItem)
                .contains(id);
        sandbox.misbehave().reset();
        tickets.retry(id, "author");
        desk.round();
        assertThat(ticket(id).problem()).isNull();
        assertThat(only(id).comments()).containsExactly("It is late.");
    }

    @Test
    void letsTheLatestDueDateWinWhenItMovedOnBothSides() {
        String id = anItemWithATicket();
        LocalDate here = item(id).dueDate().plusDays(3);
        LocalDate there = item(id).dueDate().plusDays(5);
        sandbox.misbehave().down(true);
        items.edit(id, new ActionItemEdit(null, null, here, null), "author");
        desk.round();
        sandbox.misbehave().down(false);
        moveDueDateInTracker(only(id).key(), there);

        reconciliation.run();
        time.tick(Duration.ofMinutes(10));
        desk.round();
        reconciliation.run();

        assertThat(item(id).dueDate()).isEqualTo(there);
        assertThat(only(id).dueDate()).isEqualTo(there);
    }

    @Test
    void keepsItsDueDateWhenTheTrackerWillNotTakeIt() {
        String id = anItemWithATicket();
        LocalDate there = only(id).dueDate();
        LocalDate here = item(id).dueDate().plusDays(3);
        sandbox.misbehave().refuseFields("duedate");

        items.edit(id, new ActionItemEdit(null, null, here, null), "author");
        desk.round();
        reconciliation.run();

        assertThat(only(id).dueDate()).isEqualTo(there);
        assertThat(item(id).dueDate()).isEqualTo(here);
        assertThat(history.of(id))
                .anyMatch(entry -> entry.action().equals("ticket-changed")
                        && entry.detail().contains("Without duedate"));
    }

    @Test
    void takesOverADueDateThatMovedWhileTheItemWasSettled() {
        String id = anItemWithATicket();
        LocalDate there = item(id).dueDate().plusDays(5);
        sandbox.move(only(id).key(), "Done");
        reconciliation.run();
        moveDueDateInTracker(only(id).key(), there);
        reconciliation.run();

        sandbox.move(only(id).key(), "In Progress");
        reconciliation.run();

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(item(id).dueDate()).isEqualTo(there);
    }

    private void request(String id, TicketEdit edit) {
        transactions.executeWithoutResult(status -> tickets.requestEdit(id, edit));
    }

    private Integer openEdits(String id) {
        return jdbc.queryForObject(
                "select count(*) from ticket_edit where action_item = ? and done_at is null", Integer.class, id);
    }

    private TicketSnapshot snapshot(String id, Phase phase, String statusName) {
        return new TicketSnapshot(
                only(id).id(),
                only(id).key(),
                phase,
                statusName,
                null,
                only(id).dueDate(),
                null,
                null,
                Set.of(),
                time.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }
}
