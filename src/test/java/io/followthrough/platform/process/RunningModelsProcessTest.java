package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.followthrough.BareEngine;
import io.followthrough.platform.RunningModels.Left;
import io.followthrough.platform.RunningModels.Moved;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.EventBasedGatewayBuilder;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How instances come to a newer version of their model, on models made for the purpose. */
class RunningModelsProcessTest {

    private static final String PROCESS = "errand";
    private static final String FILE = "errand.bpmn";

    private BareEngine engine;
    private EngineRunningModels models;

    @BeforeEach
    void start() {
        engine = BareEngine.empty();
        models = new EngineRunningModels(engine.processEngine(), Clock.systemUTC());
    }

    @AfterEach
    void undeploy() {
        engine.close();
    }

    @Test
    void movesManyInstancesAndThenFindsNothingMoreToDo() {
        engine.deploy(FILE, errand("Task_Run"));
        for (int i = 1; i <= 120; i++) {
            engine.start(PROCESS, "E-" + i, Map.of());
        }
        engine.deploy(FILE, errand("Task_Run"));
        assertThat(models.last()).isEmpty();

        Moved first = models.moveToNewest();
        Moved second = models.moveToNewest();

        assertThat(first.moved()).isEqualTo(120);
        assertThat(first.left()).isEmpty();
        assertThat(version("E-120")).isEqualTo(2);
        assertThat(second.moved()).isZero();
        assertThat(models.last()).contains(second);
    }

    @Test
    void bringsInstancesOfSeveralOlderVersionsToTheNewest() {
        engine.deploy(FILE, errand("Task_Run"));
        engine.start(PROCESS, "E-1", Map.of());
        engine.deploy(FILE, errand("Task_Run"));
        engine.start(PROCESS, "E-2", Map.of());
        engine.deploy(FILE, errand("Task_Run"));

        assertThat(models.moveToNewest().moved()).isEqualTo(2);
        assertThat(version("E-1")).isEqualTo(3);
        assertThat(version("E-2")).isEqualTo(3);
    }

    @Test
    void goesOnAtARenamedStepThatSaysItsFormerId() {
        engine.deploy(FILE, errand("Task_Run"));
        ProcessInstance instance = engine.start(PROCESS, "E-1", Map.of());
        engine.deploy(FILE, formerly("Task_Run", errand("Task_Hurry")));

        Moved moved = models.moveToNewest();

        assertThat(moved.left()).isEmpty();
        assertThat(instance).isWaitingAtExactly("Task_Hurry");
        complete(task(instance));
        assertThat(instance).isEnded();
    }

    @Test
    void leavesWhatCannotBeMovedRunningWhereItIsAndSaysWhy() {
        engine.deploy(FILE, errand("Task_Run"));
        ProcessInstance instance = engine.start(PROCESS, "E-1", Map.of());
        engine.deploy(FILE, errand("Task_Fly"));

        Moved moved = models.moveToNewest();

        assertThat(moved.moved()).isZero();
        assertThat(moved.left()).singleElement().satisfies(left -> {
            assertThat(left.businessKey()).isEqualTo("E-1");
            assertThat(left.process()).isEqualTo(PROCESS);
            assertThat(left.version()).isEqualTo(1);
            assertThat(left.reason()).contains("Task_Run");
        });
        complete(task(instance));
        assertThat(instance).isEnded();
    }

    @Test
    void oneThatCannotBeMovedKeepsBackOnlyItself() {
        BpmnModelInstance twoSteps = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("Task_Pack")
                .userTask("Task_Run")
                .endEvent()
                .done();
        engine.deploy(FILE, twoSteps);
        engine.start(PROCESS, "E-1", Map.of());
        complete(task(engine.start(PROCESS, "E-2", Map.of())));
        engine.start(PROCESS, "E-3", Map.of());
        engine.deploy(FILE, errand("Task_Run"));

        Moved moved = models.moveToNewest();

        assertThat(moved.moved()).isEqualTo(1);
        assertThat(version("E-2")).isEqualTo(2);
        assertThat(moved.left()).extracting(Left::businessKey).containsExactlyInAnyOrder("E-1", "E-3");
    }

    @Test
    void waitsAlsoForWhatTheNewerModelAddedToTheSameWait() {
        engine.deploy(FILE, awaits("first"));
        ProcessInstance instance = engine.start(PROCESS, "E-1", Map.of());
        engine.deploy(FILE, awaits("first", "second"));

        assertThat(models.moveToNewest().left()).isEmpty();

        engine.processEngine().getRuntimeService().correlateMessage("second", "E-1");
        assertThat(instance).isEnded();
    }

    @Test
    void leavesEverythingWhenAFormerIdNamesAStepOfAnotherKind() {
        engine.deploy(FILE, errand("Task_Run"));
        engine.start(PROCESS, "E-1", Map.of());
        BpmnModelInstance waits = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .receiveTask("Task_Wait")
                .message("arrived")
                .endEvent()
                .done();
        engine.deploy(FILE, formerly("Task_Run", waits));

        assertThat(models.moveToNewest().left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("Task_Run", "Task_Wait"));
        assertThat(version("E-1")).isEqualTo(1);
    }

    private static BpmnModelInstance errand(String task) {
        return Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(task)
                .endEvent()
                .done();
    }

    private static BpmnModelInstance awaits(String... messages) {
        EventBasedGatewayBuilder wait = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .eventBasedGateway()
                .id("Gateway_Wait");
        for (String message : messages) {
            wait.intermediateCatchEvent("Event_" + message).message(message).endEvent();
        }
        return wait.done();
    }

    /** Its one step gets the property that names the id of old. */
    private static BpmnModelInstance formerly(String id, BpmnModelInstance model) {
        CamundaProperty property = model.newInstance(CamundaProperty.class);
        property.setCamundaName("formerly");
        property.setCamundaValue(id);
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        properties.addChildElement(property);
        model.getModelElementsByType(Task.class).iterator().next().builder().addExtensionElement(properties);
        return model;
    }

    private int version(String key) {
        ProcessInstance instance = engine.processEngine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
        return engine.processEngine()
                .getRepositoryService()
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getVersion();
    }
}
