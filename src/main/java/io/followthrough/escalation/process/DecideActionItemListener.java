package io.followthrough.escalation.process;

import io.followthrough.actionitem.ActionItemBpmn.FormFields;
import io.followthrough.escalation.Answer;
import io.followthrough.escalation.Choice;
import io.followthrough.escalation.Decisions;
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

    private final Decisions decisions;
    private final EngineUser engineUser;

    DecideActionItemListener(Decisions decisions, EngineUser engineUser) {
        this.decisions = decisions;
        this.engineUser = engineUser;
    }

    @Override
    public void notify(DelegateTask task) {
        String id = task.getExecution().getProcessBusinessKey();
        String actor =
                engineUser.current().orElseThrow(() -> new ForbiddenException("Log in to decide on " + id + "."));
        decisions.carryOut(id, answer(task), actor);
    }

    private static Answer answer(DelegateTask task) {
        String owner = field(task, FormFields.OWNER);
        return new Answer(
                Choice.of(field(task, FormFields.DECISION))
                        .orElseThrow(() -> new InvalidInputException("Decide: do-by, extend, hand-over or wont-do.")),
                day(field(task, FormFields.DUE)),
                owner.isEmpty() ? null : owner,
                field(task, FormFields.REASON));
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
