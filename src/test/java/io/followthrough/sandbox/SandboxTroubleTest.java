package io.followthrough.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.followthrough.WrongRequests;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The trouble that can be made in the sandbox, by tests and by people on its pages. */
@WrongRequests
class SandboxTroubleTest extends WithASandbox {

    private static final String ISSUE = "/rest/api/3/issue";

    private Instant now = Instant.parse("2026-03-02T10:15:30Z");

    @Override
    JiraSandbox started() {
        SandboxPerson kim = new SandboxPerson("sandbox:kim", "Kim", "kim@example.org");
        return JiraSandbox.start(SandboxSettings.simple().withPeople(List.of(kim)), new MovingClock());
    }

    @Test
    void findsEachIssueAfterALagOfItsOwn() {
        sandbox.misbehave().searchLag(Duration.ZERO, Duration.ofMinutes(2));
        IntStream.range(0, 50).forEach(i -> create("\"labels\":[\"all\"]"));

        now = now.plusSeconds(60);
        assertThat(found("labels = all")).hasSizeBetween(5, 45);
        now = now.plusSeconds(60);
        assertThat(found("labels = all")).hasSize(50);
        sandbox.keepFromSearch("OPS-7", Duration.ofSeconds(30));
        assertThat(found("labels = all")).hasSize(49).doesNotContain("OPS-7");
    }

    @Test
    void findsAmongThousandsByLabelAsChangedLast() {
        IntStream.range(0, 3000).forEach(i -> create("\"labels\":[\"l" + i + "\"]"));
        put("OPS-42", "{\"update\":{\"labels\":[{\"remove\":\"l41\"},{\"add\":\"moved\"}]}}");

        assertThat(found("labels = l2999")).containsExactly("OPS-3000");
        assertThat(found("labels = l41")).isEmpty();
        assertThat(found("labels in (moved, l3) AND project = OPS")).containsExactly("OPS-4", "OPS-42");
    }

    @Test
    void hidesAnIssueFromTheApplicationButNotFromTheBoard() {
        create("\"labels\":[\"a\"]");
        sandbox.hide("OPS-1", true);

        assertThat(script().get(ISSUE + "/OPS-1").statusCode()).isEqualTo(404);
        assertThat(found("labels = a")).isEmpty();
        assertThat(json(script().postJson(ISSUE + "/bulkfetch", "{\"issueIdsOrKeys\":[\"OPS-1\"]}"))
                        .path("issues"))
                .isEmpty();
        assertThat(browser().get("/browse/OPS-1").body()).contains("Show it to the application again");
        sandbox.hide("OPS-1", false);
        assertThat(script().get(ISSUE + "/OPS-1").statusCode()).isEqualTo(200);
    }

