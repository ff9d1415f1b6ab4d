package io.followthrough.postmortem.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.followthrough.BareEngine;
import io.followthrough.ModelCoverage;
import io.followthrough.postmortem.PostmortemLifecycleBpmn;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Elements;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Messages;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code bpmn/postmortem-lifecycle.bpmn} on a bare engine. */
class PostmortemLifecycleProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ModelCoverage.ofEverything();

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final List<String> deeds = new ArrayList<>();
    private BareEngine engine;
    private boolean approves = true;
    private boolean leavesWork = true;

    @BeforeEach
    void deploy() {
        engine = BareEngine.with("postmortem-lifecycle.bpmn");
        engine.at(START);
        Mocks.register("draftHandedInListener", (ExecutionListener) execution -> {});
        Mocks.register("namePostmortemTaskListener", (TaskListener) task -> {});
        Mocks.register("completeDraftListener", (TaskListener) task -> {});
        Mocks.register("claimReviewListener", (TaskListener) task -> {});
        Mocks.register("completeReviewListener", (TaskListener)
                task -> task.getExecution().setVariable(Variables.APPROVED, approves));
        Mocks.register("remindReviewersDelegate", (JavaDelegate) execution -> deeds.add("remind"));
        Mocks.register("callInManagersDelegate", (JavaDelegate) execution -> deeds.add("call in"));
        Mocks.register("publishPostmortemDelegate", (JavaDelegate) execution -> deeds.add("publish"));
        Mocks.register("openActionItemsDelegate", (JavaDelegate) execution -> {
            deeds.add("open");
            execution.setVariable(Variables.ANYTHING_OPEN, leavesWork);
        });
        Mocks.register("closePostmortemDelegate", (JavaDelegate) execution -> deeds.add("close"));
    }

    @AfterEach
    void undeploy() {
        engine.close();
    }

    @Test
    void leadsFromDraftOverReviewToClosed() {
        ProcessInstance postmortem = start();
        assertThat(postmortem).isWaitingAt(Elements.COMPLETE_DRAFT);
        assertThat(task(postmortem)).isAssignedTo("kim");

        complete(task(postmortem));
        assertThat(postmortem).isWaitingAt(Elements.REVIEW_POSTMORTEM);
        assertThat(task(postmortem)).hasCandidateGroup("reviewers").isNotAssigned();

        complete(task(postmortem));
        assertThat(postmortem).isWaitingAt(Elements.PUBLISH);
        engine.runDueJobs();
        assertThat(postmortem).isWaitingAt(Elements.AWAIT_SETTLEMENT);

        tellAllSettled();
        assertThat(postmortem)
                .isEnded()
                .hasPassedInOrder(
                        Elements.COMPLETE_DRAFT,
                        Elements.REVIEW_POSTMORTEM,
                        Elements.PUBLISH,
                        Elements.OPEN_ACTION_ITEMS,
                        Elements.AWAIT_SETTLEMENT,
                        Elements.CLOSE);
        Assertions.assertThat(deeds).containsExactly("publish", "open", "close");
    }

    @Test
    void returnsToTheAuthorWhenChangesAreRequested() {
        ProcessInstance postmortem = start();
        complete(task(postmortem));
        approves = false;

        complete(task(postmortem));

        assertThat(postmortem).isWaitingAt(Elements.COMPLETE_DRAFT).hasNotPassed(Elements.PUBLISH);
        assertThat(task(postmortem)).isAssignedTo("kim");
        approves = true;
        complete(task(postmortem));
        complete(task(postmortem));
        assertThat(postmortem).isWaitingAt(Elements.PUBLISH);
    }

    @Test
    void closesAtOnceWhenNothingIsLeftToDo() {
        leavesWork = false;
        ProcessInstance postmortem = start();
        complete(task(postmortem));
        complete(task(postmortem));

        engine.runDueJobs();

        assertThat(postmortem).isEnded().hasPassed(Elements.CLOSE).hasNotPassed(Elements.AWAIT_SETTLEMENT);
    }

    @Test
    void remindsReviewersAfterTwoDaysAndCallsInManagersAfterFour() {
        ProcessInstance postmortem = start();
        complete(task(postmortem));

        engine.at(START.plus(Duration.ofDays(2)).minusSeconds(1));
        engine.runDueJobs();
        Assertions.assertThat(deeds).isEmpty();
        engine.at(START.plus(Duration.ofDays(2)));
        engine.runDueJobs();
        Assertions.assertThat(deeds).containsExactly("remind");
        engine.at(START.plus(Duration.ofDays(4)));
        engine.runDueJobs();

        Assertions.assertThat(deeds).containsExactly("remind", "call in");
        assertThat(postmortem).isWaitingAt(Elements.REVIEW_POSTMORTEM);
    }

    @Test
    void remindsNobodyOfAFinishedReview() {
        ProcessInstance postmortem = start();
        complete(task(postmortem));
        complete(task(postmortem));
        engine.at(START.plus(Duration.ofDays(30)));

        engine.runDueJobs();

        Assertions.assertThat(deeds).containsExactly("publish", "open");
    }

    @Test
    void isTrackedAgainAfterAnItemCameBack() {
        ProcessInstance again = engine.processEngine()
                .getRuntimeService()
                .startProcessInstanceByMessage(Messages.TRACKING_RESUMED, "PM-1");
        assertThat(again).isWaitingAt(Elements.AWAIT_SETTLEMENT);

        tellAllSettled();

        assertThat(again).isEnded().hasPassed(Elements.CLOSE).hasNotPassed(Elements.REVIEW_POSTMORTEM);
    }

    private ProcessInstance start() {
        return engine.start(PostmortemLifecycleBpmn.PROCESS_ID, "PM-1", Map.of(Variables.AUTHOR, "kim"));
    }

    private void tellAllSettled() {
        engine.processEngine()
                .getRuntimeService()
                .createMessageCorrelation(Messages.ALL_SETTLED)
                .processInstanceBusinessKey("PM-1")
                .correlate();
    }
}
