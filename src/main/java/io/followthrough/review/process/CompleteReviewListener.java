package io.followthrough.review.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemKind;
import io.followthrough.actionitem.Priority;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.process.EngineUser;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.FormFields;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Variables;
import io.followthrough.review.ReviewedItem;
import io.followthrough.review.Reviews;
import io.followthrough.review.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Completion of {@code Task_ReviewPostmortem} in {@code postmortem-lifecycle.bpmn}, in the Tasklist or over the API. */
@Component
class CompleteReviewListener implements TaskListener {

    private final Reviews reviews;
    private final EngineUser engineUser;
    private final ObjectMapper json;

    CompleteReviewListener(@Lazy Reviews reviews, EngineUser engineUser, ObjectMapper json) {
        this.reviews = reviews;
        this.engineUser = engineUser;
        this.json = json;
    }

    @Override
    public void notify(DelegateTask task) {
        PostmortemKey key = PostmortemKey.of(task.getExecution().getProcessBusinessKey());
        String reviewer =
                engineUser.current().orElseThrow(() -> new ForbiddenException("Log in to review " + key + "."));
        Verdict verdict = Verdict.of(task.getVariable(FormFields.DECISION));
        String comment = task.getVariable(FormFields.COMMENT) instanceof String text ? text.strip() : "";
        reviews.record(key, reviewer, verdict, comment, edits(task.getVariable(FormFields.ACTION_ITEMS)));
        task.getExecution().setVariable(Variables.APPROVED, verdict == Verdict.APPROVE);
    }

    private List<ReviewedItem> edits(@Nullable Object rows) {
        if (!(rows instanceof String text) || text.isBlank()) {
            return List.of();
        }
        try {
            return json.readValue(text, new TypeReference<List<Row>>() {}).stream()
                    .map(Row::toReviewedItem)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("The table of action items cannot be read: " + e.getOriginalMessage());
        }
    }

    /** A row of the form's table. */
    private record Row(
            String id,
            @Nullable String owner,
            @Nullable Priority priority,
            @Nullable LocalDate due,
            @Nullable ActionItemKind kind) {

        ReviewedItem toReviewedItem() {
            return new ReviewedItem(id, new ActionItemEdit(owner, priority, due, kind));
        }
    }
}
