package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.followthrough.TestMail;
import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.actionitem.Settlement;
import io.followthrough.escalation.Escalation;
import io.followthrough.escalation.Escalations;
import io.followthrough.escalation.Told;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The ladder as the engine climbs it, by a clock that the test moves. */
class EscalationLadderIT extends WithOpenItems {

    @Autowired
    private ActionItems items;

    @Autowired
    private Escalations escalations;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void climbsEachRungOnceAndNeverEarly() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P1, due);

        for (int[] rung : new int[][] {{-2, 0}, {0, 1}, {1, 2}, {5, 3}, {10, 4}}) {
            time.tickTo(nine(due.plusDays(rung[0])).minusSeconds(60));
            engine.runDueJobs(id);
            assertThat(escalations.of(id)).hasSize(rung[1]);
            time.tickTo(nine(due.plusDays(rung[0])));
            engine.runDueJobs(id);
            engine.runDueJobs(id);
            assertThat(escalations.of(id)).hasSize(rung[1] + 1);
        }

        assertThat(escalations.of(id))
                .extracting(Escalation::rung)
                .containsExactly("reminder", "due", "late-1", "late-2", "late-3");
        assertThat(escalations.of(id))
                .extracting(Escalation::plannedAt)
                .containsExactly(
                        nine(due.minusDays(2)),
                        nine(due),
                        nine(due.plusDays(1)),
                        nine(due.plusDays(5)),
                        nine(due.plusDays(10)));
        assertThat(escalations.of(id))
                .allSatisfy(escalation -> assertThat(escalation.firedAt())
                        .isBetween(
                                escalation.plannedAt(), escalation.plannedAt().plusSeconds(60)));
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
    }

    @Test
    void tellsOwnerThenReviewerThenManagersAndSaysByWhichRow() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P0, due);

        passTo(due.plusDays(4), id);

        assertThat(escalations.of(id))
                .extracting(Escalation::policyRow)
                .containsExactly("Row_Reminder_P0", "Row_Due", "Row_Late1", "Row_Late2_P0", "Row_Late3_P0");
        assertThat(escalations.of(id))
                .allSatisfy(
                        escalation -> assertThat(escalation.policyVersion()).matches("escalation-policy 1\\.0 v\\d+"));
        assertThat(escalations.of(id))
                .extracting(escalation ->
                        escalation.told().stream().map(Told::person).toList())
                .containsExactly(
                        List.of("author"),
                        List.of("author"),
                        List.of("author"),
                        List.of("author", "reviewer"),
                        List.of("author", "reviewer", "manager"));
    }

    @Test
    void mailsEachPersonOncePerRung() throws Exception {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P0, due);

        passTo(due.plusDays(4), id);

        List<String> mailed = new ArrayList<>();
        for (MimeMessage mail : TestMail.await(8, id + " ")) {
            mailed.add(String.valueOf(mail.getAllRecipients()[0]));
        }
        assertThat(mailed)
                .containsExactlyInAnyOrder(
                        "author@example.org",
                        "author@example.org",
                        "author@example.org",
                        "author@example.org",
                        "author@example.org",
                        "manager@example.org",
                        "reviewer@example.org",
                        "reviewer@example.org");
        assertThat(jdbc.queryForList(
                        "select recipient from message where about = ? order by recipient", String.class, id))
                .containsExactly("author", "author", "author", "author", "author", "manager", "reviewer", "reviewer");
    }

    @Test
    void wantsTheTicketMarkedOncePerRungAndRaisedAtTheLast() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P1, due);

        passTo(due.plusDays(10), id);

        assertThat(jdbc.queryForList(
                        "select label || case when raise_priority then ' raised' else '' end from ticket_edit"
                                + " where action_item = ? order by id",
                        String.class,
                        id))
                .containsExactly("pm-reminder", "pm-due", "pm-overdue-l1", "pm-overdue-l2", "pm-overdue-l3 raised");
        assertThat(jdbc.queryForObject(
                        "select comment from ticket_edit where action_item = ? and label = 'pm-overdue-l2'",
                        String.class,
                        id))
                .contains(
                        id + " is 10 days overdue (due " + due + ").",
                        "Told: Ann Author (owner), Rita Reviewer (reviewer).",
                        "row Row_Late2_P1_P2.",
                        "/action-items/" + id);
    }

    @Test
    void makesUpInOrderForWhatWasMissedWhileTheSystemWasDown() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P2, due);

        passTo(due.plusDays(6), id);

        assertThat(escalations.of(id))
                .extracting(Escalation::rung)
                .containsExactly("reminder", "due", "late-1", "late-2");
        assertThat(engine.waitsAt(id)).contains(Elements.AWAIT_FIRST);
    }

    @Test
    void startsTheLadderAnewWhenTheDueDateMoves() {
        LocalDate due = time.today().plusDays(14);
        LocalDate later = due.plusDays(20);
        String id = anOpenItem(Priority.P1, due);
        passTo(due.plusDays(5), id);

        items.edit(id, new ActionItemEdit(null, null, later, null), "reviewer");
        passTo(due.plusDays(10), id);
        assertThat(escalations.of(id)).extracting(Escalation::dueDateCycle).containsOnly(1);

        passTo(later, id);
        assertThat(escalations.of(id))
                .filteredOn(escalation -> escalation.dueDateCycle() == 2)
                .extracting(Escalation::rung, Escalation::dueDate, Escalation::ticketLabel)
                .containsExactly(tuple("reminder", later, "pm-reminder-c2"), tuple("due", later, "pm-due-c2"));
    }

    @Test
    void reachesWhatTheNewPriorityAsksForWithoutRepeatingARung() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P3, due);
        passTo(due.plusDays(3), id);
        assertThat(escalations.of(id)).extracting(Escalation::rung).containsExactly("reminder", "due", "late-1");

        items.edit(id, new ActionItemEdit(null, Priority.P0, null, null), "reviewer");
        engine.runDueJobs(id);

        assertThat(escalations.of(id))
                .extracting(Escalation::rung)
                .containsExactly("reminder", "due", "late-1", "late-2");
    }

    @Test
    void stopsWhenTheItemIsSettled() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passTo(due, id);

        items.settle(id, Settlement.DONE, "author", "Done");
        passTo(due.plusDays(30), id);

        assertThat(escalations.of(id)).extracting(Escalation::rung).containsExactly("reminder", "due");
        assertThat(engine.waitsAt(id)).isEmpty();
    }

    @Test
    void startsTheLadderAnewWhenTheItemIsReopened() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passTo(due.minusDays(2), id);
        items.settle(id, Settlement.DONE, "author", "Done");
        passTo(due.plusDays(3), id);

        items.reopen(id, "reviewer", "It came back");
        engine.runDueJobs(id);
        passTo(due.plusDays(5), id);

        assertThat(escalations.of(id))
                .extracting(Escalation::rung, Escalation::dueDateCycle)
                .containsExactly(tuple("reminder", 1), tuple("late-2", 2));
    }

    @Test
    void goesByTheChangedTableFromTheNextPlanningOnAndSaysSo() throws IOException {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        String table = Files.readString(Path.of("bpmn", "escalation-policy.dmn"))
                .replace(
                        "<outputEntry id=\"Row_Due_DaysFromDue\"><text>0<",
                        "<outputEntry id=\"Row_Due_DaysFromDue\"><text>3<")
                .replace("camunda:versionTag=\"1.0\"", "camunda:versionTag=\"changed\"");
        String deployment = repository
                .createDeployment()
                .addString("escalation-policy.dmn", table)
                .deploy()
                .getId();

        try {
            passTo(due.plusDays(1), id);
            assertThat(escalations.of(id)).extracting(Escalation::rung).containsExactly("reminder", "late-1");
            passTo(due.plusDays(3), id);
        } finally {
            repository.deleteDeployment(deployment, true);
        }

        assertThat(escalations.of(id))
                .extracting(Escalation::rung, Escalation::plannedAt)
                .contains(tuple("due", nine(due.plusDays(3))));
        assertThat(escalations.of(id))
                .last()
                .satisfies(escalation ->
                        assertThat(escalation.policyVersion()).matches("escalation-policy changed v\\d+"));
    }

    @Test
    void tellsTheNewOwner() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passTo(due.minusDays(2), id);

        items.edit(id, new ActionItemEdit("lead", null, null, null), "reviewer");
        passTo(due, id);

        assertThat(escalations.of(id))
                .extracting(escalation -> escalation.told().get(0).person())
                .containsExactly("author", "lead");
    }

    @Test
    void leavesOutTheRungsOfTheTimeBeforeTheItemWasOpened() {
        LocalDate due = time.today().minusDays(4);
        String id = anOpenItem(Priority.P1, due);

        passTo(due.plusDays(5), id);

        assertThat(escalations.of(id)).extracting(Escalation::rung).containsExactly("late-2");
    }

    @Test
    void asksTheManagersAtOnceWhenTheWholeLadderLiesInThePast() {
        String id = anOpenItem(Priority.P1, time.today().minusDays(40));

        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
        assertThat(escalations.of(id)).isEmpty();
        assertThat(jdbc.queryForList("select recipient from message where about = ?", String.class, id))
                .containsExactly("manager");
        TestMail.await(1, "Decide what becomes of " + id);
    }

    @Test
    void doesNothingWhenARungIsAppliedBeforeItsInstant() {
        String id = anOpenItem(Priority.P1, time.today().plusDays(14));

        escalations.apply(id);

        assertThat(escalations.of(id)).isEmpty();
    }

    @Test
    void writesDownTheEscalationTheMessagesAndTheHistoryTogetherOrNotAtAll() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        time.tickTo(nine(due.minusDays(2)));

        transactions.executeWithoutResult(status -> {
            escalations.apply(id);
            status.setRollbackOnly();
        });

        assertThat(escalations.of(id)).isEmpty();
        assertThat(count("select count(*) from message where about = ?", id)).isZero();
        assertThat(count("select count(*) from ticket_edit where action_item = ?", id))
                .isZero();
        assertThat(count("select count(*) from history_entry where subject = ? and action = 'escalated'", id))
                .isZero();
        engine.runDueJobs(id);
        assertThat(escalations.of(id)).hasSize(1);
        assertThat(count("select count(*) from history_entry where subject = ? and action = 'escalated'", id))
                .isEqualTo(1);
    }

    @Test
    void showsTheEscalationsOverTheApi() {
        LocalDate due = time.today().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passTo(due.plusDays(5), id);

        String answer =
                script("author").get("/api/action-items/" + id + "/escalations").body();

        assertThat(answer)
                .contains("\"rung\":\"late-2\"")
                .contains("\"plannedAt\":\"" + nine(due.plusDays(5)) + "\"")
                .contains(
                        "\"told\":[{\"person\":\"author\",\"as\":\"owner\"},{\"person\":\"reviewer\",\"as\":\"reviewer\"}]")
                .contains("\"policyRow\":\"Row_Late2_P1_P2\"")
                .contains("\"dueDateCycle\":1");
        assertThat(script("author").get("/api/action-items/PM-0-0/escalations").statusCode())
                .isEqualTo(404);
    }

    private int count(String sql, String id) {
        Integer count = jdbc.queryForObject(sql, Integer.class, id);
        return count == null ? 0 : count;
    }
}
