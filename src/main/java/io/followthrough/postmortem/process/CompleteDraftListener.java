package io.followthrough.postmortem.process;

import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.process.EngineUser;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.FormFields;
import io.followthrough.postmortem.Postmortems;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Completion of {@code Task_CompleteDraft} in {@code postmortem-lifecycle.bpmn}, in the Tasklist or on our page. */
@Component
class CompleteDraftListener implements TaskListener {

    private final Postmortems postmortems;
    private final EngineUser engineUser;

    CompleteDraftListener(@Lazy Postmortems postmortems, EngineUser engineUser) {
        this.postmortems = postmortems;
        this.engineUser = engineUser;
    }

    @Override
    public void notify(DelegateTask task) {
        PostmortemKey key = PostmortemKey.of(task.getExecution().getProcessBusinessKey());
        String actor = engineUser.current().orElseThrow(() -> new ForbiddenException("Log in to submit " + key + "."));
        if (task.getVariable(FormFields.SOURCE) instanceof String text) {
            postmortems.revise(key, text, actor);
        }
        postmortems.submitted(key, actor);
    }
}
