package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue as it is kept. Priority, status, type and assignee are ids, instants are ISO, the description is ADF.
 */
record Issue(ObjectNode doc) {

    String id() {
        return doc.path("id").asText();
    }

    String key() {
        return doc.path("key").asText();
    }

    String get(String field) {
        return doc.path(field).asText("");
    }

    Status status() {
        return Status.withId(get("status"));
    }

    JsonNode description() {
        return doc.path("description");
    }

    List<String> labels() {
        List<String> labels = new ArrayList<>();
        doc.path("labels").forEach(label -> labels.add(label.asText()));
        return labels;
    }

    ArrayNode comments() {
        return doc.withArray("/comments");
    }

    ObjectNode properties() {
        return doc.withObject("/properties");
    }

    Instant createdAt() {
        return Instant.parse(get("created"));
    }

    Issue set(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            doc.remove(field);
        } else {
            doc.put(field, value);
        }
        return this;
    }

    Issue set(String field, JsonNode value) {
        doc.set(field, value);
        return this;
    }

    Issue setLabels(Iterable<String> labels) {
        ArrayNode array = doc.putArray("labels");
        labels.forEach(array::add);
        return this;
    }

    Issue copy() {
        return new Issue(doc.deepCopy());
    }
}
