package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over the wire. */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body.toString());
    }

    static Answer noContent() {
        return new Answer(204, Map.of(), "");
    }

    static Answer html(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/html;charset=UTF-8"), body);
    }

    static Answer seeOther(String path) {
        return new Answer(303, Map.of("Location", path), "");
    }

    static Answer error(int status, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errorMessages").add(message);
        body.putObject("errors");
        return json(status, body);
    }

    static Answer fieldErrors(Map<String, String> messages) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errorMessages");
        ObjectNode errors = body.putObject("errors");
        messages.forEach(errors::put);
        return json(400, body);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
