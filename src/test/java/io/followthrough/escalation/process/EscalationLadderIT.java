package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.followthrough.TestMail;
import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.actionitem.Settlement;
import io.followthrough.escalation.Audience;
import io.followthrough.escalation.Escalation;
import io.followthrough.escalation.Escalations;
import io.followthrough.escalation.Policies;
import io.followthrough.escalation.Told;
import io.followthrough.team.Calendars;
import io.followthrough.team.TeamDraft;
import io.followthrough.team.Teams;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The ladder as the engine climbs it, by a clock that the test moves. */
class EscalationLadderIT extends WithOpenItems {

    @Autowired
    private ActionItems items;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Policies policies;

    @Autowired
    private Teams teams;

    @Autowired
    private Calendars calendars;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void climbsEachRungOnceAndNeverEarly() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        assertThat(rungs(id)).containsExactly("created");

        int reached = 1;
        for (int days : new int[] {-11, -4, 0, 1, 7, 10, 21}) {
            time.tickTo(nine(due.plusDays(days)).minusSeconds(60));
            engine.runDueJobs(id);
            assertThat(rungs(id)).hasSize(reached);
            passTo(due.plusDays(days), id);
            engine.runDueJobs(id);
            reached++;
            assertThat(rungs(id)).hasSize(reached);
        }

