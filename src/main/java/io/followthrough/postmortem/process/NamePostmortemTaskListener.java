package io.followthrough.postmortem.process;

import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.Postmortems;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Creation of user tasks in {@code postmortem-lifecycle.bpmn}: a list of tasks says which postmortem each is about. */
@Component
class NamePostmortemTaskListener implements TaskListener {

    private final Postmortems postmortems;

    NamePostmortemTaskListener(@Lazy Postmortems postmortems) {
        this.postmortems = postmortems;
    }

    @Override
    public void notify(DelegateTask task) {
        PostmortemKey key = PostmortemKey.of(task.getExecution().getProcessBusinessKey());
        task.setName(task.getName() + " " + key + ": " + postmortems.get(key).title());
    }
}
