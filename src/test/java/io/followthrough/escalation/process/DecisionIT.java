package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.Visitor;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Settlement;
import io.followthrough.notification.Digests;
import io.followthrough.team.Teams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The end of the ladder: somebody decides, by the same calls that the Tasklist makes. */
class DecisionIT extends WithOpenItems {

    @Autowired
    private ActionItems items;

    @Autowired
    private Teams teams;

    @Autowired
    private Digests digests;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Test
    void asksTheDirectorOfTheTeamByName() {
        String id = anItemToDecide();

        assertThat(task(id).getAssignee()).isEqualTo("manager");
        assertThat(noticesTo("manager", id))
                .containsExactly(
                        "You are asked to decide: do it by a day, more time," + " another owner, or not at all.");
        assertThat(noticesTo("admin", id)).isEmpty();
    }

    @Test
    void givesMoreTimeAndStartsTheLadderAnew() {
        String id = anItemToDecide();
        LocalDate later = time.today().plusDays(14);

        HttpResponse<String> answer = decide("manager", id, "extend", later.toString(), "", "The vendor was late");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        ActionItem item = items.get(id);
        assertThat(item.status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(item.dueDate()).isEqualTo(later);
        assertThat(engine.waitsAt(id)).contains(Elements.AWAIT_FIRST).doesNotContain(Elements.DECIDE);
        assertThat(noticesTo("author", id))
                .contains("Mona Manager gave it more time until " + later + ": The vendor was late");
        passThrough(later, id);
        assertThat(jdbc.queryForList("select rung from escalation where action_item = ? order by id", String.class, id))
                .containsExactly("created", "early-reminder", "reminder", "due");
    }

    @Test
    void extendsTwiceAtMostAndByHalfOfTheOriginalTimeAtMost() {
        String id = anItemToDecide();

        for (int extension = 1; extension <= 2; extension++) {
            LocalDate latest = time.today().plusDays(14);
            String left =
                    extension == 1 ? "2 extensions, this one at most until " : "one more extension, at most until ";
            assertThat(decide("manager", id, "extend", latest.plusDays(1).toString(), "", "Later")
                            .body())
                    .contains("cannot be extended until " + latest.plusDays(1) + ". Allowed: " + left + latest);
            assertThat(decide("manager", id, "extend", latest.toString(), "", "Later")
                            .statusCode())
                    .isEqualTo(204);
            passThrough(latest.plusDays(22), id);
            assertThat(task(id)).isNotNull();
        }

        assertThat(decide("manager", id, "extend", time.today().plusDays(1).toString(), "", "Later")
                        .body())
                .contains("Allowed: no more extensions, it has had 2");
        assertThat(task(id)).isNotNull();
    }

    @Test
    void keepsBothLimitsInTheDatabaseToo() {
        String id = anItemToDecide();
        String sql = "insert into extension (action_item, number, counted_from, until_date, window_days, reason,"
                + " given_by, given_at) values (?, ?, '2026-01-01', ?, 28, 'Later', 'author', now())";

        assertThatThrownBy(() -> jdbc.update(sql, id, 3, LocalDate.parse("2026-01-02")))
                .hasMessageContaining("extension_number_check");
        assertThatThrownBy(() -> jdbc.update(sql, id, 1, LocalDate.parse("2026-01-16")))
                .hasMessageContaining("gives_half_the_window_at_most");
        jdbc.update(sql, id, 1, LocalDate.parse("2026-01-15"));
        assertThatThrownBy(() -> jdbc.update(sql, id, 1, LocalDate.parse("2026-01-15")))
                .hasMessageContaining("extension_pkey");
    }

    @Test
    void keepsTheDueDateOfAPromiseAndAsksAgainWhenItIsNotKept() {
        String id = anItemToDecide();
        LocalDate due = items.get(id).dueDate();
        LocalDate promised = time.today().plusDays(10);

        assertThat(decide("manager", id, "do-by", promised.plusDays(5).toString(), "", "")
                        .body())
                .contains("cannot be promised for", "until " + time.today().plusDays(14));
        assertThat(decide("manager", id, "do-by", promised.toString(), "", "").statusCode())
                .isEqualTo(204);

        assertThat(items.get(id).dueDate()).isEqualTo(due);
        assertThat(items.get(id).isOverdue(time.today())).isTrue();
        passThrough(promised, id);
        assertThat(task(id)).isNull();
        passTo(promised.plusDays(1), id);
        assertThat(task(id).getAssignee()).isEqualTo("manager");
        assertThat(jdbc.queryForList(
                        "select answer from decision_question where action_item = ? order by id", String.class, id))
                .containsExactly("DO_BY", null);
    }

    @Test
    void settlesWhatWillNotBeDoneWithTheReason() {
        String id = anItemToDecide();

        HttpResponse<String> answer = decide("manager", id, "wont-do", "", "", "The service was switched off");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(items.get(id).settlement()).isEqualTo(Settlement.WONT_DO);
        assertThat(engine.waitsAt(id)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select actor || ': ' || detail from history_entry where subject = ? and action = 'settled'",
                        String.class,
                        id))
                .isEqualTo("manager: Won't do: The service was switched off");
        assertThat(pageOfThePostmortem(id)).contains("Won&#39;t do: The service was switched off (Mona Manager)");
    }

