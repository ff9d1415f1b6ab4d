package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.actionitem.Settlement;
import io.followthrough.escalation.LadderSweep;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Items that are offered, accepted, declined and forgotten, by the API. */
class HandOverIT extends WithOpenItems {

    @Autowired
    private ActionItems items;

    @Autowired
    private LadderSweep sweep;

    @Test
    void staysWithItsOwnerUntilItIsAccepted() {
        String id = anOpenItem(Priority.P2, aMonday().plusDays(30));

        assertThat(offer("author", id, "lead").statusCode()).isEqualTo(201);
        assertThat(items.get(id).owner()).isEqualTo("author");
        assertThat(states(id)).containsExactly("OFFERED");
        assertThat(visitor("lead").get("/").body()).contains("/action-items/" + id + "/hand-over");

        assertThat(answer("lead", id, "{\"accept\":true}").statusCode()).isEqualTo(200);

        assertThat(items.get(id).owner()).isEqualTo("lead");
        assertThat(states(id)).containsExactly("ACCEPTED");
        assertThat(notices("author", id)).contains("Leo Lead has accepted it and owns it now.");
        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where about = ? and recipient = 'lead'"
                                + " and handled_at is null",
                        Integer.class,
                        id))
                .as("who accepted need not be told again")
                .isZero();
    }

    @Test
    void goesOnUpTheLadderWhileNobodyAnswers() {
        LocalDate due = aMonday().plusDays(14);
        String id = anOpenItem(Priority.P1, due);
        passThrough(due.minusDays(12), id);
        offer("author", id, "lead");

        passThrough(due.minusDays(11), id);

        assertThat(jdbc.queryForList("select rung from escalation where action_item = ? order by id", String.class, id))
                .contains("early-reminder");
        assertThat(items.get(id).owner()).isEqualTo("author");
    }

    @Test
    void goesBackWhenItIsDeclinedAndCanBeOfferedAgain() {
        String id = anOpenItem(Priority.P2, aMonday().plusDays(30));
        offer("author", id, "lead");

        assertThat(answer("lead", id, "{\"accept\":false}").body()).contains("Say why you decline");
        assertThat(answer("lead", id, "{\"accept\":false,\"reason\":\"No time\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(items.get(id).owner()).isEqualTo("author");
        assertThat(notices("author", id)).contains("Leo Lead has declined it: No time");
        assertThat(answer("lead", id, "{\"accept\":true}").statusCode()).isEqualTo(409);
        assertThat(offer("author", id, "reviewer").statusCode()).isEqualTo(201);
        assertThat(states(id)).containsExactly("DECLINED", "OFFERED");
    }

    @Test
    void goesBackWhenNobodyAnswersForThreeWorkingDays() {
        String id = anOpenItem(Priority.P2, aMonday().plusDays(30));
        LocalDate monday = time.today();
        offer("author", id, "lead");

        passTo(monday.plusDays(3), id);
        assertThat(states(id)).containsExactly("OFFERED");
        passTo(monday.plusDays(4), id);

        assertThat(states(id)).containsExactly("LAPSED");
        assertThat(notices("author", id)).contains("Leo Lead did not answer; it stays where it is.");
        assertThat(answer("lead", id, "{\"accept\":true}").statusCode()).isEqualTo(409);
    }

    @Test
    void asksTheDeciderAgainWhenWhoIsOfferedAnItemDeclines() {
        String id = anItemToDecide();
        assertThat(decide("manager", id, "{\"decision\":\"hand-over\",\"owner\":\"lead\",\"reason\":\"You know it\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(engine.waitsAt(id)).contains(Elements.AWAIT_FIRST).doesNotContain(Elements.DECIDE);

        answer("lead", id, "{\"accept\":false,\"reason\":\"No time\"}");

        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
        assertThat(items.get(id).owner()).isEqualTo("author");
        assertThat(script("manager")
                        .get("/api/action-items/" + id + "/decision")
                        .body())
                .contains("\"askedOf\":\"manager\"", "Offered to Leo Lead: declined: No time");
    }

    @Test
    void asksTheDeciderAgainWhenWhoIsOfferedAnItemDoesNotAnswer() {
        String id = anItemToDecide();
        decide("manager", id, "{\"decision\":\"hand-over\",\"owner\":\"lead\",\"reason\":\"You know it\"}");

        passThrough(time.today().plusDays(4), id);

        assertThat(states(id)).containsExactly("LAPSED");
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
    }

    @Test
    void takesAPromiseFromWhoAcceptsAnOverdueItemAndAsksAgainAfterIt() {
        String id = anItemToDecide();
        LocalDate promised = time.today().plusDays(14);
        decide("manager", id, "{\"decision\":\"hand-over\",\"owner\":\"lead\",\"reason\":\"You know it\"}");

        assertThat(answer("lead", id, "{\"accept\":true}").body()).contains("say by when", promised.toString());
        assertThat(answer("lead", id, "{\"accept\":true,\"due\":\"" + promised.plusDays(1) + "\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(answer("lead", id, "{\"accept\":true,\"due\":\"" + promised + "\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(items.get(id).owner()).isEqualTo("lead");
        assertThat(engine.waitsAt(id)).doesNotContain(Elements.DECIDE);
        passThrough(promised.plusDays(3), id);
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
    }

    @Test
    void leavesTheQuestionOpenWhenTheOwnerOffersTheItemMeanwhile() {
        String id = anItemToDecide();
        offer("author", id, "lead");
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);

        time.tickTo(nine(time.today().plusDays(5)));
        sweep.round();

        assertThat(states(id)).containsExactly("LAPSED");
        assertThat(engine.waitsAt(id)).contains(Elements.DECIDE);
    }

    @Test
    void isWithdrawnWhenTheItemIsSettledOrGivenToSomebody() {
        String id = anOpenItem(Priority.P2, aMonday().plusDays(30));
        offer("author", id, "lead");
        items.edit(id, new ActionItemEdit("reviewer", null, null, null), "manager");
        offer("manager", id, "lead");
        items.settle(id, Settlement.DONE, "reviewer", "Done");

        assertThat(states(id)).containsExactly("WITHDRAWN", "WITHDRAWN");
        assertThat(answer("lead", id, "{\"accept\":true}").statusCode()).isEqualTo(409);
    }

    @Test
    void asksOnePersonAtATimeAndNobodyTwice() {
        String id = anOpenItem(Priority.P2, aMonday().plusDays(30));
        offer("author", id, "lead");

        assertThat(offer("author", id, "lead").statusCode()).isEqualTo(409);
        assertThat(offer("author", id, "author").body()).contains("owns " + id + " already");
        assertThat(offer("author", id, "nobody").statusCode()).isEqualTo(422);
        assertThat(offer("author", id, "reviewer").statusCode()).isEqualTo(201);
        assertThat(states(id)).containsExactly("WITHDRAWN", "OFFERED");
        assertThat(answer("lead", id, "{\"accept\":true}").statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> jdbc.update(
                        "insert into hand_over (action_item, from_owner, to_person, offered_by, offered_at, answer_by,"
                                + " reason, state) values (?, 'author', 'lead', 'author', now(), now(), 'x', 'OFFERED')",
                        id))
                .hasMessageContaining("hand_over_open");
    }

    @Test
    void flagsADueDateThatIsMovedFurtherThanExtensionsWouldAllow() {
        String id = anOpenItem(Priority.P2, aMonday().plusDays(30));
        LocalDate due = items.get(id).dueDate();

        items.edit(id, new ActionItemEdit(null, null, due.plusDays(10), null), "author");
        assertThat(visitor("author").get("/action-items/" + id).body()).doesNotContain("extensions would have allowed");
        items.edit(id, new ActionItemEdit(null, null, due.plusDays(40), null), "author");

        String words = "Ann Author moved the due date to " + due.plusDays(40) + "; extensions would have allowed ";
        assertThat(visitor("author").get("/action-items/" + id).body()).contains(words);
        assertThat(jdbc.queryForList(
                        "select detail from history_entry where subject = ? and action = 'went-beyond-the-limit'",
                        String.class,
                        id))
                .singleElement()
                .asString()
                .startsWith(words);
        assertThat(notices("reviewer", id)).anyMatch(notice -> notice.startsWith(words));
    }

    @Test
    void decidesByTheApiOnce() {
        String id = anItemToDecide();
        String later = time.today().plusDays(14).toString();
        String body = "{\"decision\":\"extend\",\"due\":\"" + later + "\",\"reason\":\"The vendor was late\"}";

        assertThat(decide("author", id, body).statusCode()).isEqualTo(403);
        assertThat(decide("manager", id, "{\"decision\":\"later\"}").statusCode())
                .isEqualTo(422);
        assertThat(decide("manager", id, body).statusCode()).isEqualTo(200);
        assertThat(decide("manager", id, body).statusCode()).isEqualTo(409);

        assertThat(items.get(id).dueDate()).hasToString(later);
        assertThat(script("author")
                        .get("/api/action-items/" + id + "/extensions")
                        .body())
                .contains("\"number\":1", "\"until\":\"" + later + "\"", "The vendor was late");
    }

    @Test
    void extendsByTheApiForTheOwnerWithinTheLimits() {
        String id = anItemToDecide();
        LocalDate latest = time.today().plusDays(14);

        assertThat(extend("author", id, latest.plusDays(1)).body()).contains("at most until " + latest);
        assertThat(extend("author", id, latest).statusCode()).isEqualTo(201);
        assertThat(engine.waitsAt(id)).contains(Elements.AWAIT_FIRST).doesNotContain(Elements.DECIDE);
        assertThat(extend("author", id, latest.plusDays(14)).statusCode()).isEqualTo(201);
        assertThat(extend("author", id, latest.plusDays(15)).body()).contains("no more extensions, it has had 2");
    }

    private HttpResponse<String> offer(String person, String id, String to) {
        return script(person)
                .postJson(
                        "/api/action-items/" + id + "/hand-overs",
                        "{\"to\":\"" + to + "\",\"reason\":\"You know it\"}");
    }

    private HttpResponse<String> answer(String person, String id, String body) {
        return script(person).postJson("/api/action-items/" + id + "/hand-overs/answer", body);
    }

    private HttpResponse<String> decide(String person, String id, String body) {
        return script(person).postJson("/api/action-items/" + id + "/decision", body);
    }

    private HttpResponse<String> extend(String person, String id, LocalDate until) {
        return script(person)
                .postJson(
                        "/api/action-items/" + id + "/extensions",
                        "{\"until\":\"" + until + "\",\"reason\":\"Later\"}");
    }

    private List<String> states(String id) {
        return jdbc.queryForList("select state from hand_over where action_item = ? order by id", String.class, id);
    }

    private List<String> notices(String person, String id) {
        return jdbc.queryForList(
                "select words from notice where recipient = ? and about = ? order by id", String.class, person, id);
    }
}
