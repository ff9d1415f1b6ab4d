package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Visitor;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.actionitem.Settlement;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The end of the ladder: a manager decides, by the same calls that the Tasklist makes. */
class DecisionIT extends WithOpenItems {

    @Autowired
    private ActionItems items;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Test
    void givesMoreTimeToAnotherOwnerAndStartsTheLadderAnew() {
        String id = anUndecidedItem();
        LocalDate later = time.today().plusDays(14);

        HttpResponse<String> answer = decide("manager", id, "extend", later.toString(), "lead", "The vendor was late");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        ActionItem item = items.get(id);
        assertThat(item.status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(item.dueDate()).isEqualTo(later);
        assertThat(item.owner()).isEqualTo("lead");
        assertThat(engine.waitsAt(id)).contains(Elements.AWAIT_FIRST).doesNotContain(Elements.DECIDE);
        passThrough(later, id);
        assertThat(jdbc.queryForList("select rung from escalation where action_item = ? order by id", String.class, id))
                .containsExactly("created", "early-reminder", "reminder", "due");
    }

    @Test
    void settlesWhatWillNotBeDoneWithTheReason() {
        String id = anUndecidedItem();

        HttpResponse<String> answer = decide("manager", id, "wont-do", "", "", "The service was switched off");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(items.get(id).settlement()).isEqualTo(Settlement.WONT_DO);
        assertThat(engine.waitsAt(id)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select actor || ': ' || detail from history_entry where subject = ? and action = 'settled'",
                        String.class,
                        id))
                .isEqualTo("manager: Won't do: The service was switched off");
    }

    @Test
    void refusesTheOwnerWhoWantsToGiveUpTheirOwnItem() {
        String id = anUndecidedItem();
        items.edit(id, new ActionItemEdit("manager", null, null, null), "reviewer");

        HttpResponse<String> answer = decide("manager", id, "wont-do", "", "", "I do not feel like it");

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("somebody else has to agree that it will not be done");
        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
    }

    @Test
    void refusesADecisionWithoutReasonDayOrSense() {
        String id = anUndecidedItem();
        String tomorrow = time.today().plusDays(1).toString();

        assertThat(decide("manager", id, "extend", tomorrow, "", " ").body()).contains("Say why");
        assertThat(decide("manager", id, "extend", "", "", "Later").body()).contains("Choose the new due date");
        assertThat(decide("manager", id, "extend", "soon", "", "Later").body()).contains("soon is no day");
        assertThat(decide("manager", id, "extend", "2020-01-01", "", "Later").body())
                .contains("has passed");
        assertThat(decide("manager", id, "", "", "", "Later").body()).contains("extend or wont-do");
        assertThat(decide("manager", id, "extend", tomorrow, "nobody", "Later").body())
                .contains("Nobody is called nobody");
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
        assertThat(items.get(id).owner()).isEqualTo("author");
    }

    @Test
    void isForManagers() {
        String id = anUndecidedItem();

        assertThat(decide("author", id, "wont-do", "", "", "No").statusCode()).isIn(403, 404);
        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
    }

    @Test
    void keepsWhatTheFormSentOutOfTheEngine() {
        String id = anUndecidedItem();

        decide("manager", id, "wont-do", "", "", "The service was switched off");

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(id)
                                .singleResult()
                                .getId())
                        .list())
                .extracting(variable -> variable.getName())
                .containsOnly("next", "nextRungAt");
    }

    @Test
    void endsTheTaskWhenTheTicketIsDoneMeanwhile() {
        String id = anUndecidedItem();

        items.settle(id, Settlement.DONE, "author", "Done");

        assertThat(task(id)).isNull();
    }

    @Test
    void showsTheItemInTheForm() {
        String id = anUndecidedItem();
        String path = "/api/tasks/" + task(id).getId() + "/action-item";

        assertThat(script("manager").get(path).body())
                .contains("\"id\":\"" + id + "\"", "\"owner\":\"Ann Author\"", "\"mayGiveUp\":true");
        assertThat(script("author").get(path).body()).contains("\"mayGiveUp\":false");
        assertThat(script("manager").get("/api/tasks/none/action-item").statusCode())
                .isEqualTo(404);
    }

    private String anUndecidedItem() {
        return anOpenItem(Priority.P1, aMonday().minusDays(40));
    }

    private Task task(String id) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(Elements.DECIDE)
                .singleResult();
    }

    private HttpResponse<String> decide(
            String person, String id, String decision, String due, String owner, String reason) {
        Visitor visitor = visitor(person);
        String body = "{\"variables\":{" + field("decision", decision) + "," + field("due", due) + ","
                + field("owner", owner) + "," + field("reason", reason) + "}}";
        return visitor.callWebapp("POST", "/engine/engine/default/task/" + task(id).getId() + "/submit-form", body);
    }

    private static String field(String name, String value) {
        return "\"" + name + "\":{\"type\":\"String\",\"value\":\"" + value + "\",\"valueInfo\":{\"transient\":true}}";
    }
}
