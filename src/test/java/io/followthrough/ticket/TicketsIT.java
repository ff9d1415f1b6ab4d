package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.Settlement;
import io.followthrough.escalation.Escalation;
import io.followthrough.escalation.Escalations;
import io.followthrough.platform.HistoryEntry;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.sandbox.Fault;
import io.followthrough.sandbox.SandboxIssue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tickets from the intent to the settled item, in the sandbox over real HTTP, with its faults. */
class TicketsIT extends WithTickets {

    @Autowired
    private TicketCreation creation;

    @Autowired
    private Escalations escalations;

    @Autowired
    private RuntimeService runtime;

    @Test
    void makesOneTicketForEachItemWithEverythingItNeeds() {
        List<ActionItem> opened =
                items.of(published("Add an alert on the queue length", "Write the runbook for the queue"));

        worker.drain();

        for (ActionItem item : opened) {
            SandboxIssue issue = only(item.id());
            assertThat(issue.summary()).isEqualTo(item.title());
            assertThat(issue.dueDate()).isEqualTo(item.dueDate());
            assertThat(issue.labels())
                    .contains("followthrough", item.postmortem().toString().toLowerCase(java.util.Locale.ROOT));
            TicketView ticket = tickets.of(item.id()).orElseThrow();
            assertThat(ticket.state()).isEqualTo(TicketState.LINKED);
            assertThat(ticket.key()).isEqualTo(issue.key());
            assertThat(ticket.url()).contains(issue.key());
        }
    }

    @Test
    void doublesNothingWhenTheAnswerToACreationIsLost() {
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, CREATE);
        String id = anItem();

        worker.drain();

