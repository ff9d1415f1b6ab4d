package io.followthrough.escalation.process;

import io.followthrough.actionitem.ActionItemBpmn.FormFields;
import io.followthrough.actionitem.ActionItemDecision;
import io.followthrough.escalation.Escalations;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.process.EngineUser;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completion of {@code Task_DecideActionItem} in {@code action-item.bpmn}, in the Tasklist or over the API. */
@Component
class DecideActionItemListener implements TaskListener {

    private final Escalations escalations;
    private final EngineUser engineUser;

    DecideActionItemListener(Escalations escalations, EngineUser engineUser) {
        this.escalations = escalations;
        this.engineUser = engineUser;
    }

    @Override
    public void notify(DelegateTask task) {
        String id = task.getExecution().getProcessBusinessKey();
        String actor =
                engineUser.current().orElseThrow(() -> new ForbiddenException("Log in to decide on " + id + "."));
        escalations.decide(id, decision(task), actor);
    }

    private static ActionItemDecision decision(DelegateTask task) {
        String owner = field(task, FormFields.OWNER);
        return new ActionItemDecision(
                wontDo(field(task, FormFields.DECISION)),
                day(field(task, FormFields.DUE)),
                owner.isEmpty() ? null : owner,
                field(task, FormFields.REASON));
    }

    private static boolean wontDo(String decision) {
        return switch (decision) {
            case "wont-do" -> true;
            case "extend" -> false;
            default -> throw new InvalidInputException("Decide: extend or wont-do.");
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(text + " is no day: write it as in 2026-03-31.");
        }
    }

    private static String field(DelegateTask task, String name) {
        return task.getVariable(name) instanceof String text ? text.strip() : "";
    }
}