    @Test
    void asksSomebodyElseToAgreeWhenTheOwnerWantsToGiveUp() {
        String id = anItemToDecide();
        items.edit(id, new ActionItemEdit("manager", null, null, null), "reviewer");
        assertThat(task(id).getAssignee()).isEqualTo("admin");

        assertThat(decide("manager", id, "wont-do", "", "", "Nobody needs it").statusCode())
                .isEqualTo(204);

        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(task(id).getAssignee()).isEqualTo("admin");
        assertThat(noticesTo("admin", id))
                .last()
                .isEqualTo("Mona Manager owns this and wants to give it up: Nobody needs it Decide whether you agree.");
        assertThat(script("admin").get("/api/action-items/" + id + "/decision").body())
                .contains("\"wish\":\"Nobody needs it\"");

        assertThat(decide("admin", id, "wont-do", "", "", "Agreed, it is gone").statusCode())
                .isEqualTo(204);
        assertThat(items.get(id).settlement()).isEqualTo(Settlement.WONT_DO);
    }

    @Test
    void letsNobodyAgreeToTheirOwnWishEvenInTheDatabase() {
        String id = anItemToDecide();

        assertThatThrownBy(() -> jdbc.update(
                        "update decision_question set owner = 'author', answer = 'WONT_DO', answered_by = 'author',"
                                + " agreed = true, reason = 'No', closed_at = now() where action_item = ?",
                        id))
                .hasMessageContaining("agreed_by_another");
    }

    @Test
    void refusesADecisionWithoutReasonDayOrSense() {
        String id = anItemToDecide();
        String tomorrow = time.today().plusDays(1).toString();

        assertThat(decide("manager", id, "extend", tomorrow, "", " ").body()).contains("Say why");
        assertThat(decide("manager", id, "extend", "", "", "Later").body()).contains("Choose a day");
        assertThat(decide("manager", id, "do-by", "", "", "").body()).contains("Choose a day");
        assertThat(decide("manager", id, "extend", "soon", "", "Later").body()).contains("soon is no day");
        assertThat(decide("manager", id, "extend", "2020-01-01", "", "Later").body())
                .contains("cannot be extended until 2020-01-01");
        assertThat(decide("manager", id, "", "", "", "Later").body()).contains("do-by, extend, hand-over or wont-do");
        assertThat(decide("manager", id, "hand-over", "", "", "Later").body()).contains("Choose who is asked");
        assertThat(decide("manager", id, "hand-over", "", "nobody", "Later").body())
                .contains("Nobody is called nobody");
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
        assertThat(items.get(id).owner()).isEqualTo("author");
        assertThat(jdbc.queryForList("select answer from decision_question where action_item = ?", String.class, id))
                .containsExactly((String) null);
    }

    @Test
    void takesOneOfTwoAnswersThatAreSentAtOnce() throws Exception {
        String id = anItemToDecide();
        String task = task(id).getId();
        String later = time.today().plusDays(14).toString();
        List<Visitor> visitors = List.of(visitor("manager"), visitor("admin"));

        List<Integer> statuses = visitors.parallelStream()
                .map(visitor ->
                        submit(visitor, task, "extend", later, "", "Later").statusCode())
                .sorted()
                .toList();

        assertThat(statuses.get(0)).isEqualTo(204);
        assertThat(statuses.get(1)).isGreaterThanOrEqualTo(400);
        assertThat(jdbc.queryForObject("select count(*) from extension where action_item = ?", Integer.class, id))
                .isEqualTo(1);
    }

