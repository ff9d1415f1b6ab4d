package io.followthrough.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, read completely. */
record Call(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    private static final int LARGEST_BODY = 2_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Call read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                pairs(exchange.getRequestURI().getRawQuery()),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase());
    }

    /** A parameter of the address; several of one name are not supported. */
    String query(String name) {
        return query.getOrDefault(name, "");
    }

    List<String> queryList(String name) {
        return query(name).isBlank() ? List.of() : List.of(query(name).split("\\s*,\\s*"));
    }

    Map<String, String> form() {
        return pairs(body);
    }

    JsonNode json() {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw RefusedException.because(
                    400, "There was an error parsing JSON. Check that your request body is valid.");
        }
        throw RefusedException.because(
                400, "Invalid request payload. Refer to the REST API documentation and try again.");
    }

    /** A body that is one text in JSON. */
    String text() {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isTextual()) {
                return json.asText();
            }
        } catch (JsonProcessingException e) {
            throw RefusedException.because(400, "There was an error parsing JSON.");
        }
        throw RefusedException.because(400, "A text is expected.");
    }

    private static Map<String, String> pairs(@Nullable String encoded) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                String[] parts = pair.split("=", 2);
                pairs.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedException.because(400, "The address or the form cannot be decoded.");
        }
    }
}
