package io.followthrough.review;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.HistoryEntry;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.Postmortems;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reviews through the Tasklist's own API and through ours. */
class ReviewIT extends IntegrationTest {

    private static final String ENGINE = "/engine/engine/default";

    @Autowired
    private Postmortems postmortems;

    @Autowired
    private ActionItems items;

    @Autowired
    private Reviews reviews;

    @Autowired
    private History history;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ObjectMapper json;

    @Test
    void publishesWhatSomebodyElseApprovedInTheTasklist() throws Exception {
        PostmortemKey key = inReview("author");
        ActionItem item = items.of(key).get(0);
        LocalDate due = time.today().plusDays(5);
        String rows = json.writeValueAsString(List.of(
                Map.of("id", item.id(), "owner", "lead", "priority", "P0", "due", due.toString(), "kind", "detect")));

        HttpResponse<String> answer = submitReview(visitor("reviewer"), key, "approve", "Well written", rows);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        engine.runDueJobs(key.toString());
        Postmortem published = postmortems.get(key);
        assertThat(published.status()).isEqualTo(PostmortemStatus.TRACKING);
        assertThat(published.approvedBy()).isEqualTo("reviewer");
        assertThat(published.approvedSha256())
                .isEqualTo(postmortems.revision(published).sha256());
        ActionItem opened = items.get(item.id());
        assertThat(opened.status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(opened.owner()).isEqualTo("lead");
        assertThat(opened.isOwnerProposed()).isFalse();
        assertThat(opened.priority()).isEqualTo(Priority.P0);
        assertThat(opened.dueDate()).isEqualTo(due);
        assertThat(history.of(key.toString()))
                .extracting(HistoryEntry::action)
                .contains("draft-created", "submitted", "approved", "published", "assigned", "prioritised", "opened");
    }

    @Test
    void keepsNothingOfAFormInTheEngine() {
        PostmortemKey key = inReview("author");
        submitReview(visitor("reviewer"), key, "approve", "A comment nobody needs in the engine", "[]");

        Integer stored = jdbc.queryForObject(
                "select count(*) from act_hi_varinst where name_ in ('decision', 'comment', 'actionItems', 'source')",
                Integer.class);

        assertThat(stored).isZero();
    }

    @Test
    void returnsTheDraftWithTheCommentWhenChangesAreRequested() {
        PostmortemKey key = inReview("author");

        HttpResponse<String> answer = submitReview(visitor("reviewer"), key, "request-changes", "Who was paged?", "[]");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(postmortems.get(key).status()).isEqualTo(PostmortemStatus.DRAFT);
        String task = task(key);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("author");
        assertThat(visitor("author").get("/api/tasks/" + task + "/postmortem").body())
                .contains("Who was paged?");
    }

    @Test
    void refusesTheAuthorAtEveryDoor() {
        PostmortemKey key = inReview("lead");
        Visitor lead = visitor("lead");
        String task = task(key);

        HttpResponse<String> claim =
                lead.callWebapp("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"lead\"}");
        HttpResponse<String> complete = submitReview(lead, key, "approve", "", "[]");

        assertThat(claim.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(complete.statusCode()).isGreaterThanOrEqualTo(400);
        assertThatThrownBy(() -> reviews.decide(key, "lead", Verdict.APPROVE, ""))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("somebody else has to review it");
        assertThat(postmortems.get(key).status()).isEqualTo(PostmortemStatus.IN_REVIEW);
        assertThat(reviews.of(key)).isEmpty();
    }

    @Test
    void refusesWhoIsNoReviewer() {
        PostmortemKey key = inReview("lead");

        HttpResponse<String> complete = submitReview(visitor("author"), key, "approve", "", "[]");

        assertThat(complete.statusCode()).isGreaterThanOrEqualTo(400);
        assertThatThrownBy(() -> reviews.decide(key, "author", Verdict.APPROVE, ""))
                .isInstanceOf(ForbiddenException.class);
        assertThat(postmortems.get(key).status()).isEqualTo(PostmortemStatus.IN_REVIEW);
    }

    @Test
    void refusesAnApprovalWhileADueDateHasPassed() {
        PostmortemKey key = inReview("author");
        time.tick(java.time.Duration.ofDays(200));

        assertThatThrownBy(() -> reviews.decide(key, "reviewer", Verdict.APPROVE, ""))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("was due");
        assertThat(reviews.of(key)).isEmpty();
    }

    @Test
    void makesWhoStartsInTheTasklistTheAuthorWhateverTheFormSays() {
        String definition = jdbc.queryForObject(
                "select id_ from act_re_procdef where key_ = 'postmortem-lifecycle' order by version_ desc limit 1",
                String.class);
        String body = form(
                Map.of("source", aDocument().titled("Started in the Tasklist").text(), "author", "admin"));

        HttpResponse<String> answer = visitor("author")
                .callWebapp("POST", ENGINE + "/process-definition/" + definition + "/submit-form", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String author = jdbc.queryForObject(
                "select author from postmortem where title = 'Started in the Tasklist'", String.class);
        assertThat(author).isEqualTo("author");
    }

    private PostmortemKey inReview(String author) {
        PostmortemKey key = postmortems.create(aDocument().text(), author).key();
        postmortems.submit(key, author);
        return key;
    }

    private String task(PostmortemKey key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult()
                .getId();
    }

    private HttpResponse<String> submitReview(
            Visitor visitor, PostmortemKey key, String decision, String comment, String rows) {
        return visitor.callWebapp(
                "POST",
                ENGINE + "/task/" + task(key) + "/submit-form",
                form(Map.of("decision", decision, "comment", comment, "actionItems", rows)));
    }

    private String form(Map<String, String> values) {
        Map<String, Object> variables = new java.util.HashMap<>();
        values.forEach((name, value) -> variables.put(
                name,
                Map.of("type", "String", "value", value, "valueInfo", Map.of("transient", !name.equals("author")))));
        try {
            return json.writeValueAsString(Map.of("variables", variables));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
