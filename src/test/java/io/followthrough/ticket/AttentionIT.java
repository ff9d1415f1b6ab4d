package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Visitor;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.sandbox.Fault;
import io.followthrough.ticket.TicketTrouble.Kind;
import io.followthrough.ticket.TicketTrouble.Remedy;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of what needs a person about tickets, and its buttons. */
class AttentionIT extends WithTickets {

    @Test
    void showsWhatIsWrongWhySinceWhenAndWhatCanBeDone() {
        String id = anItemWithARefusedTicket();

        String page = visitor("manager").get("/attention").body();

        assertThat(page)
                .contains(
                        item(id).title(),
                        "summary: Field &#39;summary&#39; cannot be set",
                        "Ann Author",
                        "since ",
                        "/attention/" + id + "/retry",
                        "/attention/" + id + "/relink",
                        "/attention/" + id + "/dismiss");
        assertThat(visitor("author").get("/action-items/" + id).body())
                .contains("Needs attention", "cannot be set", "/attention/" + id + "/retry")
                .doesNotContain("/attention/" + id + "/dismiss");
        assertThat(visitor("author")
                        .get("/postmortems/" + item(id).postmortem())
                        .body())
                .contains(">ticket refused</span>");
        assertThat(script("manager").get("/api/attention").body())
                .contains("\"actionItem\":\"" + id + "\"", "\"kind\":\"REFUSED\"", "\"since\":\"", "\"retry\"");
    }

    @Test
    void isInTheNavigationOfWhoeverLooksAfterTickets() {
        for (String person : List.of("lead", "reviewer", "manager", "admin")) {
            assertThat(visitor(person).get("/").body()).as(person).contains("href=\"/attention\"");
            assertThat(visitor(person).get("/attention").statusCode()).isEqualTo(200);
        }
        assertThat(visitor("author").get("/").body()).doesNotContain("href=\"/attention\"");
        assertThat(visitor("author").get("/attention").statusCode()).isEqualTo(403);
        assertThat(script("author").get("/api/attention").statusCode()).isEqualTo(403);
    }

    @Test
    void asksAgainOnceHoweverOftenTheButtonIsPressed() {
        String id = anItemWithARefusedTicket();
        sandbox.misbehave().reset();
        Visitor manager = visitor("manager");

        manager.postForm("/attention/" + id + "/retry", Map.of("back", "item"));
        manager.postForm("/attention/" + id + "/retry", Map.of("back", "item"));
        worker.drain();

        only(id);
        assertThat(Collections.frequency(deeds(id), "ticket-retried")).isEqualTo(1);
        assertThat(troubles.of(id, "manager")).isEmpty();
    }

    @Test
    void makesOneNewTicketInPlaceOfAMissingOneHoweverOftenTheButtonIsPressed() {
        String id = anItemWithAMissingTicket();
        String before = ticket(id).key();
        Visitor manager = visitor("manager");

        manager.postForm("/attention/" + id + "/recreate", Map.of());
        manager.postForm("/attention/" + id + "/recreate", Map.of());
        desk.round();
        desk.round();
        manager.postForm("/attention/" + id + "/recreate", Map.of());
        desk.round();

        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(ticket(id).key()).isEqualTo(only(id).key()).isNotEqualTo(before);
        assertThat(Collections.frequency(deeds(id), "ticket-recreated")).isEqualTo(1);
        sandbox.move(only(id).key(), "Done");
        reconciliation.run();
        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
    }

    @Test
    void makesANewTicketExactlyOnceAlthoughTheAnswerIsLost() {
        String id = anItemWithAMissingTicket();
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, "POST " + api() + "/issue");

        assertThat(script("manager")
                        .postJson("/api/action-items/" + id + "/ticket/recreate", "")
                        .statusCode())
                .isEqualTo(202);
        for (int minute = 0; minute < 5; minute++) {
            desk.round();
            time.tick(Duration.ofMinutes(1));
        }

