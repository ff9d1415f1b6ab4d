package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.actionitem.Settlement;
import io.followthrough.escalation.Escalations;
import io.followthrough.escalation.LadderSweep;
import io.followthrough.escalation.Policies;
import io.followthrough.escalation.PolicyTables;
import io.followthrough.escalation.SweepResult;
import io.followthrough.escalation.UpcomingRung;
import io.followthrough.team.Calendars;
import io.followthrough.team.WorkingTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What becomes of the ladder when something changes: each change while the item is early, late, and waiting for a
 * decision. The table in the documentation has one cell for each test.
 */
class RearmIT extends WithOpenItems {

    @Autowired
    private ActionItems items;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Policies policies;

    @Autowired
    private PolicyTables tables;

    @Autowired
    private Calendars calendars;

    @Autowired
    private LadderSweep sweep;

    @Autowired
    private TaskService tasks;

    private int inForce;
    private LocalDate due;

    @BeforeEach
    void rememberThePolicy() {
        inForce = policies.inForce().number();
    }

    @AfterEach
    void leaveNothingBehind() {
        if (policies.inForce().number() != inForce) {
            policies.activate(inForce, "admin");
        }
        jdbc.update("delete from working_time");
        jdbc.update("delete from freeze_window");
    }

    @Test
    void beginsAnewWhenTheDueDateOfAnEarlyItemMoves() {
        String id = anEarlyItem();
        moveDueDate(id);
        assertWaits(id, "early-reminder", nine(due.plusDays(28 - 11)));
    }

    @Test
    void beginsAnewWhenTheDueDateOfALateItemMoves() {
        String id = aLateItem();
        moveDueDate(id);
        assertWaits(id, "early-reminder", nine(due.plusDays(28 - 11)));
    }

    @Test
    void beginsAnewWhenTheDueDateOfAnUndecidedItemMoves() {
        String id = anUndecidedItem();
        items.edit(id, new ActionItemEdit(null, null, due.plusDays(56), null), "reviewer");
        assertWaits(id, "early-reminder", nine(due.plusDays(56 - 11)));
    }

    @Test
    void goesOnWithWhatIsToComeWhenAnEarlyItemIsReopened() {
        String id = anEarlyItem();
        reopen(id);
        assertWaits(id, "early-reminder", nine(due.minusDays(11)));
    }

    @Test
    void goesOnWithWhatIsToComeWhenALateItemIsReopened() {
        String id = aLateItem();
        reopen(id);
        assertWaits(id, "late-2", nine(due.plusDays(7)));
    }

    @Test
    void asksForADecisionAtOnceWhenAnUndecidedItemIsReopened() {
        String id = anUndecidedItem();
        reopen(id);
        assertUndecided(id);
    }

    @Test
    void climbsTheLadderOfTheNewPriorityWhenAnEarlyItemBecomesMoreUrgent() {
        String id = anEarlyItem();
        prioritise(id);
        assertWaits(id, "half-way", nine(due.minusDays(7)));
    }

    @Test
    void climbsTheLadderOfTheNewPriorityADayLaterWhenALateItemBecomesMoreUrgent() {
        String id = aLateItem();
        Instant told = escalations.of(id).get(4).firedAt();
        prioritise(id);
        assertWaits(id, "late-2", told.plus(Duration.ofHours(24)));
    }

    @Test
    void stillWaitsForADecisionWhenAnUndecidedItemBecomesMoreUrgent() {
        String id = anUndecidedItem();
        prioritise(id);
        assertUndecided(id);
    }

    @Test
    void waitsByTheNewTableWhenThePolicyOfAnEarlyItemChanges() {
        String id = anEarlyItem();
        changePolicy(Map.of("Row_EarlyReminder", Map.of("when", "\"6 business days before due\"")));
        UpcomingRung upcoming = assertWaits(id, "early-reminder", nine(due.minusDays(10)));
        assertThat(upcoming.policyVersion()).isEqualTo(policies.inForce().title());
        assertThat(upcoming.policyRow()).isEqualTo("Row_EarlyReminder");
    }

    @Test
    void waitsByTheNewTableWhenThePolicyOfALateItemChanges() {
        String id = aLateItem();
        changePolicy(Map.of("Row_Late2_P1_P2", Map.of("when", "\"9 days after due\"")));
        assertWaits(id, "late-2", nine(due.plusDays(9)));
    }

