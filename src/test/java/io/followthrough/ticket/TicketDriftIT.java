package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.Settlement;
import io.followthrough.platform.HistoryEntry;
import io.followthrough.sandbox.Fault;
import io.followthrough.sandbox.SandboxIssue;
import io.followthrough.ticket.TicketTrouble.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do in the tracker against the promise is written down once, with who and when. */
class TicketDriftIT extends WithTickets {

    private static final String SOMEBODY = "Somebody at the board (tracker)";

    @Autowired
    private TicketReading reading;

    @Test
    void writesDownThatATicketMovedToAnotherProject() {
        String id = anItemWithATicket();
        String before = only(id).key();
        String after = sandbox.transfer(before, "PLAT");

        readTwice();

        HistoryEntry moved = onlyDeed(id, "ticket-moved");
        assertThat(moved.actor()).isEqualTo(SOMEBODY);
        assertThat(moved.detail()).contains(before + " is " + after + " now", "Done there on", "UTC");
        assertThat(ticket(id).key()).isEqualTo(after);
        assertThat(kinds(id)).isEmpty();
    }

    @Test
    void writesDownThatATicketWasTakenFromItsOwner() {
        String id = anItemWithATicket();
        assertThat(only(id).assignee()).isNotNull();
        change(id, fields().putNull("assignee"));

        readTwice();

        HistoryEntry taken = onlyDeed(id, "ticket-reassigned");
        assertThat(taken.actor()).isEqualTo(SOMEBODY);
        assertThat(taken.detail()).contains("to nobody", "author still answers for it");
    }

    @Test
    void writesDownThatAPriorityWasLowered() {
        String id = anItemWithATicket();
        change(id, fields().set("priority", json().put("id", "5")));

        readTwice();

        assertThat(onlyDeed(id, "ticket-priority-lowered").detail()).contains("From Medium to Lowest");
        assertThat(kinds(id)).isEmpty();
    }

    @Test
    void knowsTheOrderOfPrioritiesThatHaveNamesOfTheirOwn() {
        sandbox.misbehave().rename(Map.of("Medium", "Sooner", "Low", "Later"));
        String id = anItemWithATicket();
        change(id, fields().set("priority", json().put("id", "2")));
        reconciliation.run();
        change(id, fields().set("priority", json().put("id", "3")));
        reconciliation.run();
        assertThat(onlyDeed(id, "ticket-priority-lowered").detail()).contains("From High to Sooner");
        change(id, fields().set("priority", json().put("id", "4")));

        reconciliation.run();

        assertThat(history.of(id))
                .filteredOn(entry -> entry.action().equals("ticket-priority-lowered"))
                .extracting(HistoryEntry::detail)
                .anyMatch(words -> words.contains("From Sooner to Later"))
                .hasSize(2);
    }

    @Test
    void writesDownADueDateThatWasPushedWithinThePolicyAndFollowsIt() {
        String id = anItemWithATicket();
        String key = only(id).key();
        LocalDate day = item(id).dueDate();
        change(id, fields().put("duedate", day.minusDays(5).toString()));
        reconciliation.run();

        change(id, fields().put("duedate", day.minusDays(2).toString()));
        readTwice();

        assertThat(onlyDeed(id, "ticket-due-date-pushed").detail())
                .contains("From " + day.minusDays(5) + " to " + day.minusDays(2))
                .doesNotContain("beyond");
        assertThat(item(id).dueDate()).isEqualTo(day.minusDays(2));
        assertThat(kinds(id)).isEmpty();
        assertThat(key).isEqualTo(ticket(id).key());
    }

