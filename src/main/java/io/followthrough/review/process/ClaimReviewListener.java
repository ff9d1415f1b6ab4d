package io.followthrough.review.process;

import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Assignment of {@code Task_ReviewPostmortem} in {@code postmortem-lifecycle.bpmn}: never to the author. */
@Component
class ClaimReviewListener implements TaskListener {

    private final Reviews reviews;

    ClaimReviewListener(@Lazy Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() != null) {
            reviews.requireMayReview(PostmortemKey.of(task.getExecution().getProcessBusinessKey()), task.getAssignee());
        }
    }
}
