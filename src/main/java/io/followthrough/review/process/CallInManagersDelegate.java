package io.followthrough.review.process;

import io.followthrough.platform.Role;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Elements;
import io.followthrough.review.ReviewReminders;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** {@code Task_CallInManagers} in {@code postmortem-lifecycle.bpmn}: the review is theirs too from now on. */
@Component
class CallInManagersDelegate implements JavaDelegate {

    private final ReviewReminders reminders;

    CallInManagersDelegate(ReviewReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task review : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(Elements.REVIEW_POSTMORTEM)
                .list()) {
            tasks.addCandidateGroup(review.getId(), Role.MANAGER.group());
        }
        reminders.callInManagers(PostmortemKey.of(execution.getProcessBusinessKey()));
    }
}
