package io.followthrough.dashboard.web;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.springframework.beans.factory.annotation.Autowired;

/** Integration tests that hand in postmortems as scripts do, and look at what comes of them. */
abstract class WithPostmortems extends IntegrationTest {

    @Autowired
    private ObjectMapper json;

    /** Number of a draft of {@code author} that promises these items. */
    String aDraft(String... items) {
        return aDraftOf("author", items);
    }

    String aDraftOf(String person, String... items) {
        HttpResponse<String> created = script(person)
                .send(
                        "POST",
                        "/api/postmortems",
                        "text/markdown",
                        aDocument().promising(items).text());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return parse(created).path("number").asText();
    }

    /** Number of a postmortem that {@code author} sent to review. */
    String inReview(String... items) {
        String number = aDraft(items);
        assertThat(script("author")
                        .postJson("/api/postmortems/" + number + "/submit", "")
                        .statusCode())
                .isEqualTo(200);
        return number;
    }

    /** Number of a postmortem whose items are open. */
    String published(String... items) {
        String number = inReview(items);
        HttpResponse<String> approved =
                script("reviewer").postJson("/api/postmortems/" + number + "/review", "{\"decision\":\"approve\"}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(204);
        engine.runDueJobs(number);
        assertThat(api("/api/postmortems/" + number).path("status").asText()).isEqualTo("tracking");
        return number;
    }

    JsonNode api(String path) {
        HttpResponse<String> answer = script("manager").get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parse(answer);
    }

    HttpResponse<String> patch(Visitor visitor, String item, String change) {
        return visitor.send("PATCH", "/api/action-items/" + item, "application/json", change);
    }

    JsonNode parse(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