    @Test
    void takesAwayTheRightToSeeTheProject() {
        create("\"labels\":[\"a\"]");
        sandbox.misbehave().hideProject(true);

        assertThat(script().get(ISSUE + "/OPS-1").statusCode()).isEqualTo(404);
        assertThat(script().get("/rest/api/3/project/OPS").statusCode()).isEqualTo(404);
        assertThat(json(script().get("/rest/api/3/mypermissions?projectKey=OPS&permissions=BROWSE_PROJECTS"))
                        .at("/permissions/BROWSE_PROJECTS/havePermission")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void keepsTheIdAndFollowsTheOldKeyWhenAnIssueMovesToAnotherProject() {
        create("\"labels\":[\"a\"]");
        String id = sandbox.find("OPS-1").orElseThrow().id();

        String key = sandbox.transfer("OPS-1", "PLAT");

        assertThat(key).startsWith("PLAT-");
        JsonNode read = json(script().get(ISSUE + "/OPS-1?expand=changelog"));
        assertThat(read.path("id").asText()).isEqualTo(id);
        assertThat(read.path("key").asText()).isEqualTo(key);
        assertThat(read.at("/fields/project/key").asText()).isEqualTo("PLAT");
        assertThat(read.at("/changelog/histories/0/items/0/field").asText()).isEqualTo("Key");
        assertThat(read.at("/changelog/histories/0/author/displayName").asText())
                .isEqualTo("Somebody at the board");
    }

    @Test
    void requiresFieldsAndSaysSoBeforehand() {
        sandbox.misbehave().requireFields("customfield_10050");

        HttpResponse<String> refused = tryToCreate("\"labels\":[]");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/customfield_10050").asText()).isEqualTo("customfield_10050 is required.");
        assertThat(script().get(ISSUE + "/createmeta/OPS/issuetypes/10001").body())
                .contains("customfield_10050");
        create("\"customfield_10050\":\"Team Blue\"");
        assertThat(json(script().get(ISSUE + "/OPS-1"))
                        .at("/fields/customfield_10050")
                        .asText())
                .isEqualTo("Team Blue");
    }

    @Test
    void refusesPrioritiesAndAssignees() {
        create("\"labels\":[]");
        sandbox.misbehave().refusePriorities("Highest").refuseAssignees(true);

        assertThat(tryToCreate("\"priority\":{\"id\":\"1\"}").body()).contains("The priority selected is invalid.");
        assertThat(script().get(ISSUE + "/createmeta/OPS/issuetypes/10001").body())
                .doesNotContain("Highest");
        assertThat(script().send(
                                "PUT", ISSUE + "/OPS-1/assignee", "application/json", "{\"accountId\":\"sandbox:kim\"}")
                        .body())
                .contains("User 'sandbox:kim' cannot be assigned issues.");
        assertThat(script().get("/rest/api/3/user/assignable/search?project=OPS&query=kim")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void answersEachFaultInItsWay() {
        assertThat(answerAt(Fault.ERROR).orElseThrow().statusCode()).isEqualTo(500);
        assertThat(answerAt(Fault.UNAVAILABLE).orElseThrow().statusCode()).isEqualTo(503);
        assertThat(answerAt(Fault.HTML_ERROR).orElseThrow().body()).contains("<html>");
        assertThat(answerAt(Fault.THROTTLED).orElseThrow().headers().firstValue("Retry-After"))
                .contains("7");
        assertThat(answerAt(Fault.THROTTLED_UNTIL).orElseThrow().headers().firstValue("Retry-After"))
                .contains("Mon, 2 Mar 2026 10:15:37 GMT");
        HttpResponse<String> gateway = answerAt(Fault.THROTTLED_BY_GATEWAY).orElseThrow();
        assertThat(gateway.statusCode()).isEqualTo(429);
        assertThat(gateway.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answerAt(Fault.DROPPED)).isEmpty();
        assertThat(sandbox.issues()).as("nothing was done").isEmpty();
    }

    @Test
    void doesWhatWasAskedBeforeItFailsAfterTheEffect() {
        sandbox.misbehave().tooLate(Duration.ofMillis(50));
        int made = 0;
        for (Fault fault : Fault.values()) {
            if (fault.isAfterTheEffect()) {
                answerAt(fault)
                        .ifPresent(answer -> assertThat(answer.statusCode()).isEqualTo(500));
                made++;
            }
        }

        assertThat(made).isEqualTo(3);
        assertThat(sandbox.issues()).hasSize(made);
    }

    @Test
    void failsAsPlannedByMethodAndPath() {
        List<String> asked = new ArrayList<>();
        sandbox.misbehave().plan((method, path) -> {
            asked.add(method + " " + path);
            return method.equals("GET") ? Optional.of(Fault.ERROR) : Optional.empty();
        });

        create("\"labels\":[]");

        assertThat(script().get(ISSUE + "/OPS-1").statusCode()).isEqualTo(500);
        assertThat(asked).containsExactly("POST " + ISSUE, "GET " + ISSUE + "/OPS-1");
    }

    @Test
    void closesWithTheReasonThatWasGivenAndForgetsItWhenReopened() {
        create("\"labels\":[]");

        sandbox.resolve("OPS-1", "Won't Do");
        assertThat(json(script().get(ISSUE + "/OPS-1"))
                        .at("/fields/resolution/name")
                        .asText())
                .isEqualTo("Won't Do");
        sandbox.move("OPS-1", "To Do");

        assertThat(json(script().get(ISSUE + "/OPS-1")).at("/fields/resolution").isNull())
                .isTrue();
    }

    @Test
    void letsAPersonMakeTheTroubleOfOneTicketByHand() {
        create("\"labels\":[\"a\"]");

        press("/browse/OPS-1/trouble", "what=hide");
        assertThat(script().get(ISSUE + "/OPS-1").statusCode()).isEqualTo(404);
        press("/browse/OPS-1/trouble", "what=hide");
        press("/browse/OPS-1/trouble", "what=lag&number=120");
        assertThat(found("labels = a")).isEmpty();
        press("/browse/OPS-1/edit", "duedate=2026-03-09&priority=5&assignee=sandbox:kim");
        press("/browse/OPS-1/trouble", "what=transfer&project=PLAT");
        press("/browse/OPS-1/move", "to=wont-do");

        JsonNode issue = json(script().get(ISSUE + "/OPS-1"));
        assertThat(issue.path("key").asText()).startsWith("PLAT-");
        assertThat(issue.at("/fields/resolution/name").asText()).isEqualTo("Won't Do");
        assertThat(issue.at("/fields/assignee/displayName").asText()).isEqualTo("Kim");
    }

    @Test
    void letsAPersonMakeTheTroubleOfAllTicketsByHandAndSaysWhatIsWrong() {
        press("/misbehave", "what=sometimes&number=30&fault=ERROR_AFTERWARDS");
        press("/misbehave", "what=fields&fields=duedate&required=customfield_1&priorities=Highest&assignees=on");
        press("/misbehave", "what=messages&twice=10&late=10&lost=5");
        press("/misbehave", "what=lag&number=120");
        press("/misbehave", "what=slow&number=1");
        press("/misbehave", "what=webhooks");
        press("/misbehave", "what=project");
        press("/misbehave", "what=search");
        press("/misbehave", "what=names");

        assertThat(browser().get("/misbehave").body())
                .contains(
                        "30 % of all calls: do it, but answer 500.",
                        "Refuses duedate.",
                        "Requires customfield_1.",
                        "Has no priority Highest.",
                        "Lets nobody be assigned.",
                        "Of 100 webhooks 10 are sent twice, 10 late, 5 never.",
                        "after 0 to 120 s",
                        "Takes 1 ms for each call.",
                        "Sends no webhooks.",
                        "may not see the project",
                        "Has removed the search.",
                        "Has its own names for ",
                        "Bring the search back",
                        "Use the usual names");
        press("/misbehave", "what=names");
        press("/misbehave", "what=down");
        assertThat(browser().get("/misbehave").body())
                .contains("Is down.", "Speak French")
                .doesNotContain("own names for");
        press("/misbehave", "what=reset");
        assertThat(sandbox.misbehave().describe()).isEmpty();
    }

    private Optional<HttpResponse<String>> answerAt(Fault fault) {
        sandbox.misbehave().next(fault, 1);
        try {
            return Optional.of(tryToCreate("\"labels\":[]"));
        } catch (UncheckedIOException dropped) {
            return Optional.empty();
        }
    }

    private void create(String fields) {
        assertThat(tryToCreate(fields).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> tryToCreate(String fields) {
        return script().postJson(
                        ISSUE,
                        "{\"fields\":{\"project\":{\"key\":\"OPS\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"One\","
                                + fields + "}}");
    }

    private void put(String key, String body) {
        assertThat(script().send("PUT", ISSUE + "/" + key, "application/json", body)
                        .statusCode())
                .isEqualTo(204);
    }

    private List<String> found(String jql) {
        return json(script().postJson(
                                "/rest/api/3/search/jql",
                                "{\"jql\":\"" + jql + "\",\"fields\":[\"labels\"],\"maxResults\":500}"))
                .path("issues")
                .findValuesAsText("key");
    }

    private final class MovingClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
