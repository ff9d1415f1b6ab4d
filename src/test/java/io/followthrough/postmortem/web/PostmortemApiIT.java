package io.followthrough.postmortem.web;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import io.followthrough.document.CanonicalMarkdown;
import io.followthrough.document.Documents;
import io.followthrough.document.Samples;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Postmortems over HTTP, as a script hands them in. */
class PostmortemApiIT extends IntegrationTest {

    @Autowired
    private ObjectMapper json;

    private Visitor author;
    private int stored;

    @BeforeEach
    void count() {
        author = script("author");
        stored = postmortems();
    }

    @Test
    void storesMarkdownAsADraftAndSaysWhatWasRead() throws Exception {
        HttpResponse<String> answer = author.send(
                "POST",
                "/api/postmortems",
                "text/markdown",
                aDocument()
                        .titled("Checkout lost orders")
                        .promising("Add an alert on lost orders")
                        .text());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode draft = json.readTree(answer.body());
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/postmortems/" + draft.path("number").asText());
        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(draft.path("title").asText()).isEqualTo("Checkout lost orders");
        assertThat(draft.at("/document/actionItems/0/title").asText()).isEqualTo("Add an alert on lost orders");
    }

    @Test
    void storesTheTextOfAJsonObject() throws Exception {
        HttpResponse<String> answer = author.postJson(
                "/api/postmortems",
                json.writeValueAsString(Map.of("source", aDocument().text())));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void lintsWithoutStoring() throws Exception {
        HttpResponse<String> answer = author.send(
                "POST", "/api/postmortems/lint", "text/plain", aDocument().text());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.readTree(answer.body()).path("postmortem").asBoolean()).isTrue();
        assertThat(postmortems()).isEqualTo(stored);
    }

    @Test
    void exportsWhatWasReadInAFormThatReadsBackTheSame() throws Exception {
        String original = Samples.text("checkout-memory-leak.md");
        JsonNode draft = json.readTree(author.send("POST", "/api/postmortems", "text/markdown", original)
                .body());
        String number = draft.path("number").asText();

        HttpResponse<String> export = author.get("/api/postmortems/" + number + "/export.md");
        HttpResponse<String> again = author.send("POST", "/api/postmortems", "text/markdown", export.body());

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(export.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + number + ".md\"");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(export.body())
                .isEqualTo(CanonicalMarkdown.of(Documents.read(original).document()))
                .isEqualTo(author.get("/api/postmortems/"
                                + json.readTree(again.body()).path("number").asText() + "/export.md")
                        .body());
    }

    @Test
    void offersTheExportOnThePageOfThePostmortem() throws Exception {
        JsonNode draft = json.readTree(author.send(
                        "POST", "/api/postmortems", "text/markdown", aDocument().text())
                .body());
        String number = draft.path("number").asText();

        assertThat(visitor("author").get("/postmortems/" + number).body())
                .contains("href=\"/api/postmortems/" + number + "/export.md\"");
    }

