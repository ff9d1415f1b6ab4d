package io.followthrough.actionitem.process;

import io.followthrough.actionitem.ActionItems;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Variables;
import io.followthrough.postmortem.Postmortems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code Task_OpenActionItems} in {@code postmortem-lifecycle.bpmn}. */
@Component
class OpenActionItemsDelegate implements JavaDelegate {

    private final ActionItems items;
    private final Postmortems postmortems;

    OpenActionItemsDelegate(ActionItems items, Postmortems postmortems) {
        this.items = items;
        this.postmortems = postmortems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PostmortemKey key = PostmortemKey.of(execution.getProcessBusinessKey());
        execution.setVariable(Variables.ANYTHING_OPEN, items.open(key));
        postmortems.track(key);
    }
}
