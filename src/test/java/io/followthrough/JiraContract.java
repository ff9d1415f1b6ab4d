package io.followthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.followthrough.sandbox.SandboxExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.LoggerFactory;

/** Atlassian's own description of Jira Cloud's REST API, which nobody here wrote: both sides are held to it. */
public final class JiraContract {

    private static final Path DIRECTORY = Path.of("../shared/jira-openapi");
    private static final Path API = DIRECTORY.resolve("jira-cloud-v3.trimmed.json");
    private static final Path ADF = DIRECTORY.resolve("adf-schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What Jira answers to anybody at any time, and its document does not list. */
    private static final Set<Integer> UNDOCUMENTED = Set.of(0, 404, 429, 502, 503);

    private static final String ABSENT =
            "Jira's OpenAPI document is not at " + DIRECTORY.toAbsolutePath().normalize();

    private static JiraContract contract;
    private static boolean saidThatItIsAbsent;
    private static @Nullable SandboxExchange latest;

    private final OpenApiInteractionValidator api;
    private final JsonSchema adf;

    private JiraContract() {
        try {
            api = OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(API))
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                            .withLevel("validation.response.body.missing", ValidationReport.Level.IGNORE)
                            .build())
                    .build();
            adf = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(Files.readString(ADF));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isHere() {
        return Files.isRegularFile(API) && Files.isRegularFile(ADF);
    }

    /** The contract; skips the test where it is absent. */
    public static synchronized JiraContract orSkip() {
        Assumptions.assumeTrue(isHere(), "SKIPPED: " + ABSENT);
        if (contract == null) {
            contract = new JiraContract();
        }
        return contract;
    }

    /** As {@link #assertKept}, for tests that are worth running without the contract too; says when it is absent. */
    public static void assertKeptWhereKnown(List<SandboxExchange> exchanges) {
        if (isKnown()) {
            exchanges.forEach(orSkip()::assertKept);
        }
    }

    /** As {@link #assertKeptWhereKnown}, of those that came after the ones already asked for in this way. */
    public static synchronized void assertLatestKeptWhereKnown(List<SandboxExchange> exchanges) {
        int from = exchanges.size();
        while (from > 0 && exchanges.get(from - 1) != latest) {
            from--;
        }
        latest = exchanges.isEmpty() ? latest : exchanges.get(exchanges.size() - 1);
        assertKeptWhereKnown(exchanges.subList(from, exchanges.size()));
    }

    /** As {@link #assertKeptWhereKnown}, of the answers only: the requests were wrong on purpose. */
    public static void assertAnswersKeptWhereKnown(List<SandboxExchange> exchanges) {
        if (isKnown()) {
            exchanges.forEach(orSkip()::assertAnswerKept);
        }
    }

    private static synchronized boolean isKnown() {
        if (!isHere() && !saidThatItIsAbsent) {
            saidThatItIsAbsent = true;
            LoggerFactory.getLogger(JiraContract.class).warn("NOT CHECKED against Jira's contract: {}", ABSENT);
        }
        return isHere();
    }

    /** Fails unless every request and every answer is as the document says. */
    public void assertKept(List<SandboxExchange> exchanges) {
        assertThat(exchanges).isNotEmpty();
        exchanges.forEach(this::assertKept);
    }

    private void assertKept(SandboxExchange exchange) {
        assertNone(problemsOfRequest(exchange), exchange);
        assertAnswerKept(exchange);
    }

    private void assertAnswerKept(SandboxExchange exchange) {
        assertNone(problemsOfAnswer(exchange), exchange);
    }

    private static void assertNone(ValidationReport report, SandboxExchange exchange) {
        assertThat(report.getMessages().stream()
                        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                        // The document shows no bodies of errors for most calls; Jira sends one.
                        .filter(message -> exchange.status() < 400
                                || !message.getKey().equals("validation.response.body.unexpected"))
                        .map(ValidationReport.Message::toString))
                .as(exchange.toString())
                .isEmpty();
    }

    private ValidationReport problemsOfRequest(SandboxExchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(exchange.method(), exchange.path());
        if (!exchange.requestBody().isEmpty()) {
            request.withContentType("application/json").withBody(exchange.requestBody());
            checkDocuments(parse(exchange.requestBody()));
        }
        for (String pair :
                exchange.query().isEmpty() ? new String[0] : exchange.query().split("&")) {
            request.withQueryParam(pair.replaceFirst("=.*", ""), pair.replaceFirst("^[^=]*=", ""));
        }
        return api.validateRequest(request.build());
    }

    private ValidationReport problemsOfAnswer(SandboxExchange exchange) {
        if (UNDOCUMENTED.contains(exchange.status())) {
            return ValidationReport.empty();
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
        if (!exchange.responseBody().isEmpty()) {
            response.withContentType(exchange.contentType()).withBody(exchange.responseBody());
            if (exchange.status() < 400) {
                checkDocuments(parse(exchange.responseBody()));
            }
        }
        return api.validateResponse(exchange.path(), Request.Method.valueOf(exchange.method()), response.build());
    }

    /** Rich text is untyped in the OpenAPI document and has a schema of its own. */
    private void checkDocuments(JsonNode json) {
        for (String field : List.of("description", "body")) {
            for (JsonNode document : json.findValues(field)) {
                if (!document.isNull()) {
                    assertThat(adf.validate(document)).as("ADF: " + document).isEmpty();
                }
            }
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }
}
