package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.followthrough.BareEngine;
import io.followthrough.actionitem.ActionItemBpmn;
import io.followthrough.platform.RunningModels.Moved;
import io.followthrough.postmortem.PostmortemLifecycleBpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Instances of every version that was ever shipped, waiting wherever one can wait, move to today's models and go on to
 * their end. {@code src/test/resources/bpmn-shipped} keeps those versions.
 */
class ShippedModelsProcessTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant RUNG = START.plus(Duration.ofDays(3));

    private final List<String> deeds = new ArrayList<>();
    private BareEngine engine;
    private String next = "rung";

    static List<Integer> shipped() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("src/test/resources/bpmn-shipped"))) {
            List<Integer> numbers = versions.map(
                            version -> Integer.valueOf(version.getFileName().toString()))
                    .sorted()
                    .toList();
            assertThat(numbers).isNotEmpty();
            return numbers;
        }
    }

    @AfterEach
    void undeploy() {
        engine.close();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void anItemThatWasOnlyJustOpenedStartsInTheNewModel(int version) {
        actionItems(version);
        ProcessInstance item = engine.start(ActionItemBpmn.PROCESS_ID, "PM-1-1", Map.of());
        assertThat(item).isWaitingAtExactly("StartEvent_ActionItemOpened");

        move();
        engine.runDueJobs();

        assertThat(item).isWaitingAtExactly(ActionItemBpmn.Elements.CREATE_TICKET, ActionItemBpmn.Elements.AWAIT_FIRST);
        settle(item);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void anItemThatWasOnlyJustReopenedStartsInTheNewModel(int version) {
        actionItems(version);
        ProcessInstance item = engine.processEngine()
                .getRuntimeService()
                .startProcessInstanceByMessage(ActionItemBpmn.Messages.REOPENED, "PM-1-1");
        assertThat(item).isWaitingAtExactly("StartEvent_ActionItemReopened");

        move();
        engine.runDueJobs();

        assertThat(item).isWaitingAtExactly(ActionItemBpmn.Elements.AWAIT_FIRST);
        settle(item);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aTicketThatIsWaitedForIsStillCreated(int version) {
        ProcessInstance item = openItem(version);

        move();
        ticketCreated();

        assertThat(item).isWaitingAtExactly(ActionItemBpmn.Elements.AWAIT_FIRST);
        settle(item);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aRungThatIsWaitedForComesAtItsInstantAndOnce(int version) {
        ProcessInstance item = openItem(version);

        move();

        passTo(RUNG.minusSeconds(1));
        assertThat(deeds).isEmpty();
        next = "decision";
        passTo(RUNG);
        assertThat(deeds).containsExactly("rung");
        assertThat(item).isWaitingAt(ActionItemBpmn.Elements.DECIDE);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aMovedDueDateStillPlansAnew(int version) {
        ProcessInstance item = openItem(version);

        move();
        next = "decision";
        tell(ActionItemBpmn.Messages.RESCHEDULED, "PM-1-1");

        assertThat(item).isWaitingAt(ActionItemBpmn.Elements.DECIDE);
        passTo(RUNG);
        assertThat(deeds).as("the rung of the old plan").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aDecisionThatIsWaitedForHasTodaysFormAndSettlesTheItem(int version) {
        next = "decision";
        ProcessInstance item = openItem(version);

        move();

        assertThat(task(ActionItemBpmn.Elements.DECIDE, item)).hasCandidateGroup("managers");
        assertTodaysForm(item, "embedded:deployment:forms/decide-action-item.html");
        next = "settled";
        complete(task(ActionItemBpmn.Elements.DECIDE, item));
        assertThat(item).isEnded();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aDecisionThatIsWaitedForIsAskedAgainEachWeekFromTheMoveOn(int version) {
        next = "decision";
        openItem(version);

        move();

        for (int week = 1; week <= 3; week++) {
            passTo(START.plus(Duration.ofDays(7L * week)));
            assertThat(deeds).hasSize(week).containsOnly("remind");
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aDecisionIsOvertakenByTheItem(int version) {
        next = "decision";
        ProcessInstance item = openItem(version);

        move();
        next = "rung";
        tell(ActionItemBpmn.Messages.RESCHEDULED, "PM-1-1");

        assertThat(item).isWaitingAtExactly(ActionItemBpmn.Elements.CREATE_TICKET, ActionItemBpmn.Elements.AWAIT_FIRST);
        settle(item);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void anItemUnderDecisionCanStillBeSettled(int version) {
        next = "decision";
        ProcessInstance item = openItem(version);

        move();

        settle(item);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aDraftGoesOnToReviewWithTodaysForms(int version) {
        ProcessInstance postmortem = openPostmortem(version);

        move();

        assertThat(task(postmortem)).isAssignedTo("kim");
        assertTodaysForm(postmortem, "embedded:deployment:forms/complete-draft.html");
        complete(task(postmortem));
        assertTodaysForm(postmortem, "embedded:deployment:forms/review-postmortem.html");
        complete(task(postmortem));
        finish(postmortem);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aReviewUnderWayKeepsItsReviewerAndTheInstantsOfItsReminders(int version) {
        ProcessInstance postmortem = openPostmortem(version);
        complete(task(postmortem));
        engine.processEngine().getTaskService().claim(task(postmortem).getId(), "robin");
        engine.at(START.plus(Duration.ofDays(1)));

        move();

        assertThat(task(postmortem)).isAssignedTo("robin").hasCandidateGroupAssociated("reviewers");
        assertTodaysForm(postmortem, "embedded:deployment:forms/review-postmortem.html");
        passTo(START.plus(Duration.ofDays(2)).minusSeconds(1));
        assertThat(deeds).isEmpty();
        passTo(START.plus(Duration.ofDays(2)));
        passTo(START.plus(Duration.ofDays(4)));
        assertThat(deeds).containsExactly("remind", "call in");
        complete(task(postmortem));
        finish(postmortem);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatWasApprovedIsPublished(int version) {
        ProcessInstance postmortem = openPostmortem(version);
        complete(task(postmortem));
        complete(task(postmortem));
        assertThat(postmortem).isWaitingAtExactly(PostmortemLifecycleBpmn.Elements.PUBLISH);

        move();

        finish(postmortem);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aTrackedPostmortemClosesWhenAllIsSettled(int version) {
        ProcessInstance postmortem = openPostmortem(version);
        complete(task(postmortem));
        complete(task(postmortem));
        engine.runDueJobs();
        assertThat(postmortem).isWaitingAtExactly(PostmortemLifecycleBpmn.Elements.AWAIT_SETTLEMENT);

        move();

        finish(postmortem);
    }

    private ProcessInstance openItem(int version) {
        actionItems(version);
        ProcessInstance item = engine.start(ActionItemBpmn.PROCESS_ID, "PM-1-1", Map.of());
        engine.runDueJobs();
        return item;
    }

    private void actionItems(int version) {
        engine = BareEngine.withShipped(version, "action-item.bpmn");
        engine.at(START);
        Mocks.register("planNextRungDelegate", (JavaDelegate) execution -> {
            execution.setVariable(ActionItemBpmn.Variables.NEXT, next);
            execution.setVariable(ActionItemBpmn.Variables.NEXT_RUNG_AT, Date.from(RUNG));
        });
        Mocks.register("applyRungDelegate", (JavaDelegate) execution -> deeds.add("rung"));
        Mocks.register("nameActionItemTaskListener", (TaskListener) task -> {});
        Mocks.register("askDeciderListener", (TaskListener) task -> {});
        Mocks.register("remindOfDecisionDelegate", (JavaDelegate) execution -> deeds.add("remind of decision"));
        Mocks.register("askDeciderListener", (TaskListener) task -> {});
        Mocks.register("remindOfDecisionDelegate", (JavaDelegate) execution -> deeds.add("remind"));
        Mocks.register("decideActionItemListener", (TaskListener) task -> {});
    }

    private ProcessInstance openPostmortem(int version) {
        engine = BareEngine.withShipped(version, "postmortem-lifecycle.bpmn");
        engine.at(START);
        Mocks.register("draftHandedInListener", (ExecutionListener) execution -> {});
        Mocks.register("namePostmortemTaskListener", (TaskListener) task -> {});
        Mocks.register("completeDraftListener", (TaskListener) task -> {});
        Mocks.register("claimReviewListener", (TaskListener) task -> {});
        Mocks.register("completeReviewListener", (TaskListener)
                task -> task.getExecution().setVariable(PostmortemLifecycleBpmn.Variables.APPROVED, true));
        Mocks.register("remindReviewersDelegate", (JavaDelegate) execution -> deeds.add("remind"));
        Mocks.register("callInManagersDelegate", (JavaDelegate) execution -> deeds.add("call in"));
        Mocks.register("publishPostmortemDelegate", (JavaDelegate) execution -> deeds.add("publish"));
        Mocks.register("openActionItemsDelegate", (JavaDelegate)
                execution -> execution.setVariable(PostmortemLifecycleBpmn.Variables.ANYTHING_OPEN, true));
        Mocks.register("closePostmortemDelegate", (JavaDelegate) execution -> deeds.add("close"));
        return engine.start(
                PostmortemLifecycleBpmn.PROCESS_ID, "PM-1", Map.of(PostmortemLifecycleBpmn.Variables.AUTHOR, "kim"));
    }

    /** Today's models come, and the one instance moves with all it waits for. */
    private void move() {
        List<Instant> timers = timers();
        ProcessDefinition older = engine.processEngine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .singleResult();
        engine.deploy(older.getKey() + ".bpmn");

        Moved moved = new EngineRunningModels(engine.processEngine(), Clock.systemUTC()).moveToNewest();

        assertThat(moved.left()).isEmpty();
        assertThat(moved.moved()).isEqualTo(1);
        assertThat(engine.processEngine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionId(older.getId())
                        .count())
                .isZero();
        // Newer steps may bring timers of their own.
        assertThat(timers()).containsAll(timers);
    }

    private List<Instant> timers() {
        return engine.processEngine().getManagementService().createJobQuery().timers().list().stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .sorted()
                .toList();
    }

    private void assertTodaysForm(ProcessInstance instance, String form) {
        var task = engine.processEngine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .initializeFormKeys()
                .singleResult();
        assertThat(task.getFormKey()).isEqualTo(form);
        assertThat(engine.processEngine()
                        .getRepositoryService()
                        .getProcessDefinition(task.getProcessDefinitionId())
                        .getVersion())
                .as("the version whose deployment holds the form")
                .isEqualTo(2);
    }

    private void settle(ProcessInstance item) {
        tell(ActionItemBpmn.Messages.SETTLED, "PM-1-1");
        assertThat(item).isEnded();
        passTo(RUNG);
        assertThat(deeds).isEmpty();
    }

    private void finish(ProcessInstance postmortem) {
        engine.runDueJobs();
        assertThat(postmortem).isWaitingAtExactly(PostmortemLifecycleBpmn.Elements.AWAIT_SETTLEMENT);
        tell(PostmortemLifecycleBpmn.Messages.ALL_SETTLED, "PM-1");
        assertThat(postmortem).isEnded();
        assertThat(deeds).endsWith("publish", "close");
    }

    private void ticketCreated() {
        for (LockedExternalTask task : engine.processEngine()
                .getExternalTaskService()
                .fetchAndLock(1, "test")
                .topic(ActionItemBpmn.Topics.CREATE_TICKET, 1000)
                .execute()) {
            engine.processEngine().getExternalTaskService().complete(task.getId(), "test");
        }
    }

    private void passTo(Instant instant) {
        engine.at(instant);
        engine.runDueJobs();
    }

    private void tell(String message, String key) {
        engine.processEngine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(key)
                .correlate();
    }
}
