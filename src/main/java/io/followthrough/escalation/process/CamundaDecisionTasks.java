package io.followthrough.escalation.process;

import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemBpmn.FormFields;
import io.followthrough.escalation.Answer;
import io.followthrough.escalation.DecisionTasks;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.process.EngineUser;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** {@code Task_DecideActionItem} of {@code action-item.bpmn} on the engine. */
@Component
class CamundaDecisionTasks implements DecisionTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService past;
    private final EngineUser engineUser;

    CamundaDecisionTasks(TaskService tasks, RuntimeService runtime, HistoryService past, EngineUser engineUser) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.past = past;
        this.engineUser = engineUser;
    }

    @Override
    public Optional<String> actionItemOf(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(taskId)
                        .taskDefinitionKey(Elements.DECIDE)
                        .singleResult())
                .map(task -> runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey);
    }

    @Override
    public int askedBetween(Instant from, Instant until) {
        return (int) past
                .createHistoricTaskInstanceQuery()
                .taskDefinitionKey(Elements.DECIDE)
                .startedAfter(Date.from(from))
                .startedBefore(Date.from(until))
                .list()
                .stream()
                .map(HistoricTaskInstance::getRootProcessInstanceId)
                .distinct()
                .count();
    }

    @Override
    public void answer(String id, Answer answer, String actor) {
        String task = task(id).orElseThrow(
                        () -> new ConflictException("Nothing has to be decided about " + id + " now."))
                .getId();
        VariableMap fields = Variables.createVariables();
        put(fields, FormFields.DECISION, answer.choice().word());
        put(fields, FormFields.DUE, Objects.toString(answer.day(), ""));
        put(fields, FormFields.OWNER, Objects.toString(answer.person(), ""));
        put(fields, FormFields.REASON, answer.reason());
        engineUser.run(actor, () -> tasks.complete(task, fields));
    }

    @Override
    public void assign(String id, String person) {
        task(id).ifPresent(task -> tasks.setAssignee(task.getId(), person));
    }

    private static void put(VariableMap fields, String name, String value) {
        fields.putValueTyped(name, Variables.stringValue(value, true));
    }

    private Optional<Task> task(String id) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(Elements.DECIDE)
                .singleResult());
    }
}
