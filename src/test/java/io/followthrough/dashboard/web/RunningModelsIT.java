package io.followthrough.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Visitor;
import io.followthrough.actionitem.ActionItemBpmn;
import io.followthrough.postmortem.PostmortemLifecycleBpmn;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The application is updated while postmortems and action items are under way. */
class RunningModelsIT extends WithPostmortems {

    private static final String PROCESS = "errand";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @AfterEach
    void forgetTheErrands() {
        repository
                .createDeploymentQuery()
                .deploymentName(PROCESS)
                .list()
                .forEach(errand -> repository.deleteDeployment(errand.getId(), true));
    }

    @Test
    void whatBeganWithTheModelsOfOldGoesOnWithTodaysToItsEnd() {
        deployShipped();
        String draft = aDraft("Watch the disks");
        String tracked = published("Watch the queues");
        String item = tracked + "-1";
        assertThat(version(draft).getDeploymentId()).isEqualTo(shippedLast());
        Deployment todays = deployTodaysAgain();
        Visitor manager = visitor("manager");

        assertThat(manager.postForm("/operations/models", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(manager.get("/operations").body()).contains("Every running process follows", "up to date");
        assertThat(version(draft).getDeploymentId()).isEqualTo(todays.getId());
        assertThat(version(item).getDeploymentId()).isEqualTo(todays.getId());
        assertThat(repository.getResourceAsStream(todays.getId(), "forms/complete-draft.html"))
                .as("the form of the waiting task")
                .isNotNull();
        assertThat(script("author")
                        .postJson("/api/postmortems/" + draft + "/submit", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(engine.waitsAt(draft)).containsExactly(PostmortemLifecycleBpmn.Elements.REVIEW_POSTMORTEM);
        engine.runDueJobs(item);
        assertThat(engine.waitsAt(item)).contains(ActionItemBpmn.Elements.AWAIT_FIRST);
        assertThat(patch(script("manager"), item, "{\"priority\": \"P1\"}").statusCode())
                .isEqualTo(200);
        assertThat(engine.waitsAt(item)).contains(ActionItemBpmn.Elements.AWAIT_FIRST);
    }

    @Test
    void whatCannotMoveIsListedWithTheReasonAndGoesOn() {
        deployErrand("Task_Run");
        runtime.startProcessInstanceByKey(PROCESS, "ERRAND-1");
        deployErrand("Task_Fly");
        Visitor manager = visitor("manager");

        manager.postForm("/operations/models", Map.of());

        assertThat(manager.get("/operations").body())
                .contains("1 on an older version", "ERRAND-1", "errand, version 1", "Task_Run", "Try again");
        engine.complete("ERRAND-1", "Task_Run", Map.of());
        manager.postForm("/operations/models", Map.of());
        assertThat(manager.get("/operations").body()).contains("up to date").doesNotContain("ERRAND-1");
    }

    @Test
    void onlyThoseInChargeMoveThem() {
        assertThat(visitor("author").postForm("/operations/models", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private void deployShipped() {
        repository
                .createDeployment()
                .name("shipped")
                .addClasspathResource("bpmn-shipped/1/action-item.bpmn")
                .addClasspathResource("bpmn-shipped/1/postmortem-lifecycle.bpmn")
                .deploy();
    }

    private String shippedLast() {
        return repository
                .createDeploymentQuery()
                .deploymentName("shipped")
                .singleResult()
                .getId();
    }

    private Deployment deployTodaysAgain() {
        Deployment atStart = repository
                .createDeploymentQuery()
                .deploymentName("followthrough")
                .orderByDeploymentTime()
                .desc()
                .list()
                .get(0);
        DeploymentBuilder again = repository.createDeployment().name("followthrough again");
        return again.addDeploymentResources(atStart.getId()).deploy();
    }

    private void deployErrand(String task) {
        repository
                .createDeployment()
                .name(PROCESS)
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask(task)
                                .endEvent()
                                .done())
                .deploy();
    }

    private ProcessDefinition version(String businessKey) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
        return repository.getProcessDefinition(instance.getProcessDefinitionId());
    }
}
