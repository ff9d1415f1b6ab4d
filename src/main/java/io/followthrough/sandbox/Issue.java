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

    /** Account ids of those who watch it, in the order they came. */
    List<String> watchers() {
        List<String> watchers = new ArrayList<>();
        doc.path("watchers").forEach(account -> watchers.add(account.asText()));
        return watchers;
    }

    /** The key, and those it had before it was moved to another project. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(key()));
        doc.path("formerKeys").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    /** The part of the key that names the project. */
    String project() {
        return key().replaceAll("-\\d+$", "");
    }

    ArrayNode comments() {
        return doc.withArray("/comments");
    }

    ObjectNode properties() {
        return doc.withObject("/properties");
    }

    /** What changed, when and by whom, oldest first. */
    ArrayNode changes() {
        return doc.withArray("/changes");
    }

    /** Values of fields that only some projects have, by field id. */
    ObjectNode more() {
        return doc.withObject("/more");
    }

    /** Adds what is not there yet, so that reading never changes anything. */
    Issue complete() {
        comments();
        properties();
        changes();
        more();
        return this;
    }

    /** Whether the account of the application may not see it. */
    boolean isHidden() {
        return doc.path("hidden").asBoolean();
    }

    /** From when on the search finds it, if the sandbox as a whole does not lag. */
    Instant searchableAt() {
        return get("searchable").isEmpty() ? createdAt() : Instant.parse(get("searchable"));
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
