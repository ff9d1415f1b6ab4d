package io.followthrough.ticket.process;

import io.followthrough.actionitem.ActionItemBpmn;
import io.followthrough.actionitem.ActionItemBpmn.Topics;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.ticket.TicketCreation;
import io.followthrough.ticket.TicketCreation.Step;
import io.followthrough.ticket.TicketProcess;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the tasks {@code create-ticket} of {@code action-item.bpmn}. A task is locked in one transaction, the tracker is
 * called outside any, and the engine is told in another: completed, to be taken up after a pause, or given up, which
 * makes an incident that Cockpit shows.
 */
@Component
public class TicketWorker implements TicketProcess {

    private static final Logger LOG = LoggerFactory.getLogger(TicketWorker.class);

    /** Longer than a step can take: a handful of exchanges, each with the time-outs of the tracker's client. */
    private static final Duration LOCK = Duration.ofMinutes(3);

    /** Stays as it is while the tracker is unreachable: an outage of days is no reason to give up. */
    private static final int KEEP_TRYING = 1;

    private static final int TRIES = 3;

    private final ExternalTaskService tasks;
    private final TicketCreation creation;
    private final RuntimeService runtime;
    private final String id;

    TicketWorker(
            ExternalTaskService tasks,
            RuntimeService runtime,
            TicketCreation creation,
            FollowthroughProperties properties) {
        this.tasks = tasks;
        // The same after a restart, so that what was being done when the process was killed is taken up at once.
        this.id = "followthrough at " + properties.baseUrl();
        this.runtime = runtime;
        this.creation = creation;
    }

    /** Lets go of what this worker held when it was killed; call before it takes the first task. */
    void letGo() {
        tasks.createExternalTaskQuery().topicName(Topics.CREATE_TICKET).workerId(id).locked().list().stream()
                .filter(task -> task.getErrorMessage() == null)
                .forEach(task -> tasks.unlock(task.getId()));
    }

    /** Locks up to this many tasks for this worker. */
    List<LockedExternalTask> take(int most) {
        return tasks.fetchAndLock(most, id)
                .topic(Topics.CREATE_TICKET, LOCK.toMillis())
                .execute();
    }

    /** Does one step for a locked task and tells the engine what came of it. */
    void work(LockedExternalTask task) {
        Step step = creation.step(task.getBusinessKey());
        for (int attempt = 1; ; attempt++) {
            try {
                tell(task, step);
                return;
            } catch (NotFoundException e) {
                LOG.debug("The item {} was settled meanwhile", task.getBusinessKey());
                return;
            } catch (OptimisticLockingException e) {
                // The other branch of the same process moved at the same moment; what the tracker did is written down.
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void tell(LockedExternalTask task, Step step) {
        if (step instanceof Step.Done) {
            tasks.complete(task.getId(), id);
        } else if (step instanceof Step.Again again) {
            long pause = Math.max(0, again.pause().toMillis());
            tasks.handleFailure(task.getId(), id, again.reason(), again.reason(), KEEP_TRYING, pause);
        } else if (step instanceof Step.Stuck stuck) {
            tasks.handleFailure(task.getId(), id, stuck.reason(), stuck.reason(), 0, 0);
        }
    }

    /** Works off, one after the other, every task that waits now; what pauses is left. */
    public void drain() {
        for (List<LockedExternalTask> taken = take(1); !taken.isEmpty(); taken = take(1)) {
            work(taken.get(0));
        }
    }

    @Override
    public void retry(String actionItem) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(actionItem, ActionItemBpmn.PROCESS_ID)
                .list()) {
            tasks.createExternalTaskQuery()
                    .topicName(Topics.CREATE_TICKET)
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(this::release);
        }
    }

    private void release(ExternalTask task) {
        tasks.setRetries(task.getId(), KEEP_TRYING);
        if (task.getWorkerId() != null) {
            tasks.unlock(task.getId());
        }
    }
}
