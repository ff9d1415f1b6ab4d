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
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/**
 * Atlassian's own descriptions of the REST APIs of Jira Cloud (version 3) and Jira Data Center (version 2), which
 * nobody here wrote: both sides are held to them. Which one counts is told by the path.
 */
public final class JiraContract {

    private static final Path DIRECTORY = Path.of("../shared/jira-openapi");
    private static final Path CLOUD = DIRECTORY.resolve("jira-cloud-v3.trimmed.json");
    private static final Path DATA_CENTER = DIRECTORY.resolve("jira-datacenter-10.0.0.json");
    private static final Path ADF = DIRECTORY.resolve("adf-schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What Jira answers to anybody at any time, and its document does not list. */
    private static final Set<Integer> UNDOCUMENTED = Set.of(0, 401, 404, 410, 429, 500, 502, 503);

    private static final String ABSENT =
            "Jira's OpenAPI documents are not at " + DIRECTORY.toAbsolutePath().normalize();

    private static JiraContract contract;
    private static boolean saidThatItIsAbsent;
    private static @Nullable SandboxExchange latest;

    private final OpenApiInteractionValidator cloud;
    private final OpenApiInteractionValidator dataCenter;
    private final JsonSchema adf;

    private JiraContract() {
        try {
            cloud = validator(Files.readString(CLOUD)).build();
            dataCenter = validator(corrected(Files.readString(DATA_CENTER)))
                    .withBasePathOverride("/rest")
                    .build();
            adf = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(Files.readString(ADF));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenApiInteractionValidator.Builder validator(String api) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(api)
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                        .withLevel("validation.response.body.missing", ValidationReport.Level.IGNORE)
                        .build());
    }

    /**
     * The document of Data Center is generated from Java types and wrong where they are written to JSON in another
     * way. Each correction follows the document's own example or description, or what Data Center is known to answer.
     */
    private static String corrected(String api) throws JsonProcessingException {
        ObjectNode document = (ObjectNode) JSON.readTree(api);
        // A summary is no object, and {"add": …} has no members "operation" and "value": see their examples.
        anything(document, "IssueUpdateBean", "fields");
        anything(document, "IssueUpdateBean", "update");
        anything(document, "IssueBean", "fields");
        // "A map of permission keys to permission objects", of which the example has havePermission.
        anything(document, "PermissionsJsonBean", "permissions");
        // The example is a JSON object, and so is what is written.
        schema(document, "EntityPropertyBean").withObject("/properties").putObject("value");
        // Empty, although every Jira says there what it is.
        schema(document, "ServerInfoBean").put("additionalProperties", true);
        for (String list : List.of("/api/2/user/assignable/search", "/api/2/priority")) {
            wrap(document, list, "array");
        }
        // Pages, as their parameters startAt and maxResults tell; the list is known to be called "values".
        wrap(document, "/api/2/issue/createmeta/{projectIdOrKey}/issuetypes", "page");
        wrap(document, "/api/2/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}", "page");
        // Values of a field are objects of many kinds.
        schema(document, "FieldMetaBean")
                .withObject("/properties/allowedValues/items")
                .put("additionalProperties", true);
        return document.toString();
    }

    private static ObjectNode schema(ObjectNode document, String name) {
        return (ObjectNode) document.at("/components/schemas/" + name);
    }

    private static void anything(ObjectNode document, String schema, String property) {
        ((ObjectNode) schema(document, schema).at("/properties/" + property)).put("additionalProperties", true);
    }

    /** Says of an answer that it is a list, or a page, of what the document says it is. */
    private static void wrap(ObjectNode document, String path, String as) {
        ObjectNode content = (ObjectNode) document.path("paths")
                .path(path)
                .at("/get/responses/200/content")
                .path("application/json");
        ObjectNode list = JSON.createObjectNode().put("type", "array");
        list.set("items", content.path("schema"));
        if (as.equals("array")) {
            content.set("schema", list);
            return;
        }
        ObjectNode page = content.putObject("schema").put("type", "object");
        ObjectNode properties = page.putObject("properties");
        for (String number : List.of("startAt", "maxResults", "total")) {
            properties.putObject(number).put("type", "integer");
        }
        properties.putObject("isLast").put("type", "boolean");
        properties.set("values", list);
        page.putArray("required").add("values").add("total");
    }

    public static boolean isHere() {
        return Files.isRegularFile(CLOUD) && Files.isRegularFile(DATA_CENTER) && Files.isRegularFile(ADF);
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

    /** Fails unless the rich text is as its schema says; says when that is absent. */
    public static void assertDocumentKeptWhereKnown(JsonNode document) {
        if (isKnown()) {
            assertThat(orSkip().adf.validate(document)).as("ADF: " + document).isEmpty();
        }
    }

    /** As {@link #assertKeptWhereKnown}, of the requests only: the answers were made up. */
    public static void assertRequestsKeptWhereKnown(List<SandboxExchange> exchanges) {
        if (isKnown()) {
            exchanges.forEach(exchange -> assertNone(orSkip().problemsOfRequest(exchange), exchange));
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
            checkTexts(exchange, parse(exchange.requestBody()));
        }
        for (String pair :
                exchange.query().isEmpty() ? new String[0] : exchange.query().split("&")) {
            request.withQueryParam(pair.replaceFirst("=.*", ""), pair.replaceFirst("^[^=]*=", ""));
        }
        return of(exchange).validateRequest(request.build());
    }

    private ValidationReport problemsOfAnswer(SandboxExchange exchange) {
        // Data Center's document forgets for most calls that strangers are turned away.
        boolean turnedAway = exchange.status() == 401 && isOfDataCenter(exchange);
        if (turnedAway || UNDOCUMENTED.contains(exchange.status())) {
            return ValidationReport.empty();
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
        if (!exchange.responseBody().isEmpty()) {
            response.withContentType(exchange.contentType()).withBody(exchange.responseBody());
            if (exchange.status() < 400) {
                checkTexts(exchange, parse(exchange.responseBody()));
            }
        }
        return of(exchange)
                .validateResponse(exchange.path(), Request.Method.valueOf(exchange.method()), response.build());
    }

    /** Rich text is untyped in the OpenAPI document and has a schema of its own. */
    private void checkTexts(SandboxExchange exchange, JsonNode json) {
        for (String field : List.of("description", "body")) {
            for (JsonNode text : json.findValues(field)) {
                if (isOfDataCenter(exchange)) {
                    assertThat(text.isNull() || text.isTextual())
                            .as("wiki markup: " + text)
                            .isTrue();
                } else if (!text.isNull()) {
                    assertThat(adf.validate(text)).as("ADF: " + text).isEmpty();
                }
            }
        }
    }

    private OpenApiInteractionValidator of(SandboxExchange exchange) {
        return isOfDataCenter(exchange) ? dataCenter : cloud;
    }

    private static boolean isOfDataCenter(SandboxExchange exchange) {
        return exchange.path().startsWith("/rest/api/2/");
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }
}