        assertThat(rungs(id))
                .containsExactly(
                        "created", "early-reminder", "reminder", "due", "late-1", "late-2", "late-3", "late-4");
        assertThat(escalations.of(id))
                .filteredOn(escalation -> !escalation.rung().equals("created"))
                .extracting(Escalation::plannedAt)
                .containsExactly(
                        nine(due.minusDays(11)),
                        nine(due.minusDays(4)),
                        nine(due),
                        escalations.of(id).get(4).plannedAt(),
                        nine(due.plusDays(7)),
                        nine(due.plusDays(10)),
                        nine(due.plusDays(21)));
        assertThat(escalations.of(id))
                .as("five days late is a Saturday, twenty a Sunday: the next Monday")
                .allSatisfy(escalation -> assertThat(escalation.firedAt())
                        .isBetween(
                                escalation.plannedAt(), escalation.plannedAt().plus(Duration.ofMinutes(10))));
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "P0, created half-way reminder due late-1 late-2 late-3 late-4, 0 7 11 14 15 16 18 21",
        "P1, created early-reminder reminder due late-1 late-2 late-3 late-4, 0 3 10 14 15 21 24 35",
        "P2, created early-reminder reminder due late-1 late-2 late-3 late-4, 0 3 10 14 15 21 24 35",
        "P3, created early-reminder reminder due late-1 late-2 late-3 late-4, 0 3 10 14 15 24 35 56",
        "P4, created early-reminder reminder due late-1 late-2 late-3 late-4, 0 3 10 14 15 24 35 56"
    })
    void climbsTheLadderOfItsPriority(Priority priority, String rungs, String days) {
        LocalDate monday = aMonday();
        String id = anOpenItem(priority, monday.plusDays(14));

        passThrough(monday.plusDays(60), id);

        assertThat(rungs(id)).containsExactly(rungs.split(" "));
        assertThat(escalations.of(id))
                .extracting(escalation ->
                        ChronoUnit.DAYS.between(monday, LocalDate.ofInstant(escalation.firedAt(), ZoneOffset.UTC)) + "")
                .containsExactly(days.split(" "));
        assertSpaced(id);
    }

    @ParameterizedTest
    @CsvSource({"P0, 0 1", "P1, 1 2", "P2, 1 2", "P3, 3 8", "P4, 3 8"})
    void asksAuthorAndLeadForAnOwnerOfWhatNobodyTook(Priority priority, String days) {
        LocalDate monday = aMonday();
        leaveUnowned();
        String id = anOpenItem(priority, monday.plusDays(28));
        assertThat(rungs(id)).isEmpty();

        time.tickTo(nine(monday).plus(Duration.ofMinutes(301)));
        engine.runDueJobs(id);
        for (int day = 1; day <= 9; day++) {
            passTo(monday.plusDays(day), id);
            time.tickTo(nine(monday.plusDays(day)).plus(Duration.ofHours(6)));
            engine.runDueJobs(id);
        }

        assertThat(rungs(id)).containsExactly("unowned", "unowned-lead");
        assertThat(escalations.of(id))
                .extracting(escalation ->
                        ChronoUnit.DAYS.between(monday, LocalDate.ofInstant(escalation.firedAt(), ZoneOffset.UTC)) + "")
                .containsExactly(days.split(" "));
        assertThat(told(id)).containsExactly(List.of("author"), List.of("author", "reviewer"));
        assertSpaced(id);
    }

    @Test
    void tellsOwnerThenLeadThenManagersAndSaysByWhichRow() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P0, due);

        passThrough(due.plusDays(7), id);

        assertThat(escalations.of(id))
                .extracting(Escalation::policyRow)
                .containsExactly(
                        "Row_Created",
                        "Row_Halfway_P0",
                        "Row_Reminder_P0",
                        "Row_Due",
                        "Row_Late1",
                        "Row_Late2_P0",
                        "Row_Late3_P0",
                        "Row_Late4_P0");
        assertThat(escalations.of(id))
                .allSatisfy(
                        escalation -> assertThat(escalation.policyVersion()).matches("escalation-policy 2\\.1 v\\d+"));
        assertThat(told(id))
                .containsExactly(
                        List.of("author"),
                        List.of("author"),
                        List.of("author"),
                        List.of("author"),
                        List.of("author", "reviewer"),
                        List.of("author", "reviewer"),
                        List.of("author", "reviewer", "manager"),
                        List.of("author", "reviewer", "manager"));
    }

    @Test
    void tellsThePeopleOfTheOwnersTeamAndWhoeverStandsInForThem() {
        LocalDate due = aMonday().plusDays(14);
        teams.found(new TeamDraft("Storage", "lead", "manager", "admin", List.of("author")), "admin");
        teams.away("lead", due, null, "reviewer", "admin");
        try {
            String id = anOpenItem(Priority.P0, due);

            passThrough(due.plusDays(7), id);

            assertThat(escalations.of(id).get(7).told())
                    .containsExactly(
                            new Told("author", Audience.OWNER),
                            new Told("reviewer", Audience.LEAD),
                            new Told("manager", Audience.MANAGER),
                            new Told("admin", Audience.DIRECTOR));
        } finally {
            jdbc.update("delete from team");
            jdbc.update("delete from absence");
        }
    }

    @Test
    void tellsNobodyDuringAFreezeAndTheHighestRungAfterIt() {
        LocalDate due = aMonday().plusDays(14);
        calendars.freeze(due.minusDays(1), due.plusDays(8), "End of year", "admin");
        try {
            String id = anOpenItem(Priority.P1, due);

            passThrough(due.plusDays(9), id);

            assertThat(rungs(id)).containsExactly("created", "early-reminder", "reminder", "late-2");
            assertThat(escalations.of(id))
                    .last()
                    .satisfies(escalation -> assertThat(escalation.plannedAt()).isEqualTo(nine(due.plusDays(9))));
        } finally {
            jdbc.update("delete from freeze_window");
        }
    }

    @Test
    void mailsTheLateRungsOfTheMostUrgentAtOnceAndLeavesTheOthersToTheDigest() throws Exception {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P0, due);

        passThrough(due.plusDays(2), id);

        List<String> mailed = new ArrayList<>();
        for (MimeMessage mail : TestMail.await(4, id + " ")) {
            mailed.add(String.valueOf(mail.getAllRecipients()[0]));
        }
        assertThat(mailed)
                .containsExactlyInAnyOrder(
                        "author@example.org", "author@example.org", "reviewer@example.org", "reviewer@example.org");
        assertThat(jdbc.queryForList(
                        "select recipient from message where about = ? order by recipient", String.class, id))
                .containsExactly("author", "author", "reviewer", "reviewer");
        assertThat(noticed(id)).hasSize(4).containsOnly("author FOLLOW");
    }

    @Test
    void keepsEveryRungOfTheOthersForTheDigestOfEachPerson() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);

        passThrough(due.plusDays(1), id);

        assertThat(noticed(id)).hasSize(6).contains("author FOLLOW", "reviewer FOLLOW");
        assertThat(count("select count(*) from message where about = ?", id)).isZero();
    }

    @Test
    void wantsTheTicketMarkedOncePerRungAndRaisedWhenAManagerHears() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);

        passThrough(due.plusDays(10), id);

        assertThat(jdbc.queryForList(
                        "select label || case when raise_priority then ' raised' else '' end from ticket_edit"
                                + " where action_item = ? order by id",
                        String.class,
                        id))
                .containsExactly(
                        "pm-created",
                        "pm-early-reminder",
                        "pm-reminder",
                        "pm-due",
                        "pm-overdue-l1",
                        "pm-overdue-l2",
                        "pm-overdue-l3 raised");
        assertThat(jdbc.queryForObject(
                        "select comment from ticket_edit where action_item = ? and label = 'pm-overdue-l2'",
                        String.class,
                        id))
                .contains(
                        id + " is 7 days overdue (due " + due + ").",
                        "Told: Ann Author (owner), Rita Reviewer (lead).",
                        "row Row_Late2_P1_P2.",
                        "/action-items/" + id);
    }

    @Test
    void tellsOnlyTheHighestOfWhatWasMissedWhileTheSystemWasDown() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P2, due);

        passTo(due.plusDays(8), id);
        passTo(due.plusDays(9), id);

        assertThat(rungs(id)).containsExactly("created", "late-2");
        assertThat(engine.waitsAt(id)).contains(Elements.AWAIT_FIRST);
    }

    @Test
    void startsTheLadderAnewWhenTheDueDateMoves() {
        LocalDate due = aMonday().plusDays(14);
        LocalDate later = due.plusDays(28);
        String id = anOpenItem(Priority.P1, due);
        passThrough(due.plusDays(1), id);

        items.edit(id, new ActionItemEdit(null, null, later, null), "reviewer");
        passThrough(due.plusDays(11), id);
        assertThat(escalations.of(id)).extracting(Escalation::dueDateCycle).containsOnly(1);

        passThrough(later, id);
        assertThat(escalations.of(id))
                .filteredOn(escalation -> escalation.dueDateCycle() == 2)
                .extracting(Escalation::rung, Escalation::dueDate, Escalation::ticketLabel)
                .containsExactly(
                        tuple("early-reminder", later, "pm-early-reminder-c2"),
                        tuple("reminder", later, "pm-reminder-c2"),
                        tuple("due", later, "pm-due-c2"));
    }

    @Test
    void reachesWhatTheNewPriorityAsksForWithoutRepeatingARung() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P3, due);
        passThrough(due.plusDays(3), id);
        assertThat(rungs(id)).endsWith("due", "late-1");

        items.edit(id, new ActionItemEdit(null, Priority.P0, null, null), "reviewer");
        engine.runDueJobs(id);

        assertThat(rungs(id)).endsWith("due", "late-1", "late-2");
    }

    @Test
    void stopsWhenTheItemIsSettled() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passThrough(due, id);

        items.settle(id, Settlement.DONE, "author", "Done");
        passThrough(due.plusDays(30), id);

        assertThat(rungs(id)).containsExactly("created", "early-reminder", "reminder", "due");
        assertThat(engine.waitsAt(id)).isEmpty();
    }

    @Test
    void startsTheLadderAnewWhenTheItemIsReopened() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passThrough(due.minusDays(4), id);
        items.settle(id, Settlement.DONE, "author", "Done");
        passThrough(due.plusDays(3), id);

        items.reopen(id, "reviewer", "It came back");
        engine.runDueJobs(id);
        passThrough(due.plusDays(7), id);

        assertThat(escalations.of(id))
                .extracting(Escalation::rung, Escalation::dueDateCycle)
                .containsExactly(
                        tuple("created", 1), tuple("early-reminder", 1), tuple("reminder", 1), tuple("late-2", 2));
    }

    @Test
    void goesByTheChangedTableFromTheNextPlanningOnAndSaysSo() throws IOException {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        String table = Files.readString(Path.of("bpmn", "escalation-policy.dmn"))
                .replace(
                        "<outputEntry id=\"Row_Due_When\"><text>\"due\"<",
                        "<outputEntry id=\"Row_Due_When\"><text>\"3 days after due\"<")
                .replace("camunda:versionTag=\"2.1\"", "camunda:versionTag=\"changed\"");
        int shipped = policies.inForce().number();

        try {
            policies.activate(policies.propose(table, "For a test", "admin").number(), "admin");
            passThrough(due.plusDays(3), id);
        } finally {
            policies.activate(shipped, "admin");
        }

        assertThat(rungs(id)).endsWith("reminder", "late-1", "due");
        assertThat(escalations.of(id)).last().satisfies(escalation -> {
            assertThat(escalation.plannedAt()).isEqualTo(nine(due.plusDays(3)));
            assertThat(escalation.policyVersion()).matches("escalation-policy changed v\\d+");
        });
    }

    @Test
    void tellsTheNewOwner() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passThrough(due.minusDays(4), id);

        items.edit(id, new ActionItemEdit("lead", null, null, null), "reviewer");
        passThrough(due, id);

        assertThat(told(id)).endsWith(List.of("author"), List.of("lead"));
    }

    @Test
    void leavesOutTheRungsOfTheTimeBeforeTheItemWasOpened() {
        LocalDate due = aMonday().minusDays(3);
        String id = anOpenItem(Priority.P1, due);

        passThrough(due.plusDays(5), id);

        assertThat(rungs(id)).containsExactly("created", "late-2");
    }

    @Test
    void asksTheManagersAtOnceWhenTheWholeLadderLiesInThePast() {
        aMonday();
        leaveUnowned();
        String id = anOpenItem(Priority.P1, time.today().minusDays(40));
        passThrough(time.today().plusDays(4), id);

        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
        assertThat(rungs(id)).containsExactly("unowned", "unowned-lead");
        assertThat(noticed(id)).contains("manager DECIDE");
    }

    @Test
    void doesNothingWhenARungIsAppliedBeforeItsInstant() {
        String id = anOpenItem(Priority.P1, aMonday().plusDays(14));

        escalations.apply(id);

        assertThat(rungs(id)).containsExactly("created");
    }

    @Test
    void writesDownTheEscalationTheMessagesAndTheHistoryTogetherOrNotAtAll() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        time.tickTo(nine(due.minusDays(11)));

        transactions.executeWithoutResult(status -> {
            escalations.apply(id);
            status.setRollbackOnly();
        });

        assertThat(rungs(id)).containsExactly("created");
        assertThat(noticed(id)).hasSize(1);
        assertThat(count("select count(*) from ticket_edit where action_item = ?", id))
                .isEqualTo(1);
        assertThat(count("select count(*) from history_entry where subject = ? and action = 'escalated'", id))
                .isEqualTo(1);
        engine.runDueJobs(id);
        assertThat(escalations.of(id)).hasSize(2);
        assertThat(count("select count(*) from history_entry where subject = ? and action = 'escalated'", id))
                .isEqualTo(2);
    }

    @Test
    void showsTheEscalationsOverTheApi() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passThrough(due.plusDays(7), id);

        String answer =
                script("author").get("/api/action-items/" + id + "/escalations").body();

        assertThat(answer)
                .contains("\"rung\":\"late-2\"")
                .contains("\"plannedAt\":\"" + nine(due.plusDays(7)) + "\"")
                .contains(
                        "\"told\":[{\"person\":\"author\",\"as\":\"owner\"},{\"person\":\"reviewer\",\"as\":\"lead\"}]")
                .contains("\"policyRow\":\"Row_Late2_P1_P2\"")
                .contains("\"dueDateCycle\":1");
        assertThat(script("author").get("/api/action-items/PM-0-0/escalations").statusCode())
                .isEqualTo(404);
    }

    private List<String> rungs(String id) {
        return escalations.of(id).stream().map(Escalation::rung).toList();
    }

    private List<List<String>> told(String id) {
        return escalations.of(id).stream()
                .map(escalation -> escalation.told().stream().map(Told::person).toList())
                .toList();
    }

    private void assertSpaced(String id) {
        List<Escalation> all = escalations.of(id);
        for (int i = 1; i < all.size(); i++) {
            assertThat(Duration.between(all.get(i - 1).firedAt(), all.get(i).firedAt()))
                    .isGreaterThanOrEqualTo(Duration.ofHours(24));
        }
    }

    /** Who is to hear of an item with their next digest, and what they are to do. */
    private List<String> noticed(String id) {
        return jdbc.queryForList(
                "select recipient || ' ' || todo from notice where about = ? order by recipient, todo",
                String.class,
                id);
    }

    private int count(String sql, String id) {
        Integer count = jdbc.queryForObject(sql, Integer.class, id);
        return count == null ? 0 : count;
    }
}