    @Test
    void climbsTheRungsThatTheNewTableAddsWhenThePolicyOfAnUndecidedItemChanges() {
        String id = anUndecidedItem();
        changePolicy(Map.of(
                "Row_Late5",
                Map.of(
                        "Priority", "",
                        "rung", "\"late-5\"",
                        "when", "\"50 days after due\"",
                        "onlyWhen", "\"always\"",
                        "tell", "\"director\"",
                        "raisePriority", "false",
                        "label", "\"pm-overdue-l5\"",
                        "say", "\"Still late.\"")));
        assertWaits(id, "late-5", nine(due.plusDays(50)));
    }

    @Test
    void waitsForTheMorningOfTheNewOwnerOfAnEarlyItemAndTellsThem() {
        String id = anEarlyItem();
        handOver(id);
        assertWaits(id, "early-reminder", nine(due.minusDays(11)).minus(Duration.ofHours(9)));
        assertThat(jdbc.queryForList(
                        "select recipient from notice where about = ? and dedup_key like 'assigned/%'",
                        String.class, id))
                .containsExactly("lead");
    }

    @Test
    void waitsForTheMorningOfTheNewOwnerOfALateItem() {
        String id = aLateItem();
        handOver(id);
        assertWaits(id, "late-2", nine(due.plusDays(7)).minus(Duration.ofHours(9)));
    }

    @Test
    void stillWaitsForADecisionWhenAnUndecidedItemIsHandedOver() {
        String id = anUndecidedItem();
        handOver(id);
        assertUndecided(id);
    }

    @Test
    void stopsAskingForAnOwnerWhenSomebodyTakesIt() {
        due = aMonday().plusDays(14);
        leaveUnowned();
        String id = anOpenItem(Priority.P1, due);
        assertThat(escalations.upcoming(id).orElseThrow().rung()).isEqualTo("unowned");

        items.edit(id, new ActionItemEdit("author", null, null, null), "reviewer");
        engine.runDueJobs(id);

        assertThat(escalations.of(id))
                .extracting(escalation -> escalation.rung())
                .containsExactly("created");
        assertWaits(id, "early-reminder", nine(due.minusDays(11)));
    }

    @Test
    void waitsForTheEndOfAFreezeThatIsAnnounced() {
        String id = anEarlyItem();
        calendars.freeze(due.minusDays(12), due.minusDays(6), "Trade fair", "admin");
        sweep.round();
        assertWaits(id, "early-reminder", nine(due.minusDays(5)));
    }

    @Test
    void findsNothingInASweepWhenTheTimersDoTheirWork() {
        String id = aLateItem();
        jdbc.update("delete from escalation_plan p using action_item i where i.id = p.action_item and i.id <> ?", id);
        jdbc.update(
                "update action_item set status = 'SETTLED', settlement = 'DONE', settled_at = now() where status ="
                        + " 'OPEN' and id <> ?",
                id);
        sweep.round();

        SweepResult result = sweep.round();

        assertThat(result.openItems()).isEqualTo(1);
        assertThat(result.isClean()).isTrue();
        assertThat(result.outdated()).isZero();
        assertThat(visitor("manager").get("/operations").body()).contains("1 open items looked at: 0 missed a rung");
    }

    @Test
    void leavesADecisionToWhoeverClaimedItWhateverElseChanges() {
        String id = anUndecidedItem();
        String task = decisionOn(id).getId();
        tasks.setAssignee(task, "manager");

        prioritise(id);
        sweep.round();
        changePolicy(Map.of("Row_Due", Map.of("say", "\"Today!\"")));
        handOver(id);
        calendars.freeze(time.today(), time.today().plusDays(2), "Moving house", "admin");
        sweep.round();

        assertThat(decisionOn(id).getId()).isEqualTo(task);
        assertThat(decisionOn(id).getAssignee()).isEqualTo("manager");
        assertThat(sweep.round().outdated()).isZero();
    }

    @Test
    void climbsOnWhenTheLadderOfTheNewPriorityIsLonger() {
        String id = anUndecidedItem();
        changePolicy(Map.of(
                "Row_Late5_P0",
                Map.of(
                        "Priority", "\"P0\"",
                        "rung", "\"late-5\"",
                        "when", "\"60 days after due\"",
                        "onlyWhen", "\"always\"",
                        "tell", "\"director\"",
                        "raisePriority", "false",
                        "label", "\"pm-overdue-l5\"",
                        "say", "\"Still late.\"")));
        assertUndecided(id);

        prioritise(id);

        assertWaits(id, "late-5", nine(due.plusDays(60)));
    }