    @Test
    void refusesToExportWhatIsNotThereOrToStrangers() {
        assertThat(author.get("/api/postmortems/PM-999999/export.md").statusCode())
                .isEqualTo(404);
        assertThat(anybody().get("/api/postmortems/PM-1/export.md").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAnEmptyText() {
        refused(author.send("POST", "/api/postmortems", "text/markdown", ""), 400, "empty");
        refused(author.send("POST", "/api/postmortems", "text/markdown", "  \n "), 400, "empty");
    }

    @Test
    void refusesABinaryFile() {
        refused(
                author.send(
                        "POST", "/api/postmortems", "text/plain", "GIF89a\u0003\u0004\u0000\u0000\u0001binary\u0000"),
                415,
                "text");
    }

    @Test
    void refusesMoreThanTenMebibytes() {
        refused(author.send("POST", "/api/postmortems", "text/plain", "word ".repeat(2_200_000)), 413, "bytes");
    }

    @Test
    void refusesWhatIsNoPostmortem() {
        refused(
                author.send(
                        "POST",
                        "/api/postmortems",
                        "text/plain",
                        "Dear all,\n\nthe canteen opens at noon on Friday.\n\nYours\nKim\n"),
                422,
                "postmortem");
    }

    @Test
    void refusesAJsonObjectWithoutSource() {
        refused(author.postJson("/api/postmortems", "{\"text\":\"hello\"}"), 422, "source");
    }

    @Test
    void refusesOtherKindsOfBodies() {
        refused(author.send("POST", "/api/postmortems", "application/pdf", "%PDF-1.7"), 415, "PDF");
        refused(
                author.send("POST", "/api/postmortems", "application/x-www-form-urlencoded", "a=b"),
                415,
                "multipart/form-data");
    }

    @Test
    void asksStrangersToLogIn() {
        assertThat(anybody().get("/api/postmortems").statusCode()).isEqualTo(401);
    }

    @Test
    void showsADraftWithItsItemsAndHistory() throws Exception {
        String number = create();

        JsonNode detail = json.readTree(author.get("/api/postmortems/" + number).body());

        assertThat(detail.path("number").asText()).isEqualTo(number);
        JsonNode item = detail.at("/actionItems/0");
        assertThat(item.path("id").asText()).isEqualTo(number + "-1");
        assertThat(item.path("owner").asText()).isEqualTo("author");
        assertThat(item.path("ownerProposed").asBoolean()).isTrue();
        assertThat(item.path("priority").asText()).matches("P[0-4]");
        assertThat(item.path("due").asText()).isNotEmpty();
        assertThat(detail.at("/history/0/action").asText()).isEqualTo("draft-created");
    }

    @Test
    void keepsEachRevision() throws Exception {
        String number = create();

        HttpResponse<String> revised = author.send(
                "PUT",
                "/api/postmortems/" + number,
                "text/markdown",
                aDocument().titled("Second thoughts").text());

        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
        assertThat(json.readTree(revised.body()).path("revision").asInt()).isEqualTo(2);
        assertThat(json.readTree(revised.body()).path("title").asText()).isEqualTo("Second thoughts");
    }

    @Test
    void letsNobodyElseReviseOrSubmitADraft() throws Exception {
        String number = create();
        Visitor reviewer = script("reviewer");

        assertThat(reviewer.send(
                                "PUT",
                                "/api/postmortems/" + number,
                                "text/markdown",
                                aDocument().text())
                        .statusCode())
                .isEqualTo(403);
        assertThat(reviewer.postJson("/api/postmortems/" + number + "/submit", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesToSubmitWhatPromisesNothingAndNamesTheFinding() throws Exception {
        HttpResponse<String> created = author.send("POST", "/api/postmortems", "text/markdown", """
                # Postmortem: mail stood still

                ## Summary

                Mail stood still from 09:00 to 10:00 UTC on March 4th, 2026 for 30% of our users.

                ## Timeline

                - 09:00: the queue stops
                - 10:00: the queue runs again

                ## Root cause

                A full disk.
                """);
        String number = json.readTree(created.body()).path("number").asText();

        HttpResponse<String> answer = author.postJson("/api/postmortems/" + number + "/submit", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json.readTree(answer.body()).findValuesAsText("rule")).contains("missing-action-items");
    }

    @Test
    void reviewsOverTheApi() throws Exception {
        String number = create();
        assertThat(author.postJson("/api/postmortems/" + number + "/submit", "").statusCode())
                .isEqualTo(200);
        assertThat(author.postJson("/api/postmortems/" + number + "/review", "{\"decision\":\"approve\"}")
                        .statusCode())
                .isEqualTo(403);

        HttpResponse<String> unclear =
                script("reviewer").postJson("/api/postmortems/" + number + "/review", "{\"decision\":\"maybe\"}");
        HttpResponse<String> approved =
                script("reviewer").postJson("/api/postmortems/" + number + "/review", "{\"decision\":\"approve\"}");

        assertThat(unclear.statusCode()).isEqualTo(422);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(204);
        assertThat(script("reviewer")
                        .postJson("/api/postmortems/" + number + "/review", "{\"decision\":\"approve\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void changesAnActionItemAndRefusesWhatMakesNoSense() throws Exception {
        String item = create() + "-1";

        HttpResponse<String> changed = author.send(
                "PATCH",
                "/api/action-items/" + item,
                "application/json",
                "{\"owner\":\"lead\",\"priority\":\"P0\",\"kind\":\"detect\"}");
        HttpResponse<String> nobody =
                author.send("PATCH", "/api/action-items/" + item, "application/json", "{\"owner\":\"nobody\"}");
        HttpResponse<String> past =
                author.send("PATCH", "/api/action-items/" + item, "application/json", "{\"due\":\"2001-01-01\"}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json.readTree(changed.body()).path("owner").asText()).isEqualTo("lead");
        assertThat(json.readTree(changed.body()).path("ownerProposed").asBoolean())
                .isFalse();
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(author.get("/api/action-items/PM-999999-1").statusCode()).isEqualTo(404);
    }

    @Test
    void describesItself() throws Exception {
        JsonNode description = json.readTree(author.get("/v3/api-docs").body());

        assertThat(description.path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/postmortems",
                        "/api/postmortems/{number}",
                        "/api/postmortems/{number}/submit",
                        "/api/postmortems/{number}/review",
                        "/api/action-items",
                        "/api/action-items/{id}",
                        "/api/action-items/{id}/snooze",
                        "/api/dashboard");
        JsonNode detail = description.at("/components/schemas/Detail/properties");
        JsonNode shown =
                json.readTree(author.get("/api/postmortems/" + create()).body());
        assertThat(shown.fieldNames())
                .toIterable()
                .contains("number", "status", "document", "actionItems", "history")
                .allSatisfy(name -> assertThat(detail.has(name)).as(name).isTrue());
    }

    private void refused(HttpResponse<String> answer, int status, String word) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
        assertThat(answer.body()).containsIgnoringCase(word);
        assertThat(postmortems()).isEqualTo(stored);
    }

    private String create() throws Exception {
        HttpResponse<String> answer = author.send(
                "POST", "/api/postmortems", "text/markdown", aDocument().text());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).path("number").asText();
    }

    private int postmortems() {
        Integer count = jdbc.queryForObject("select count(*) from postmortem", Integer.class);
        return count == null ? 0 : count;
    }
}