    @Test
    void asksWhoStandsInWhenWhoIsAskedLeaves() {
        String id = anItemToDecide();
        teams.away("manager", time.today(), null, "lead", "admin");
        try {
            passTo(time.today().plusDays(8), id);

            assertThat(task(id).getAssignee()).isEqualTo("lead");
            assertThat(noticesTo("lead", id)).isNotEmpty();
            assertThat(decide("lead", id, "wont-do", "", "", "It is gone").statusCode())
                    .isEqualTo(204);
        } finally {
            teams.absences().forEach(absence -> teams.back(absence.id(), "admin"));
        }
    }

    @Test
    void waitsForAYearAndAsksAgainEveryWeekInTheDigest() {
        String id = anItemToDecide();
        LocalDate start = time.today();

        for (int week = 1; week <= 53; week++) {
            passTo(start.plusWeeks(week), id);
            digests.sendDue();
            time.tick(Duration.ofHours(1));
            digests.sendDue();
        }

        assertThat(task(id).getAssignee()).isEqualTo("manager");
        assertThat(jdbc.queryForObject(
                        "select count(distinct n.digest) from notice n join digest d on d.id = n.digest"
                                + " where n.about = ? and n.recipient = 'manager' and n.todo = 'DECIDE'",
                        Integer.class,
                        id))
                .isBetween(53, 54);
        assertThat(decide("manager", id, "wont-do", "", "", "It is gone").statusCode())
                .isEqualTo(204);
    }

    @Test
    void isForWhoIsAskedAndForManagers() {
        String id = anItemToDecide();

        assertThat(decide("author", id, "wont-do", "", "", "No").statusCode()).isIn(403, 404);
        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
    }

    @Test
    void keepsWhatTheFormSentOutOfTheEngine() {
        String id = anItemToDecide();

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
        String id = anItemToDecide();

        items.settle(id, Settlement.DONE, "author", "Done");

        assertThat(task(id)).isNull();
    }

    @Test
    void showsTheItemInTheForm() {
        String id = anItemToDecide();
        String path = "/api/tasks/" + task(id).getId() + "/action-item";

        assertThat(script("manager").get(path).body())
                .contains("\"id\":\"" + id + "\"", "\"owner\":\"Ann Author\"", "\"mayAnswer\":true");
        assertThat(script("author").get(path).body()).contains("\"mayAnswer\":false");
        assertThat(script("manager").get("/api/tasks/none/action-item").statusCode())
                .isEqualTo(404);
    }

    private String pageOfThePostmortem(String id) {
        String key = id.substring(0, id.lastIndexOf('-'));
        jdbc.update(
                "insert into postmortem_revision values (?, 1, '# Outage', 'none', 'author', now())",
                Long.valueOf(key.substring("PM-".length())));
        return visitor("author").get("/postmortems/" + key).body();
    }

    private Task task(String id) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(Elements.DECIDE)
                .singleResult();
    }

    private HttpResponse<String> decide(
            String person, String id, String decision, String due, String owner, String reason) {
        return submit(visitor(person), task(id).getId(), decision, due, owner, reason);
    }

    private static HttpResponse<String> submit(
            Visitor visitor, String task, String decision, String due, String owner, String reason) {
        String body = "{\"variables\":{" + field("decision", decision) + "," + field("due", due) + ","
                + field("owner", owner) + "," + field("reason", reason) + "}}";
        return visitor.callWebapp("POST", "/engine/engine/default/task/" + task + "/submit-form", body);
    }

    private List<String> noticesTo(String person, String id) {
        return jdbc.queryForList(
                "select words from notice where recipient = ? and about = ? and todo <> 'ANSWER' order by id",
                String.class,
                person,
                id);
    }

    private static String field(String name, String value) {
        return "\"" + name + "\":{\"type\":\"String\",\"value\":\"" + value + "\",\"valueInfo\":{\"transient\":true}}";
    }
}