        assertThat(ticket(id).key()).isEqualTo(only(id).key());
    }

    @Test
    void linksAnotherTicketOnceAfterLookingItUp() {
        String id = anItemWithAMissingTicket();
        String other = aTicketOfSomebody();
        Visitor manager = visitor("manager");

        assertThat(manager.postForm("/attention/" + id + "/relink", Map.of("ticket", "OPS-999999", "back", "item"))
                        .headers()
                        .firstValue("location")
                        .orElse(""))
                .endsWith("/action-items/" + id);
        assertThat(manager.get("/action-items/" + id).body()).contains("does not exist, or may not be seen");
        assertThat(ticket(id).state()).isEqualTo(TicketState.MISSING);
        manager.postForm("/attention/" + id + "/relink", Map.of("ticket", " " + other.toLowerCase() + " "));
        manager.postForm("/attention/" + id + "/relink", Map.of("ticket", other));
        desk.round();

        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(ticket(id).key()).isEqualTo(other);
        assertThat(Collections.frequency(deeds(id), "ticket-relinked")).isEqualTo(1);
        assertThat(only(id).comments()).hasSize(1);
    }

    @Test
    void linksNoTicketOfAnotherItemAndNoneOfAnotherSite() {
        String id = anItemWithAMissingTicket();
        String taken = anItemWithATicket();
        String path = "/api/action-items/" + id + "/ticket/relink";

        assertThat(script("manager")
                        .postJson(path, "{\"ticket\":\"" + only(taken).key() + "\"}")
                        .body())
                .contains("belongs to " + taken);
        for (String wrong : List.of("https://elsewhere.example/browse/OPS-1", "", "OPS", "OPS-1/../2")) {
            assertThat(script("manager")
                            .postJson(path, "{\"ticket\":\"" + wrong + "\"}")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(script("manager").postJson(path, "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void letsATroubleBeForAReasonUntilItBeginsAnew() {
        String id = anItemWithARefusedTicket();
        Visitor manager = visitor("manager");

        manager.postForm("/attention/" + id + "/dismiss", Map.of("kind", "REFUSED", "reason", " "));
        assertThat(troubles.of(id, "manager")).hasSize(1);
        manager.postForm("/attention/" + id + "/dismiss", Map.of("kind", "REFUSED", "reason", "Paper is enough"));
        manager.postForm("/attention/" + id + "/dismiss", Map.of("kind", "REFUSED", "reason", "Paper is enough"));

        assertThat(troubles.of(id, "manager")).isEmpty();
        assertThat(history.of(id))
                .filteredOn(entry -> entry.action().equals("ticket-trouble-dismissed"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("manager");
                    assertThat(entry.detail()).contains("Paper is enough");
                });
        time.tick(Duration.ofMinutes(1));
        tickets.retry(id, "manager");
        worker.drain();
        assertThat(troubles.of(id, "manager")).extracting(TicketTrouble::kind).containsExactly(Kind.REFUSED);
    }

    @Test
    void refusesEveryDeedToWhoeverMayNotDoIt() {
        String id = anItemWithAMissingTicket();
        items.edit(id, new ActionItemEdit("lead", null, null, null), "author");

        for (String deed : List.of("relink", "recreate", "dismiss", "agree")) {
            String body = "{\"ticket\":\"OPS-1\",\"kind\":\"MISSING\",\"reason\":\"So\"}";
            assertThat(script("author")
                            .postJson("/api/action-items/" + id + "/ticket/" + deed, body)
                            .statusCode())
                    .as(deed)
                    .isEqualTo(403);
        }
        assertThat(script("author")
                        .postJson("/api/action-items/" + id + "/ticket/retry", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ticket(id).state()).isEqualTo(TicketState.MISSING);
        assertThat(troubles.of(id, "author"))
                .allSatisfy(trouble -> assertThat(trouble.remedies()).isEmpty());
        assertThat(troubles.of(id, "manager"))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.remedies())
                        .isEqualTo(Set.of(Remedy.RELINK, Remedy.RECREATE, Remedy.DISMISS)));
    }

    @Test
    void refusesEveryDeedWithoutTheTokenOfAForm() {
        String id = anItemWithAMissingTicket();
        Visitor manager = visitor("manager");

        for (String deed : List.of("retry", "relink", "recreate", "dismiss", "agree")) {
            HttpResponse<String> page = manager.send(
                    "POST",
                    "/attention/" + id + "/" + deed,
                    "application/x-www-form-urlencoded",
                    "kind=MISSING&reason=So&ticket=OPS-1");
            HttpResponse<String> call = manager.postJson(
                    "/api/action-items/" + id + "/ticket/" + deed, "{\"kind\":\"MISSING\",\"reason\":\"So\"}");
            assertThat(List.of(page.statusCode(), call.statusCode())).as(deed).containsOnly(403);
        }
        assertThat(troubles.of(id, "manager")).hasSize(1);
        assertThat(ticket(id).state()).isEqualTo(TicketState.MISSING);
    }

    @Test
    void looksUpNothingWhileTheTrackerAsksToBeLeftAlone() {
        String id = anItemWithAMissingTicket();
        sandbox.misbehave().next(Fault.THROTTLED, 1);
        reconciliation.run();

        int calls = callsDuring(() -> assertThat(script("manager")
                        .postJson("/api/action-items/" + id + "/ticket/relink", "{\"ticket\":\"OPS-1\"}")
                        .statusCode())
                .isEqualTo(409));

        assertThat(calls).isZero();
    }

    @Test
    void saysWhatIsMissingInADismissal() {
        String id = anItemWithARefusedTicket();
        String path = "/api/action-items/" + id + "/ticket/dismiss";

        assertThat(script("manager").postJson(path, "{\"reason\":\"So\"}").statusCode())
                .isEqualTo(422);
        assertThat(script("manager")
                        .postJson(path, "{\"kind\":\"COLD\",\"reason\":\"So\"}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(script("manager")
                        .postJson(path, "{\"kind\":\"TWINS\",\"reason\":\"So\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void doesNotRecreateATicketThatIsThere() {
        String id = anItemWithATicket();

        assertThat(script("manager")
                        .postJson("/api/action-items/" + id + "/ticket/recreate", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(script("manager")
                        .postJson("/api/action-items/PM-0-1/ticket/recreate", "")
                        .statusCode())
                .isEqualTo(404);
        only(id);
    }

    private String anItemWithARefusedTicket() {
        sandbox.misbehave().refuseFields("summary");
        String id = anItem();
        worker.drain();
        assertThat(ticket(id).state()).isEqualTo(TicketState.REFUSED);
        return id;
    }

    private String anItemWithAMissingTicket() {
        sandbox.misbehave().webhooksOff(true);
        String id = anItemWithATicket();
        sandbox.delete(only(id).key());
        for (int round = 0; round < 4; round++) {
            reconciliation.run();
            time.tick(Duration.ofMinutes(20));
        }
        assertThat(ticket(id).state()).isEqualTo(TicketState.MISSING);
        return id;
    }
}
