package io.followthrough.escalation.process;

import io.followthrough.escalation.Escalations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code Task_ApplyRung} in {@code action-item.bpmn}. */
@Component
class ApplyRungDelegate implements JavaDelegate {

    private final Escalations escalations;

    ApplyRungDelegate(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.apply(execution.getProcessBusinessKey());
    }
}
