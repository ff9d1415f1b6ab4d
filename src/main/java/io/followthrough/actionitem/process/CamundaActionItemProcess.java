package io.followthrough.actionitem.process;

import io.followthrough.actionitem.ActionItemBpmn;
import io.followthrough.actionitem.ActionItemBpmn.Messages;
import io.followthrough.actionitem.ActionItemProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** {@code action-item.bpmn} on the engine. */
@Component
class CamundaActionItemProcess implements ActionItemProcess {

    private final RuntimeService runtime;

    CamundaActionItemProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(String id) {
        runtime.startProcessInstanceByKey(ActionItemBpmn.PROCESS_ID, id);
    }

    @Override
    public void reopened(String id) {
        runtime.startProcessInstanceByMessage(Messages.REOPENED, id);
    }

    @Override
    public void settled(String id) {
        tell(Messages.SETTLED, id);
    }

    @Override
    public void rescheduled(String id) {
        tell(Messages.RESCHEDULED, id);
    }

    /** A decision that is asked for stays asked; whoever keeps the ladder withdraws it where a longer one says so. */
    @Override
    public void reassigned(String id) {
        boolean waitsForARung = runtime.createExecutionQuery()
                        .processInstanceBusinessKey(id)
                        .activityId(ActionItemBpmn.Elements.AWAIT_FIRST)
                        .count()
                > 0;
        if (waitsForARung) {
            rescheduled(id);
        }
    }

    /** Nobody may be waiting: a process that is between two waits looks at the item before it waits again. */
    private void tell(String message, String id) {
        runtime.createMessageCorrelation(message).processInstanceBusinessKey(id).correlateAllWithResult();
    }
}
