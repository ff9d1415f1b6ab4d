package io.followthrough.escalation.process;

import io.followthrough.escalation.Decisions;
import io.followthrough.escalation.Question;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Creation of {@code Task_DecideActionItem} in {@code action-item.bpmn}: it goes to the one person who is asked. */
@Component
class AskDeciderListener implements TaskListener {

    private final Decisions decisions;

    AskDeciderListener(@Lazy Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        decisions
                .open(task.getExecution().getProcessBusinessKey())
                .map(Question::askedOf)
                .ifPresent(task::setAssignee);
    }
}
