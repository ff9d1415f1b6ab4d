package io.followthrough.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.Visitor;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox of one test's own. */
abstract class WithASandbox {

    JiraSandbox sandbox;

    abstract JiraSandbox started();

    @BeforeEach
    void start() {
        sandbox = started();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    void press(String path, String form) {
        HttpResponse<String> answer = browser()
                .with("Origin", sandbox.url().toString())
                .send("POST", path, "application/x-www-form-urlencoded", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    Visitor script() {
        return browser().withBasic("followthrough@example.org", "sandbox");
    }

    Visitor browser() {
        return new Visitor(sandbox.url());
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
