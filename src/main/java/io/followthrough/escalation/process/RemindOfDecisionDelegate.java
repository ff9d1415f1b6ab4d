package io.followthrough.escalation.process;

import io.followthrough.escalation.Decisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code Task_RemindOfDecision} in {@code action-item.bpmn}. */
@Component
class RemindOfDecisionDelegate implements JavaDelegate {

    private final Decisions decisions;

    RemindOfDecisionDelegate(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.remind(execution.getProcessBusinessKey());
    }
}
