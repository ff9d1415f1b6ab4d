package io.followthrough.escalation.process;

import io.followthrough.actionitem.ActionItemBpmn.Variables;
import io.followthrough.escalation.Escalations;
import io.followthrough.escalation.Plan;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code Task_PlanNextRung} in {@code action-item.bpmn}. */
@Component
class PlanNextRungDelegate implements JavaDelegate {

    private final Escalations escalations;

    PlanNextRungDelegate(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Plan plan = escalations.plan(execution.getProcessBusinessKey());
        if (plan instanceof Plan.Wait wait) {
            execution.setVariable(Variables.NEXT, "rung");
            execution.setVariable(Variables.NEXT_RUNG_AT, Date.from(wait.at()));
        } else {
            execution.setVariable(Variables.NEXT, plan instanceof Plan.Decision ? "decision" : "settled");
        }
    }
}
