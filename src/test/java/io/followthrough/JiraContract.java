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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Atlassian's own descriptions of the REST APIs of Jira Cloud (version 3) and Jira Data Center (version 2), which
 * nobody here wrote: both sides are held to them. Which one counts is told by the path.
 */
public final class JiraContract {

    /** The documents are Atlassian's and no part of this project. */
    private static final Path DIRECTORY =
            Path.of(System.getProperty("jira.contract.documents", "../shared/jira-openapi"));

    private static final Path CLOUD = DIRECTORY.resolve("jira-cloud-v3.trimmed.json");
    private static final Path DATA_CENTER = DIRECTORY.resolve("jira-datacenter-10.0.0.json");
    private static final Path ADF = DIRECTORY.resolve("adf-schema.json");

    static final String ABSENT =
            "Jira's OpenAPI documents are not at " + DIRECTORY.toAbsolutePath().normalize();

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What Jira answers to anybody at any time, and its document does not list. */
    private static final Set<Integer> UNDOCUMENTED = Set.of(0, 401, 404, 410, 429, 500, 502, 503);

    private static @Nullable OpenApiInteractionValidator cloud;
    private static @Nullable OpenApiInteractionValidator dataCenter;
    private static @Nullable JsonSchema adf;

    private JiraContract() {}

    private static synchronized OpenApiInteractionValidator cloud() {
        if (cloud == null) {
            cloud = validator(read(CLOUD)).build();
        }
        return cloud;
    }

    private static synchronized OpenApiInteractionValidator dataCenter() {
        if (dataCenter == null) {
            dataCenter = validator(corrected(read(DATA_CENTER)))
                    .withBasePathOverride("/rest")
                    .build();
        }
        return dataCenter;
    }

    private static synchronized JsonSchema adf() {
        if (adf == null) {
            adf = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(read(ADF));
        }
        return adf;
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
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
    private static String corrected(String api) {
        ObjectNode document = parsed(api);
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

    private static ObjectNode parsed(String api) {
        try {
            return (ObjectNode) JSON.readTree(api);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Whether the documents are there. */
    static boolean isHere() {
        return Files.isRegularFile(CLOUD) && Files.isRegularFile(DATA_CENTER) && Files.isRegularFile(ADF);
    }

    /** Skips the test where the documents are absent. */
    public static void need() {
        Assumptions.assumeTrue(isHere(), "SKIPPED: " + ABSENT);
    }

    /** Fails unless every request and every answer is as the document says. */
    public static void assertKept(List<SandboxExchange> exchanges) {
        need();
        assertThat(exchanges).isNotEmpty();
        exchanges.forEach(
                exchange -> assertThat(problems(exchange, true)).as("problems").isEmpty());
    }

    /** As {@link #assertKept}, of the requests only: the answers were made up. */
    public static void assertRequestsKept(List<SandboxExchange> exchanges) {
        if (isHere()) {
            exchanges.forEach(exchange ->
                    assertThat(problemsOfRequest(exchange)).as("problems").isEmpty());
        }
    }

    /** Fails unless the rich text is as its schema says. */
    public static void assertDocumentKept(JsonNode document) {
        need();
        assertThat(adf().validate(document)).as("ADF: " + document).isEmpty();
    }

    /** What is wrong with an exchange; with its answer only, where requests do not count. */
    static List<String> problems(SandboxExchange exchange, boolean requestsCount) {
        List<String> problems = new ArrayList<>(requestsCount ? problemsOfRequest(exchange) : List.of());
        problems.addAll(problemsOfAnswer(exchange));
        return problems;
    }

    private static List<String> in(ValidationReport report, SandboxExchange exchange) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                // The document shows no bodies of errors for most calls; Jira sends one.
                .filter(message ->
                        exchange.status() < 400 || !message.getKey().equals("validation.response.body.unexpected"))
                .map(message -> message + " in " + exchange)
                .toList();
    }

    private static List<String> problemsOfRequest(SandboxExchange exchange) {
        List<String> problems = new ArrayList<>();
        SimpleRequest.Builder request = new SimpleRequest.Builder(exchange.method(), exchange.path());
        if (!exchange.requestBody().isEmpty()) {
            request.withContentType("application/json").withBody(exchange.requestBody());
            problems.addAll(problemsOfTexts(exchange, exchange.requestBody()));
        }
        for (String pair :
                exchange.query().isEmpty() ? new String[0] : exchange.query().split("&")) {
            request.withQueryParam(pair.replaceFirst("=.*", ""), pair.replaceFirst("^[^=]*=", ""));
        }
        problems.addAll(in(of(exchange).validateRequest(request.build()), exchange));
        return problems;
    }

    private static List<String> problemsOfAnswer(SandboxExchange exchange) {
        // Data Center's document forgets for most calls that strangers are turned away.
        boolean turnedAway = exchange.status() == 401 && isOfDataCenter(exchange);
        if (turnedAway || UNDOCUMENTED.contains(exchange.status())) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
        if (!exchange.responseBody().isEmpty()) {
            response.withContentType(exchange.contentType()).withBody(exchange.responseBody());
            if (exchange.status() < 400) {
                problems.addAll(problemsOfTexts(exchange, exchange.responseBody()));
            }
        }
        problems.addAll(in(
                of(exchange)
                        .validateResponse(exchange.path(), Request.Method.valueOf(exchange.method()), response.build()),
                exchange));
        return problems;
    }

    /** Rich text is untyped in the OpenAPI document and has a schema of its own. */
    private static List<String> problemsOfTexts(SandboxExchange exchange, String body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return List.of("No JSON in " + exchange);
        }
        List<String> problems = new ArrayList<>();
        for (String field : List.of("description", "body")) {
            for (JsonNode text : json.findValues(field)) {
                boolean good = isOfDataCenter(exchange)
                        ? text.isNull() || text.isTextual()
                        : text.isNull() || adf().validate(text).isEmpty();
                if (!good) {
                    problems.add("Not the rich text of this dialect: " + text + " in " + exchange);
                }
            }
        }
        return problems;
    }

    private static OpenApiInteractionValidator of(SandboxExchange exchange) {
        return isOfDataCenter(exchange) ? dataCenter() : cloud();
    }

    private static boolean isOfDataCenter(SandboxExchange exchange) {
        return exchange.path().startsWith("/rest/api/2/");
    }
}
