package io.followthrough.review.web;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.document.DocumentHtml;
import io.followthrough.document.ReadingView;
import io.followthrough.document.ReadingView.FindingView;
import io.followthrough.document.ReadingView.SuppressedView;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemRevision;
import io.followthrough.postmortem.Postmortems;
import io.followthrough.review.ReviewProcess;
import io.followthrough.review.Reviews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of the Tasklist show: the postmortem a task is about. */
@RestController
class TaskFormController {

    private final ReviewProcess process;
    private final Postmortems postmortems;
    private final ActionItems items;
    private final Reviews reviews;
    private final People people;

    TaskFormController(
            ReviewProcess process, Postmortems postmortems, ActionItems items, Reviews reviews, People people) {
        this.process = process;
        this.postmortems = postmortems;
        this.items = items;
        this.reviews = reviews;
        this.people = people;
    }

    @GetMapping("/api/tasks/{taskId}/postmortem")
    TaskForm postmortem(@PathVariable String taskId) {
        PostmortemKey key = process.postmortemOf(taskId)
                .orElseThrow(() -> new NotFoundException("This task is done or was never there."));
        Postmortem postmortem = postmortems.get(key);
        PostmortemRevision revision = postmortems.revision(postmortem);
        ReadingView reading = ReadingView.of(postmortems.reading(postmortem));
        return new TaskForm(
                key.toString(),
                postmortem.title(),
                postmortem.author(),
                revision.revision(),
                revision.sha256(),
                revision.source(),
                DocumentHtml.render(revision.source()),
                reading.findings(),
                reading.suppressed(),
                items.of(key).stream().map(Row::of).toList(),
                people.all().stream()
                        .map(person -> new Choice(person.id(), person.name()))
                        .toList(),
                reviews.of(key).stream()
                        .map(verdict -> new Comment(
                                verdict.reviewer(), verdict.verdict().word(), verdict.comment(), verdict.decidedAt()))
                        .toList());
    }

    /** Everything a form shows, in one answer. */
    record TaskForm(
            String number,
            String title,
            String author,
            int revision,
            String sha256,
            String source,
            String html,
            List<FindingView> findings,
            List<SuppressedView> suppressed,
            List<Row> actionItems,
            List<Choice> people,
            List<Comment> verdicts) {}

    /** A row of the table of action items. */
    record Row(
            String id,
            String title,
            String description,
            String owner,
            boolean ownerProposed,
            String priority,
            boolean priorityProposed,
            LocalDate due,
            @Nullable String duePolicy,
            String kind) {

        static Row of(ActionItem item) {
            return new Row(
                    item.id(),
                    item.title(),
                    item.description(),
                    item.owner(),
                    item.isOwnerProposed(),
                    item.priority().name(),
                    item.isPriorityProposed(),
                    item.dueDate(),
                    item.duePolicy(),
                    item.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    /** A person to choose. */
    record Choice(String id, String name) {}

    /** What an earlier review said. */
    record Comment(String reviewer, String verdict, String comment, Instant at) {}
}