    /** Otherwise the rung would be written down as planned for a day on which it could not be told. */
    @Test
    void remembersAFreezeThatIsOver() {
        String id = aLateItem();
        calendars.freeze(due.plusDays(5), due.plusDays(8), "Moving house", "admin");
        sweep.round();
        assertWaits(id, "late-2", nine(due.plusDays(9)));
        time.tickTo(nine(due.plusDays(10)).minusSeconds(3600));

        engine.runDueJobs(id);

        assertThat(escalations.of(id)).last().satisfies(escalation -> {
            assertThat(escalation.rung()).isEqualTo("late-2");
            assertThat(escalation.plannedAt()).isEqualTo(nine(due.plusDays(9)));
        });
    }

    @Test
    void findsAndMakesUpForARungThatNoTimerReached() {
        String id = aLateItem();
        time.tickTo(nine(due.plusDays(7)).plus(Duration.ofMinutes(30)));

        SweepResult first = sweep.round();
        assertThat(first.missed()).isPositive();
        assertThat(first.isClean()).isFalse();

        engine.runDueJobs(id);
        assertThat(escalations.of(id))
                .last()
                .satisfies(escalation -> assertThat(escalation.rung()).isEqualTo("late-2"));
        assertThat(sweep.findings()).isPositive();
        assertThat(sweep.last()).contains(first);
    }

    @Test
    void findsAndPlansAnItemThatWaitsForNothing() {
        String id = aLateItem();
        jdbc.update("delete from escalation_plan where action_item = ?", id);
        time.tick(Duration.ofMinutes(2));

        assertThat(sweep.round().unplanned()).isPositive();
        assertWaits(id, "late-2", nine(due.plusDays(7)));
    }

    private Task decisionOn(String id) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(Elements.DECIDE)
                .singleResult();
    }

    private String anEarlyItem() {
        due = aMonday().plusDays(14);
        return anOpenItem(Priority.P1, due);
    }

    private String aLateItem() {
        String id = anEarlyItem();
        passThrough(due.plusDays(1), id);
        return id;
    }

    private String anUndecidedItem() {
        String id = anEarlyItem();
        passThrough(due.plusDays(21), id);
        assertUndecided(id);
        return id;
    }

    private void moveDueDate(String id) {
        items.edit(id, new ActionItemEdit(null, null, due.plusDays(28), null), "reviewer");
    }

    private void reopen(String id) {
        items.settle(id, Settlement.DONE, "author", "Done");
        items.reopen(id, "reviewer", "It came back");
        engine.runDueJobs(id);
    }

    private void prioritise(String id) {
        items.edit(id, new ActionItemEdit(null, Priority.P0, null, null), "reviewer");
    }

    private void changePolicy(Map<String, Map<String, String>> cells) {
        String table = tables.edit(policies.inForce().dmn(), cells, Set.of());
        policies.activate(policies.propose(table, "For a test", "admin").number(), "admin");
        sweep.round();
    }

    private void handOver(String id) {
        WorkingTime usual = calendars.workingTime("lead");
        calendars.set(
                "lead",
                new WorkingTime(
                        ZoneId.of("Asia/Tokyo"),
                        "",
                        usual.workdays(),
                        usual.from(),
                        usual.until(),
                        usual.quietFrom(),
                        usual.quietUntil()),
                "lead");
        items.edit(id, new ActionItemEdit("lead", null, null, null), "reviewer");
    }

    private UpcomingRung assertWaits(String id, String rung, Instant at) {
        assertThat(engine.waitsAt(id)).contains(Elements.AWAIT_FIRST).doesNotContain(Elements.DECIDE);
        UpcomingRung upcoming = escalations.upcoming(id).orElseThrow();
        assertThat(upcoming.rung()).isEqualTo(rung);
        assertThat(upcoming.at()).isEqualTo(at);
        assertThat(jdbc.queryForList(
                        "select j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                                + " where e.business_key_ = ? and j.type_ = 'timer'",
                        Timestamp.class,
                        id))
                .as("the one timer of the item")
                .singleElement()
                .satisfies(timer -> assertThat(
                                Duration.between(at, timer.toInstant()).abs())
                        .isLessThan(Duration.ofMillis(1)));
        return upcoming;
    }

    private void assertUndecided(String id) {
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE).doesNotContain(Elements.AWAIT_FIRST);
        assertThat(escalations.upcoming(id)).isEmpty();
        assertThat(List.copyOf(escalations.of(id))).isNotEmpty();
    }
}
