package io.followthrough.review.process;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.process.EngineUser;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemLifecycleBpmn;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Elements;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.FormFields;
import io.followthrough.review.ReviewProcess;
import io.followthrough.review.Verdict;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** {@code Task_ReviewPostmortem} of {@code postmortem-lifecycle.bpmn} on the engine. */
@Component
class CamundaReviewProcess implements ReviewProcess {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineUser engineUser;

    CamundaReviewProcess(TaskService tasks, RuntimeService runtime, EngineUser engineUser) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.engineUser = engineUser;
    }

    @Override
    public void complete(PostmortemKey key, String reviewer, Verdict verdict, String comment) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .taskDefinitionKey(Elements.REVIEW_POSTMORTEM)
                .singleResult();
        if (task == null) {
            throw new ConflictException(key + " is not waiting for a review.");
        }
        Map<String, Object> form = Variables.createVariables()
                .putValueTyped(FormFields.DECISION, Variables.stringValue(verdict.word(), true))
                .putValueTyped(FormFields.COMMENT, Variables.stringValue(comment, true));
        engineUser.run(reviewer, () -> tasks.complete(task.getId(), form));
    }

    @Override
    public Optional<PostmortemKey> postmortemOf(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .processDefinitionKey(PostmortemLifecycleBpmn.PROCESS_ID)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .map(PostmortemKey::of);
    }
}
