package io.followthrough.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The board of action items over HTTP. */
class ActionItemApiIT extends WithPostmortems {

    @Test
    void answersAPageFarBeyondTheLastWithAnEmptyOne() {
        assertThat(script("author")
                        .get("/api/action-items?page=2000000000&size=500")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor("author").get("/action-items?page=2000000000").statusCode())
                .isEqualTo(200);
        assertThat(script("author")
                        .get("/api/postmortems?page=2000000000&size=200")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void listsWhatTheFiltersLetThrough() {
        String number = published("Watch the queue of the printer", "Replace the printer");
        String first = number + "-1";
        LocalDate due = time.today().plusDays(3);
        patch(script("manager"), first, "{\"owner\":\"lead\",\"priority\":\"P0\",\"due\":\"" + due + "\"}");

        assertThat(ids("postmortem=" + number)).containsExactly(first, number + "-2");
        assertThat(ids("postmortem=" + number + "&owner=lead")).containsExactly(first);
        assertThat(ids("postmortem=" + number + "&priority=P0")).containsExactly(first);
        assertThat(ids("postmortem=" + number + "&q=PRINTER")).hasSize(2);
        assertThat(ids("postmortem=" + number + "&q=replace")).containsExactly(number + "-2");
        assertThat(ids("postmortem=" + number + "&status=settled")).isEmpty();
        assertThat(ids("postmortem=" + number + "&overdue=true")).isEmpty();
        assertThat(ids("postmortem=" + number + "&sort=-id")).containsExactly(number + "-2", first);
        assertThat(ids("postmortem=" + number + "&size=1&page=1")).containsExactly(number + "-2");

        time.tick(Duration.ofDays(4));
        assertThat(ids("postmortem=" + number + "&overdue=true")).containsExactly(first);
    }

    @Test
    void takesPercentAndUnderscoreInASearchAsTheyAre() {
        String number = published("Keep the disk below 80% full");

        assertThat(ids("postmortem=" + number + "&q=80%25+full")).hasSize(1);
        assertThat(ids("postmortem=" + number + "&q=8_%25")).isEmpty();
    }

    @Test
    void refusesAStatusThatIsNone() {
        HttpResponse<String> answer = script("author").get("/api/action-items?status=late");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("proposed, open or settled");
    }

    @Test
    void refusesAFilterThatIsNoPage() {
        assertThat(script("author").get("/api/action-items?page=two").statusCode())
                .isEqualTo(400);
    }

    @Test
    void addsAnItemToWhatIsPublished() {
        String number = published("Watch the disks");

        HttpResponse<String> added = script("reviewer")
                .postJson(
                        "/api/postmortems/" + number + "/action-items",
                        "{\"title\":\"Order larger disks\",\"owner\":\"lead\",\"priority\":\"P1\"}");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode item = api("/api/action-items/" + number + "-2");
        assertThat(item.path("owner").asText()).isEqualTo("lead");
        assertThat(item.path("status").asText()).isEqualTo("open");
        assertThat(item.path("due").asText()).isGreaterThan(time.today().format(DateTimeFormatter.ISO_LOCAL_DATE));
    }

    @Test
    void addsNothingToADraft() {
        HttpResponse<String> answer = script("author")
                .postJson("/api/postmortems/" + aDraft() + "/action-items", "{\"title\":\"Order larger disks\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("document");
    }

    @Test
    void addsNothingWithoutATitle() {
        HttpResponse<String> answer =
                script("author").postJson("/api/postmortems/" + published() + "/action-items", "{\"owner\":\"lead\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void letsOnlyThoseChangeAnItemWhoHaveToDoWithIt() {
        String item = aDraftOf("reviewer") + "-1";

        assertThat(patch(script("author"), item, "{\"priority\":\"P4\"}").statusCode())
                .isEqualTo(403);
        assertThat(patch(anybody(), item, "{\"priority\":\"P4\"}").statusCode()).isIn(401, 403);
        assertThat(api("/api/action-items/" + item).path("priorityProposed").asBoolean())
                .isTrue();
        assertThat(patch(script("manager"), item, "{\"owner\":\"author\"}").statusCode())
                .isEqualTo(200);
        assertThat(patch(script("author"), item, "{\"priority\":\"P4\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysWhichPrioritiesThereAre() {
        HttpResponse<String> answer = patch(script("author"), aDraft() + "-1", "{\"priority\":\"urgent\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(parse(answer).path("detail").asText()).contains("urgent", "priority", "P0, P1, P2, P3, P4");
    }

    @Test
    void saysHowDaysAreWritten() {
        HttpResponse<String> answer = patch(script("author"), aDraft() + "-1", "{\"due\":\"next week\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(parse(answer).path("detail").asText()).contains("due", "2026-03-31");
    }

    @Test
    void refusesAChangeThatNamesNothing() {
        HttpResponse<String> answer = patch(script("author"), aDraft() + "-1", "{\"dueDate\":\"2999-01-01\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("owner, priority, due or kind");
    }

    @Test
    void saysThatThereIsNoSuchItem() {
        for (String path : List.of("/api/action-items/PM-0-1", "/api/postmortems/PM-0", "/api/postmortems/none")) {
            HttpResponse<String> answer = script("author").get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(parse(answer).path("detail").asText()).startsWith("There is no");
        }
    }

    @Test
    void hasNoEscalationsBeforeTheDay() {
        assertThat(api("/api/action-items/" + published() + "-1/escalations")).isEmpty();
    }

    private List<String> ids(String query) {
        return api("/api/action-items?" + query).path("actionItems").findValuesAsText("id");
    }
}