    @Test
    void flagsADueDateThatWasPushedBeyondThePolicy() {
        String id = anItemWithATicket();
        LocalDate day = item(id).dueDate();
        change(id, fields().put("duedate", day.plusDays(400).toString()));

        readTwice();

        onlyDeed(id, "ticket-due-date-pushed");
        assertThat(troubles.of(id, "manager")).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Kind.DUE_DATE_PUSHED);
            assertThat(trouble.why())
                    .contains("beyond", "which the policy allows", "by Somebody at the board on", "UTC");
            assertThat(trouble.since()).isNotNull();
        });
    }

    @Test
    void flagsADueDateThatWasTakenOffAndKeepsItHere() {
        String id = anItemWithATicket();
        LocalDate day = item(id).dueDate();
        change(id, fields().putNull("duedate"));

        readTwice();

        assertThat(kinds(id)).containsExactly(Kind.DUE_DATE_PUSHED);
        assertThat(item(id).dueDate()).isEqualTo(day);
    }

    @Test
    void settlesNoItemWhoseTicketWasClosedAsWontDoUntilAReviewerAgrees() {
        String id = anItemWithATicket();
        sandbox.resolve(only(id).key(), "Won't Do");

        readTwice();

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(onlyDeed(id, "ticket-wont-do").actor()).isEqualTo(SOMEBODY);
        assertThat(kinds(id)).containsExactly(Kind.WONT_DO);
        String agree = "/api/action-items/" + id + "/ticket/agree";
        String reason = "{\"reason\":\"The queue is switched off in May\"}";
        assertThat(script("author").postJson(agree, reason).statusCode()).isEqualTo(403);
        assertThat(script("manager").postJson(agree, reason).statusCode()).isEqualTo(403);
        assertThat(script("reviewer").postJson(agree, "{}").statusCode()).isEqualTo(422);

        assertThat(script("reviewer").postJson(agree, reason).statusCode()).isEqualTo(204);
        assertThat(script("reviewer").postJson(agree, reason).statusCode()).isEqualTo(204);

        assertThat(item(id).settlement()).isEqualTo(Settlement.WONT_DO);
        assertThat(onlyDeed(id, "settled").detail()).contains("agreed", "switched off in May");
        assertThat(kinds(id)).isEmpty();
    }

    @Test
    void keepsAnItemOpenWhenAReviewerDoesNotAgree() {
        String id = anItemWithATicket();
        sandbox.resolve(only(id).key(), "Duplicate");
        reconciliation.run();

        assertThat(script("reviewer")
                        .postJson(
                                "/api/action-items/" + id + "/ticket/dismiss",
                                "{\"kind\":\"WONT_DO\",\"reason\":\"The other ticket is about something else\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(kinds(id)).isEmpty();
        sandbox.move(only(id).key(), "To Do");
        reconciliation.run();
        sandbox.move(only(id).key(), "Done");
        reconciliation.run();
        assertThat(item(id).settlement()).isEqualTo(Settlement.DONE);
    }

    @Test
    void writesDownWhoDeletedATicket() {
        String id = anItemWithATicket();
        String key = only(id).key();
        sandbox.delete(key);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            desk.round();
            assertThat(ticket(id).state()).isEqualTo(TicketState.MISSING);
        });

        assertThat(onlyDeed(id, "ticket-missing").detail()).contains("deleted", "Somebody at the board");
        assertThat(drifts(id)).containsExactly("DELETED by Somebody at the board");
    }

    @Test
    void writesDownThatATicketWasHidden() {
        sandbox.misbehave().webhooksOff(true);
        String id = anItemWithATicket();
        SandboxIssue issue = only(id);
        sandbox.hide(issue.key(), true);

        for (int round = 0; round < 4; round++) {
            reconciliation.run();
            time.tick(Duration.ofMinutes(20));
        }
        assertThat(ticket(id).state()).isEqualTo(TicketState.MISSING);
        assertThat(drifts(id)).containsExactly("HIDDEN by Somebody");
        sandbox.hide(issue.key(), false);
        reconciliation.run();

        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        onlyDeed(id, "ticket-back");
    }

    @Test
    void writesNothingDownForAnOlderReading() {
        sandbox.misbehave().webhooksOff(true);
        String id = anItemWithATicket();
        time.tick(Duration.ofMinutes(5));
        String old = only(id).key();
        String trackerId = only(id).id();
        sandbox.transfer(old, "PLAT");
        reconciliation.run();

        reading.apply(List.of(new TicketSnapshot(
                trackerId,
                old,
                TicketSnapshot.Phase.TO_DO,
                "To Do",
                null,
                null,
                "Lowest",
                null,
                Set.of(),
                time.now().minus(Duration.ofMinutes(5)))));

        assertThat(drifts(id)).containsExactly("MOVED by Somebody at the board");
    }

    @Test
    void asksForNoChangeLogWhileTheTrackerAsksToBeLeftAlone() {
        List<ActionItem> both = items.of(published("Fix the first thing", "Fix the second thing"));
        worker.drain();
        desk.round();
        sandbox.misbehave().next(Fault.THROTTLED, 2);

        int calls = callsDuring(() -> both.forEach(item -> reading.apply(List.of(moved(only(item.id()))))));

        assertThat(calls).isEqualTo(1);
        for (ActionItem item : both) {
            assertThat(onlyDeed(item.id(), "ticket-moved").actor()).isEqualTo("Somebody (tracker)");
        }
    }

    @Test
    void writesNothingDownForWhatFollowthroughItselfChanged() {
        String id = anItemWithATicket();

        items.edit(id, new ActionItemEdit(null, null, item(id).dueDate().plusDays(300), null), "author");
        desk.round();
        readTwice();

        assertThat(drifts(id)).isEmpty();
    }

    @Test
    void showsEachInTheHistoryOfThePostmortem() {
        String id = anItemWithATicket();
        sandbox.transfer(only(id).key(), "PLAT");
        reconciliation.run();

        assertThat(visitor("author")
                        .get("/postmortems/" + item(id).postmortem())
                        .body())
                .contains("ticket moved", "Somebody at the board");
    }

    /** As if it had been moved to another project just now. */
    private TicketSnapshot moved(SandboxIssue issue) {
        return new TicketSnapshot(
                issue.id(),
                "PLAT" + issue.key().substring(issue.key().indexOf('-')),
                TicketSnapshot.Phase.TO_DO,
                issue.status(),
                null,
                issue.dueDate(),
                issue.priority(),
                null,
                Set.of(),
                time.now());
    }

    private void readTwice() {
        reconciliation.run();
        reconciliation.run();
    }

    private void change(String id, ObjectNode fields) {
        sandbox.edit(only(id).key(), json().set("fields", fields));
    }

    private static ObjectNode json() {
        return new ObjectMapper().createObjectNode();
    }

    private static ObjectNode fields() {
        return json();
    }

    private List<Kind> kinds(String id) {
        return troubles.of(id, "manager").stream().map(TicketTrouble::kind).toList();
    }

    private List<String> drifts(String id) {
        return jdbc.queryForList(
                "select kind || ' by ' || who from ticket_drift where action_item = ? order by id", String.class, id);
    }

    private HistoryEntry onlyDeed(String id, String deed) {
        List<HistoryEntry> found = history.of(id).stream()
                .filter(entry -> entry.action().equals(deed))
                .toList();
        assertThat(found).as(deed + " among " + deeds(id)).hasSize(1);
        return found.get(0);
    }
}
