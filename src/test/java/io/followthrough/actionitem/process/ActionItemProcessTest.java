package io.followthrough.actionitem.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.followthrough.BareEngine;
import io.followthrough.ModelCoverage;
import io.followthrough.actionitem.ActionItemBpmn;
import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemBpmn.Messages;
import io.followthrough.actionitem.ActionItemBpmn.Topics;
import io.followthrough.actionitem.ActionItemBpmn.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code bpmn/action-item.bpmn} on a bare engine. */
class ActionItemProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ModelCoverage.ofEverything();

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String ID = "PM-1-1";

    private final List<Instant> applied = new ArrayList<>();
    private final List<Instant> reminded = new ArrayList<>();
    private final List<Instant> rungs = new ArrayList<>();
    private BareEngine engine;
    private Instant now = START;
    private boolean settled;

    @BeforeEach
    void deploy() {
        engine = BareEngine.with("action-item.bpmn");
        engine.at(START);
        Mocks.register("planNextRungDelegate", (JavaDelegate) execution -> {
            String next = settled ? "settled" : rungs.isEmpty() ? "decision" : "rung";
            execution.setVariable(Variables.NEXT, next);
            if (next.equals("rung")) {
                execution.setVariable(Variables.NEXT_RUNG_AT, Date.from(rungs.get(0)));
            }
        });
        Mocks.register("applyRungDelegate", (JavaDelegate) execution -> {
            applied.add(now);
            rungs.remove(0);
        });
        Mocks.register("nameActionItemTaskListener", (TaskListener) task -> {});
        Mocks.register("askDeciderListener", (TaskListener) task -> task.setAssignee("director"));
        Mocks.register("remindOfDecisionDelegate", (JavaDelegate) execution -> reminded.add(now));
        Mocks.register("decideActionItemListener", (TaskListener) task -> settled = true);
    }

    @AfterEach
    void undeploy() {
        engine.close();
    }

    @Test
    void asksForATicketAndForTheNextRungSideBySide() {
        rungs.add(START.plus(Duration.ofDays(3)));

        ProcessInstance item = opened();

        assertThat(item).isWaitingAt(Elements.CREATE_TICKET, Elements.AWAIT_FIRST);
    }

    @Test
    void goesOnEscalatingWhileTheTrackerIsDown() {
        rungs.add(START.plus(Duration.ofDays(3)));
        ProcessInstance item = opened();

        passTo(START.plus(Duration.ofDays(3)));

        Assertions.assertThat(applied).containsExactly(START.plus(Duration.ofDays(3)));
        assertThat(item).isWaitingAt(Elements.CREATE_TICKET, Elements.DECIDE);
    }

    @Test
    void climbsTheLadderRungByRungAndNeverEarly() {
        Instant first = START.plus(Duration.ofDays(1));
        Instant second = START.plus(Duration.ofDays(2));
        rungs.addAll(List.of(first, second));
        ProcessInstance item = opened();
        ticketCreated();

        passTo(first.minusSeconds(1));
        Assertions.assertThat(applied).isEmpty();
        passTo(first);
        passTo(second.minusSeconds(1));
        Assertions.assertThat(applied).containsExactly(first);
        passTo(second);

        Assertions.assertThat(applied).containsExactly(first, second);
        assertThat(item).isWaitingAt(Elements.DECIDE);
        assertThat(task(item)).hasCandidateGroupAssociated("managers");
    }

    @Test
    void plansAnewWhenTheDueDateMoves() {
        Instant before = START.plus(Duration.ofDays(1));
        Instant after = START.plus(Duration.ofDays(9));
        rungs.add(before);
        opened();
        rungs.set(0, after);

        tell(Messages.RESCHEDULED);
        passTo(before);

        Assertions.assertThat(applied).isEmpty();
        passTo(after);
        Assertions.assertThat(applied).containsExactly(after);
    }

    @Test
    void endsWhenTheItemIsSettledEvenWithoutATicket() {
        rungs.add(START.plus(Duration.ofDays(1)));
        ProcessInstance item = opened();

        tell(Messages.SETTLED);

        assertThat(item).isEnded();
        passTo(START.plus(Duration.ofDays(2)));
        Assertions.assertThat(applied).isEmpty();
    }

    @Test
    void endsByItselfWhenTheItemWasSettledBeforeItCouldWait() {
        settled = true;

        ProcessInstance item = opened();

        assertThat(item).isEnded();
    }

    @Test
    void endsWhenTheItemIsSettledWhileADecisionIsWaitedFor() {
        ProcessInstance item = opened();
        assertThat(item).isWaitingAt(Elements.CREATE_TICKET, Elements.DECIDE);

        tell(Messages.SETTLED);

        assertThat(item).isEnded();
    }

    @Test
    void plansAnewWhenTheDueDateMovesWhileADecisionIsWaitedFor() {
        ProcessInstance item = opened();
        rungs.add(START.plus(Duration.ofDays(5)));

        tell(Messages.RESCHEDULED);

        assertThat(item).isWaitingAt(Elements.CREATE_TICKET, Elements.AWAIT_FIRST);
    }

    @Test
    void asksOnePersonAndLetsManagersAnswerInTheirPlace() {
        ProcessInstance item = opened();

        assertThat(task(item)).isAssignedTo("director").hasCandidateGroupAssociated("managers");
    }

    @Test
    void remindsEveryWeekOfADecisionThatIsWaitedForAndNeverGivesUp() {
        ProcessInstance item = opened();

        for (int week = 1; week <= 60; week++) {
            passTo(START.plus(Duration.ofDays(7L * week)).minusSeconds(1));
            Assertions.assertThat(reminded).hasSize(week - 1);
            passTo(START.plus(Duration.ofDays(7L * week)));
            Assertions.assertThat(reminded).hasSize(week);
        }

        assertThat(item).isWaitingAt(Elements.CREATE_TICKET, Elements.DECIDE);
    }

    @Test
    void endsWhenTheDecisionSettlesTheItem() {
        ProcessInstance item = opened();

        complete(task(item));

        assertThat(item).isEnded();
    }

    @Test
    void followsAReopenedItemWithoutAskingForAnotherTicket() {
        rungs.add(START.plus(Duration.ofDays(1)));
        ProcessInstance item =
                engine.processEngine().getRuntimeService().startProcessInstanceByMessage(Messages.REOPENED, ID);

        engine.runDueJobs();

        assertThat(item).isWaitingAtExactly(Elements.AWAIT_FIRST);
    }

    private ProcessInstance opened() {
        ProcessInstance item = engine.start(ActionItemBpmn.PROCESS_ID, ID, Map.of());
        engine.runDueJobs();
        return item;
    }

    private void ticketCreated() {
        for (LockedExternalTask task : engine.processEngine()
                .getExternalTaskService()
                .fetchAndLock(1, "test")
                .topic(Topics.CREATE_TICKET, 1000)
                .execute()) {
            engine.processEngine().getExternalTaskService().complete(task.getId(), "test");
        }
    }

    private void passTo(Instant instant) {
        now = instant;
        engine.at(instant);
        engine.runDueJobs();
    }

    private void tell(String message) {
        engine.processEngine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(ID)
                .correlate();
    }
}
