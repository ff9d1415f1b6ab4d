package io.followthrough.escalation.web;

import io.followthrough.escalation.DecisionTasks;
import io.followthrough.platform.NotFoundException;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form of a decision shows: the action item it is about and what is allowed. */
@RestController
class DecisionFormController {

    private final DecisionTasks tasks;
    private final DecisionSummaries summaries;

    DecisionFormController(DecisionTasks tasks, DecisionSummaries summaries) {
        this.tasks = tasks;
        this.summaries = summaries;
    }

    @GetMapping("/api/tasks/{taskId}/action-item")
    DecisionSummary actionItem(@PathVariable String taskId, Principal reader) {
        String id = tasks.actionItemOf(taskId)
                .orElseThrow(() -> new NotFoundException("This task is done or was never there."));
        return summaries.of(id, reader.getName());
    }
}