        assertThat(ticket(id).state()).isEqualTo(TicketState.UNKNOWN);
        time.tick(Duration.ofSeconds(6));
        worker.drain();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(ticket(id).key()).isEqualTo(only(id).key());
    }

    @Test
    void doublesNothingWhenTheSearchLagsBehindALostAnswer() {
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, CREATE).searchLag(Duration.ofSeconds(120));
        String id = anItem();

        for (int minute = 0; minute < 30; minute++) {
            worker.drain();
            time.tick(Duration.ofMinutes(1));
        }

        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        only(id);
    }

    @Test
    void asksAgainForATicketThatWasLookedForInVainOverTheQuietWindow() {
        published();
        worker.drain();
        sandbox.misbehave().next(Fault.UNAVAILABLE, 1, CREATE);
        String id = anItem();

        for (int minute = 0; minute < 9; minute++) {
            worker.drain();
            time.tick(Duration.ofMinutes(1));
        }
        assertThat(ticket(id).state()).isEqualTo(TicketState.UNKNOWN);
        for (int minute = 0; minute < 20; minute++) {
            worker.drain();
            time.tick(Duration.ofMinutes(1));
        }

        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        only(id);
    }

    @Test
    void losesNothingWhenTheTrackerIsDownForADay() {
        sandbox.misbehave().down(true);
        PostmortemKey key = published("Fix the first thing", "Fix the second thing", "Fix the third thing");
        for (int hour = 0; hour < 24; hour++) {
            worker.drain();
            time.tick(Duration.ofHours(1));
        }
        assertThat(troubles.list("manager"))
                .extracting(TicketTrouble::actionItem)
                .contains(items.of(key).get(0).id());

        sandbox.misbehave().down(false);
        for (int minute = 0; minute < 40; minute++) {
            worker.drain();
            time.tick(Duration.ofMinutes(1));
        }

        for (ActionItem item : items.of(key)) {
            assertThat(tickets.of(item.id()).orElseThrow().state()).isEqualTo(TicketState.LINKED);
            assertThat(tickets.of(item.id()).orElseThrow().problem()).isNull();
            only(item.id());
        }
    }

    @Test
    void leavesTheTrackerAloneForAsLongAsItAsks() {
        sandbox.misbehave().next(Fault.THROTTLED, 1, CREATE);
        String id = anItem();

        worker.drain();

        assertThat(tickets.paused()).isNotNull();
        assertThat(ticket(id).state()).isEqualTo(TicketState.REQUESTED);
        assertThat(callsDuring(() -> {
                    worker.drain();
                    desk.round();
                }))
                .isZero();
        time.tick(Duration.ofMinutes(20));
        worker.drain();
        only(id);
    }

    @Test
    void takesUpWhatACrashLeftBetweenTheTicketAndItsAnswer() {
        String id = anItem();
        worker.drain();
        String key = only(id).key();
        crashedWhileSending(id);

        TicketCreation.Step step = creation.step(id);

        assertThat(step).isInstanceOf(TicketCreation.Step.Done.class);
        assertThat(ticket(id).key()).isEqualTo(key);
        only(id);
    }

    @Test
    void makesTheTicketAfterACrashBeforeTheRequestLeft() {
        anItemWithATicket();
        String id = anItem();
        crashedWhileSending(id);

        worker.drain();
        assertThat(inTracker(id)).isEmpty();
        assertThat(ticket(id).state()).isEqualTo(TicketState.UNKNOWN);
        workFor(15);

        assertThat(ticket(id).key()).isEqualTo(only(id).key());
    }

    /** As if the process had died between the commit of the intent and that of the answer. */
    private void crashedWhileSending(String id) {
        jdbc.update(
                "update ticket set state = 'SENDING', sent_at = now(), tracker_id = null, ticket_key = null,"
                        + " phase = null where action_item = ?",
                id);
    }

    @Test
    void closesThePostmortemWhenTheLastTicketIsDoneAndTracksItAgainWhenOneIsReopened() {
        PostmortemKey key = published("Fix the first thing", "Fix the second thing");
        worker.drain();
        List<ActionItem> both = items.of(key);

        sandbox.move(only(both.get(0).id()).key(), "Done");
        followHints(both.get(0).id(), ActionItemStatus.SETTLED);
        assertThat(postmortems.get(key).status()).isEqualTo(PostmortemStatus.TRACKING);
        sandbox.move(only(both.get(1).id()).key(), "Done");
        followHints(both.get(1).id(), ActionItemStatus.SETTLED);

        assertThat(items.get(both.get(0).id()).settlement()).isEqualTo(Settlement.DONE);
        assertThat(postmortems.get(key).status()).isEqualTo(PostmortemStatus.CLOSED);
        assertThat(engine.waitsAt(key.toString())).isEmpty();

        sandbox.move(only(both.get(0).id()).key(), "In Progress");
        followHints(both.get(0).id(), ActionItemStatus.OPEN);
        assertThat(postmortems.get(key).status()).isEqualTo(PostmortemStatus.TRACKING);
        sandbox.move(only(both.get(0).id()).key(), "Done");
        followHints(both.get(0).id(), ActionItemStatus.SETTLED);
        assertThat(postmortems.get(key).status()).isEqualTo(PostmortemStatus.CLOSED);
        assertThat(history.of(key.toString()))
                .extracting(HistoryEntry::action)
                .contains("reopened", "tracking-resumed", "closed");
    }

    @Test
    void noticesByReconciliationWhatItWasNotToldOf() {
        sandbox.misbehave().webhooksOff(true);
        String id = anItem();
        worker.drain();
        sandbox.move(only(id).key(), "Done");

        reconciliation.run();

        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.SETTLED);
    }

    @Test
    void followsADueDateThatMovedInTheTrackerAndMovesItThereWhenItMovedHere() {
        sandbox.misbehave().webhooksOff(true);
        String id = anItem();
        worker.drain();
        reconciliation.run();
        LocalDate there = items.get(id).dueDate().plusDays(3);
        moveDueDateInTracker(only(id).key(), there);

        reconciliation.run();

        assertThat(items.get(id).dueDate()).isEqualTo(there);
        assertThat(items.get(id).dueDateCycle()).isEqualTo(2);
        LocalDate here = there.plusDays(4);
        items.edit(id, new ActionItemEdit(null, null, here, null), "author");
        desk.round();
        assertThat(only(id).dueDate()).isEqualTo(here);
        reconciliation.run();
        assertThat(items.get(id).dueDate()).isEqualTo(here);
        assertThat(items.get(id).dueDateCycle()).isEqualTo(3);
    }

    @Test
    void asksAPersonAboutARefusedTicketAndTriesAgainWhenTold() {
        sandbox.misbehave().refuseFields("summary");
        String id = anItem();
        worker.drain();
        assertThat(ticket(id).state()).isEqualTo(TicketState.REFUSED);
        assertThat(troubles.list("manager"))
                .extracting(TicketTrouble::actionItem)
                .contains(id);
        assertThat(incidentsOf(id)).isEqualTo(1);
        String retry = "/api/action-items/" + id + "/ticket/retry";
        sandbox.misbehave().reset();

        assertThat(script("manager").postJson(retry, "").statusCode()).isEqualTo(202);
        worker.drain();

        assertThat(incidentsOf(id)).isZero();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        only(id);
        assertThat(script("author").postJson(retry, "").statusCode()).isEqualTo(409);
        assertThat(script("manager")
                        .postJson("/api/action-items/PM-0-1/ticket/retry", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void declaresATicketMissingOnlyAfterItWasMissedForAWhile() {
        sandbox.misbehave().webhooksOff(true);
        String id = anItem();
        worker.drain();
        sandbox.delete(only(id).key());

        reconciliation.run();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        for (int round = 0; round < 3; round++) {
            time.tick(Duration.ofMinutes(20));
            reconciliation.run();
        }

        assertThat(ticket(id).state()).isEqualTo(TicketState.MISSING);
        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
    }

    @Test
    void marksTheTicketOnceWhenARungIsReached() {
        String id = anItem();
        worker.drain();
        time.tickTo(items.get(id).dueDate().atTime(9, 0).toInstant(ZoneOffset.UTC));

        engine.runDueJobs(id);
        desk.round();
        desk.round();

        assertThat(escalations.of(id)).isNotEmpty();
        assertThat(only(id).comments()).hasSameSizeAs(escalations.of(id));
        assertThat(only(id).labels())
                .containsAll(
                        escalations.of(id).stream().map(Escalation::ticketLabel).toList());
    }

    private long incidentsOf(String id) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        return runtime.createIncidentQuery().processInstanceId(instance).count();
    }

    private void followHints(String id, ActionItemStatus awaited) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            desk.round();
            engine.runDueJobs(id);
            assertThat(items.get(id).status()).isEqualTo(awaited);
        });
    }
}
