package io.followthrough.postmortem.process;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.process.EngineUser;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemLifecycleBpmn;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Elements;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Messages;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Variables;
import io.followthrough.postmortem.PostmortemProcess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** {@code postmortem-lifecycle.bpmn} on the engine. */
@Component
class CamundaPostmortemProcess implements PostmortemProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineUser engineUser;

    CamundaPostmortemProcess(RuntimeService runtime, TaskService tasks, EngineUser engineUser) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engineUser = engineUser;
    }

    @Override
    public void start(PostmortemKey key, String author) {
        runtime.startProcessInstanceByKey(
                PostmortemLifecycleBpmn.PROCESS_ID, key.toString(), Map.of(Variables.AUTHOR, author));
    }

    @Override
    public void completeDraft(PostmortemKey key, String actor) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .taskDefinitionKey(Elements.COMPLETE_DRAFT)
                .singleResult();
        if (task == null) {
            throw new ConflictException(key + " is not waiting for its draft to be completed.");
        }
        engineUser.run(actor, () -> tasks.complete(task.getId()));
    }

    @Override
    public void allSettled(PostmortemKey key) {
        runtime.createMessageCorrelation(Messages.ALL_SETTLED)
                .processInstanceBusinessKey(key.toString())
                .correlate();
    }

    @Override
    public void resumeTracking(PostmortemKey key) {
        runtime.startProcessInstanceByMessage(Messages.TRACKING_RESUMED, key.toString());
    }
}
