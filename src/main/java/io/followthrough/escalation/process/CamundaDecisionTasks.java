package io.followthrough.escalation.process;

import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.escalation.DecisionTasks;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** {@code Task_DecideActionItem} of {@code action-item.bpmn} on the engine. */
@Component
class CamundaDecisionTasks implements DecisionTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService past;

    CamundaDecisionTasks(TaskService tasks, RuntimeService runtime, HistoryService past) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.past = past;
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
}
