package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.Priority;
import io.followthrough.escalation.Escalations;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.sandbox.Fault;
import io.followthrough.sandbox.SandboxExchange;
import io.followthrough.sandbox.SandboxIssue;
import io.followthrough.ticket.TicketTrouble.Kind;
import io.followthrough.ticket.TicketTrouble.Remedy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What goes wrong between an application and Jira, by the number it has in {@code src/docs/tickets.md}: a test for each,
 * through the whole application and over HTTP.
 */
@DisplayName("Fifteen ways in which it goes wrong")
class FailureModesIT extends WithTickets {

    private static final String SEARCH = "POST /rest/api/3/search/jql";

    @Autowired
    private TicketCreation creation;

    @Autowired
    private Escalations escalations;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    @DisplayName("1 Duplicates: lost answers, a lagging search and two workers at once make one ticket")
    void makesNoDuplicate() {
        anItemWithATicket();
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, CREATE).searchLag(Duration.ofSeconds(90));
        String id = anItem();
        int before = sandbox.issues().size();

        for (int minute = 0; minute < 20; minute++) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> tryAStep(id)),
                            CompletableFuture.runAsync(() -> tryAStep(id)))
                    .join();
            time.tick(Duration.ofMinutes(1));
        }
        worker.drain();

        assertThat(sandbox.issues()).hasSize(before + 1);
        assertThat(ticket(id).key()).isEqualTo(only(id).key());
    }

    /** The loser of a race rolls back, as in the worker, which then takes the task again. */
    private void tryAStep(String id) {
        try {
            creation.step(id);
        } catch (org.springframework.dao.ConcurrencyFailureException lostTheRace) {
            assertThat(inTracker(id)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    @DisplayName("2 Search removed: 410 raises an alarm and is never taken for nothing found")
    void raisesAnAlarmWhenTheSearchIsRemoved() {
        String known = anItemWithATicket();
        sandbox.misbehave().removeSearch(true).next(Fault.ANSWER_LOST, 1, CREATE);
        String id = anItem();

        workFor(60);
        for (int round = 0; round < 4; round++) {
            reconciliation.run();
            time.tick(Duration.ofMinutes(20));
        }
        reconciliation.run();

        assertThat(inTracker(id)).hasSize(1);
        assertThat(ticket(id).state()).isEqualTo(TicketState.UNKNOWN);
        assertThat(ticket(known).state()).isEqualTo(TicketState.LINKED);
        assertThat(visitor("manager").get("/attention").body())
                .contains(
                        "left alone for a while", "has removed what was asked for (410)", "FOLLOWTHROUGH_JIRA_DIALECT");
        sandbox.misbehave().removeSearch(false);
        workFor(30);
        assertThat(ticket(id).key()).isEqualTo(only(id).key());
    }

    @Test
    @DisplayName("3 Expired token: an empty 200 is not believed, and the page says to look at the token")
    void believesNoEmptyAnswerToAnExpiredToken() {
        anItemWithATicket();
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, CREATE);
        String id = anItem();
        worker.drain();
        sandbox.misbehave().next(Fault.ANONYMOUS, 1_000, SEARCH);

        workFor(60);

        assertThat(inTracker(id)).hasSize(1);
        assertThat(ticket(id).state()).isEqualTo(TicketState.UNKNOWN);
        assertThat(visitor("manager").get("/attention").body()).contains("FOLLOWTHROUGH_JIRA_TOKEN has expired");
        sandbox.misbehave().reset();
        workFor(30);
        assertThat(ticket(id).key()).isEqualTo(only(id).key());
    }

    @Test
    @DisplayName("4 Required field: Jira's words stand at the item, with a button for when the mapping is mended")
    void showsWhichFieldJiraRequires() {
        sandbox.misbehave().requireFields("customfield_10010");
        String id = anItem();

        worker.drain();

        assertThat(inTracker(id)).isEmpty();
        assertThat(onlyTrouble(id).kind()).isEqualTo(Kind.REFUSED);
        assertThat(onlyTrouble(id).why()).contains("customfield_10010");
        assertThat(onlyTrouble(id).remedies()).contains(Remedy.RETRY, Remedy.RELINK, Remedy.DISMISS);
        assertThat(visitor("author").get("/action-items/" + id).body()).contains("customfield_10010", "Try again");
        sandbox.misbehave().reset();
        visitor("author").postForm("/attention/" + id + "/retry", Map.of());
        worker.drain();
        only(id);
    }

    @Test
    @DisplayName("5 Field not on the screen: done without what is optional, with a warning, never without the label")
    void doesWithoutAnOptionalFieldAndNeverWithoutTheMarker() {
        sandbox.misbehave().refuseFields("priority", "duedate");
        String id = anItem();
        worker.drain();

        only(id);
        assertThat(onlyTrouble(id).kind()).isEqualTo(Kind.LEFT_OUT);
        assertThat(onlyTrouble(id).why()).contains("Without priority", "Without duedate");

        sandbox.misbehave().reset();
        sandbox.misbehave().refuseFields("labels");
        String other = anItem();
        worker.drain();
        assertThat(inTracker(other)).isEmpty();
        assertThat(onlyTrouble(other).kind()).isEqualTo(Kind.REFUSED);
        assertThat(onlyTrouble(other).why()).containsIgnoringCase("labels");
    }

    @Test
    @DisplayName("6 Priority not in the scheme: the ticket is made without it, and raised no higher than there is")
    void raisesAPriorityNoHigherThanThereIs() {
        sandbox.misbehave().refusePriorities("Highest", "High");
        String id = anItem();
        worker.drain();
        desk.round();
        assertThat(only(id).priority()).isEqualTo("Medium");

        transactions.executeWithoutResult(
                status -> tickets.requestEdit(id, new TicketEdit("ft-late-1", List.of("It is late."), true, null)));
        desk.round();

        assertThat(only(id).priority()).isEqualTo("Medium");
        assertThat(only(id).labels()).contains("ft-late-1");
        assertThat(only(id).comments()).containsExactly("It is late.");

        String urgent = anItem();
        items.edit(urgent, new ActionItemEdit(null, Priority.P0, null, null), "author");
        worker.drain();
        only(urgent);
    }

    @Test
    @DisplayName("7 Assignee unknown: the ticket is made without one, and the list says so")
    void makesTheTicketWithoutAnAssigneeWhoCannotBe() {
        sandbox.misbehave().refuseAssignees(true);
        String id = anItem();

        worker.drain();

        assertThat(only(id).assignee()).isNull();
        assertThat(onlyTrouble(id).kind()).isEqualTo(Kind.LEFT_OUT);
        assertThat(onlyTrouble(id).why()).contains("Not assigned");
        assertThat(visitor("manager").get("/attention").body()).contains(item(id).title(), "Not assigned");
    }

    @Test
    @DisplayName("8 Reopened: a done item is open again, in the history, and its ladder is climbed again")
    void opensAnItemAgainWhoseTicketIsReopened() {
        String id = anItemWithATicket();
        sandbox.move(only(id).key(), "Done");
        reconciliation.run();
        engine.runDueJobs(id);
        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
        time.tickTo(item(id).dueDate().plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC));
        engine.runDueJobs(id);
        assertThat(escalations.of(id)).isEmpty();

        sandbox.move(only(id).key(), "In Progress");
        reconciliation.run();
        engine.runDueJobs(id);

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(deeds(id)).contains("reopened");
        time.tick(Duration.ofDays(30));
        engine.runDueJobs(id);
        assertThat(escalations.of(id)).isNotEmpty();
    }

    @Test
    @DisplayName("9 Transitions named otherwise or absent: done is read from the category, and no ticket is moved")
    void readsWhatAStatusMeansAndMovesNoTicket() {
        sandbox.misbehave().rename(Map.of("To Do", "À faire", "In Progress", "En cours", "Done", "Terminé"));
        String id = anItemWithATicket();
        assertThat(ticket(id).statusName()).isEqualTo("À faire");
        SandboxExchange last = sandbox.exchanges().get(sandbox.exchanges().size() - 1);

        sandbox.move(only(id).key(), "Done");
        reconciliation.run();

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
        assertThat(ticket(id).statusName()).isEqualTo("Terminé");
        List<SandboxExchange> all = sandbox.exchanges();
        assertThat(all.subList(all.indexOf(last), all.size()))
                .noneMatch(call -> call.path().endsWith("/transitions"));
    }

    @Test
    @DisplayName("10 Key changed by a move: the id is followed, the new key is shown")
    void followsATicketToAnotherProject() {
        String id = anItemWithATicket();
        String moved = sandbox.transfer(only(id).key(), "PLAT");
        reconciliation.run();

        assertThat(ticket(id).key()).isEqualTo(moved);
        assertThat(ticket(id).url()).endsWith(moved);
        assertThat(deeds(id)).contains("ticket-moved");
        sandbox.move(moved, "Done");
        reconciliation.run();
        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
    }

    @Test
    @DisplayName("11 Deleted ticket: missing after a while, never made anew by itself; relink, recreate or dismiss")
    void asksAPersonAboutADeletedTicket() {
        sandbox.misbehave().webhooksOff(true);
        String id = anItemWithATicket();
        String key = only(id).key();
        sandbox.delete(key);
        reconciliation.run();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        for (int round = 0; round < 4; round++) {
            time.tick(Duration.ofMinutes(20));
            reconciliation.run();
            worker.drain();
            desk.round();
        }

        assertThat(inTracker(id)).isEmpty();
        assertThat(onlyTrouble(id).kind()).isEqualTo(Kind.MISSING);
        assertThat(onlyTrouble(id).remedies())
                .containsExactlyInAnyOrder(Remedy.RELINK, Remedy.RECREATE, Remedy.DISMISS);
        visitor("manager").postForm("/attention/" + id + "/recreate", Map.of());
        desk.round();
        assertThat(ticket(id).key()).isEqualTo(only(id).key()).isNotEqualTo(key);
        assertThat(troubles.of(id, "manager")).isEmpty();
    }

    @Test
    @DisplayName("12 Text too long: cut between characters, with a link to the whole")
    void cutsWhatIsTooLong() {
        PostmortemKey key = published();
        String id = items.add(
                        key,
                        "Note " + "\uD83D\uDE80".repeat(240),
                        "\uD83D\uDE80 rocket. ".repeat(5_000),
                        new ActionItemEdit(null, null, null, null),
                        "author")
                .id();
        engine.runDueJobs(id);
        worker.drain();

        SandboxIssue issue = only(id);
        assertThat(issue.summary().length()).isLessThanOrEqualTo(255);
        assertThat(issue.description().length()).isBetween(10_000, 32_767);
        for (String text : List.of(issue.summary(), issue.description())) {
            assertThat(IntStream.range(0, text.length())
                            .filter(at -> Character.isHighSurrogate(text.charAt(at)))
                            .allMatch(at -> Character.isLowSurrogate(text.charAt(at + 1))))
                    .isTrue();
        }
        assertThat(sentFor(issue)).contains("/action-items/" + id);
    }

    @Test
    @DisplayName("13 Markup: Markdown becomes a document, entities stay as written, a summary has one line")
    void saysInTheDialectWhatTheTextSays() {
        PostmortemKey key = published();
        String id = items.add(
                        key,
                        "Fix <b>this</b> &amp; that\n  today",
                        "Use **bold** and `a < b`:\n\n- one *thing*\n- [two](https://example.org/?a=1&b=2)\n\n{panel} h1. no",
                        new ActionItemEdit(null, null, null, null),
                        "author")
                .id();
        engine.runDueJobs(id);
        worker.drain();

        SandboxIssue issue = only(id);
        assertThat(issue.summary()).isEqualTo("Fix <b>this</b> &amp; that today");
        assertThat(sentFor(issue))
                .contains("\"strong\"", "\"bulletList\"", "\"code\"", "a < b", "{panel} h1. no")
                .contains("https://example.org/?a=1&b=2")
                .doesNotContain("**bold**", "&lt;");
    }

    @Test
    @DisplayName("14 Rate limit: even a gateway's page without a time stops every call, over restarts")
    void leavesJiraAloneWhenAGatewaySaysTooMany() {
        String known = anItemWithATicket();
        sandbox.misbehave().next(Fault.THROTTLED_BY_GATEWAY, 1, CREATE);
        String id = anItem();
        worker.drain();

        int calls = callsDuring(() -> {
            tickets.retry(id, "author");
            worker.drain();
            desk.round();
            reconciliation.run();
        });

        assertThat(calls).isZero();
        assertThat(jdbc.queryForObject("select kind from tracker_pause", String.class))
                .isEqualTo("THROTTLED");
        assertThat(visitor("manager").get("/attention").body()).contains("too many requests");
        time.tick(Duration.ofMinutes(2));
        workFor(3);
        only(id);
        assertThat(ticket(known).state()).isEqualTo(TicketState.LINKED);
    }

    @Test
    @DisplayName("15 Time zones: the day is the same day everywhere, and late begins when it is over")
    void countsWholeDaysInOneZone() {
        String id = anItemWithATicket();
        LocalDate due = item(id).dueDate();
        assertThat(only(id).dueDate()).isEqualTo(due);
        assertThat(sentFor(only(id))).contains("\"duedate\":\"" + due + "\"");

        time.tickTo(due.atTime(23, 59).toInstant(ZoneOffset.UTC));
        assertThat(overdue(id)).isFalse();
        time.tickTo(due.plusDays(1).atTime(0, 1).toInstant(ZoneOffset.UTC));
        assertThat(overdue(id)).isTrue();
        reconciliation.run();
        assertThat(item(id).dueDate()).isEqualTo(due);
        assertThat(deeds(id)).doesNotContain("ticket-due-date-pushed");
    }

    @Test
    @DisplayName("An escalation is one request, and an answer that is lost doubles no comment")
    void escalatesOnceAlthoughTheAnswerIsLost() {
        String id = anItemWithATicket();
        String edit = "PUT /rest/api/3/issue/" + only(id).id();
        for (Fault fault : List.of(Fault.ANSWER_LOST, Fault.ERROR_AFTERWARDS, Fault.UNAVAILABLE)) {
            int comments = only(id).comments().size();
            sandbox.misbehave().next(fault, 1, edit);
            transactions.executeWithoutResult(status -> tickets.requestEdit(
                    id, new TicketEdit("ft-" + fault.name().toLowerCase(), List.of("Late: " + fault), true, null)));

            for (int round = 0; round < 5; round++) {
                desk.round();
                time.tick(Duration.ofMinutes(3));
            }

            assertThat(only(id).comments()).as(fault.name()).hasSize(comments + 1);
        }
        assertThat(only(id).labels()).contains("ft-answer_lost", "ft-error_afterwards", "ft-unavailable");
    }

    private TicketTrouble onlyTrouble(String id) {
        List<TicketTrouble> all = troubles.of(id, "manager");
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** The request that made this ticket, as it was sent. */
    private String sentFor(SandboxIssue issue) {
        return sandbox.exchanges().stream()
                .filter(call -> call.call().equals(CREATE))
                .filter(call -> call.responseBody().contains("\"" + issue.key() + "\""))
                .map(SandboxExchange::requestBody)
                .findFirst()
                .orElseThrow();
    }

    private boolean overdue(String id) {
        return visitor("author").get("/action-items/" + id).body().contains(">overdue<");
    }
}
