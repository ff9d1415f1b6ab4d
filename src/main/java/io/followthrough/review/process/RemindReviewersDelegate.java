package io.followthrough.review.process;

import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.review.ReviewReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code Task_RemindReviewers} in {@code postmortem-lifecycle.bpmn}. */
@Component
class RemindReviewersDelegate implements JavaDelegate {

    private final ReviewReminders reminders;

    RemindReviewersDelegate(ReviewReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remindReviewers(PostmortemKey.of(execution.getProcessBusinessKey()));
    }
}
