package io.followthrough.postmortem.process;

import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.Postmortems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code Task_ClosePostmortem} in {@code postmortem-lifecycle.bpmn}. */
@Component
class ClosePostmortemDelegate implements JavaDelegate {

    private final Postmortems postmortems;

    ClosePostmortemDelegate(Postmortems postmortems) {
        this.postmortems = postmortems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        postmortems.close(PostmortemKey.of(execution.getProcessBusinessKey()));
    }
}
