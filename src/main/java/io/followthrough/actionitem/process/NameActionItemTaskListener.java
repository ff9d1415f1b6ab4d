package io.followthrough.actionitem.process;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Creation of the user task in {@code action-item.bpmn}: a list of tasks says which item each is about. */
@Component
class NameActionItemTaskListener implements TaskListener {

    private static final int LENGTH = 200;

    private final ActionItems items;

    NameActionItemTaskListener(@Lazy ActionItems items) {
        this.items = items;
    }

    @Override
    public void notify(DelegateTask task) {
        ActionItem item = items.get(task.getExecution().getProcessBusinessKey());
        String name = task.getName() + ": " + item.id() + " " + item.title();
        task.setName(name.length() <= LENGTH ? name : name.substring(0, LENGTH) + "…");
    }
}
