package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** What became of one request. */
sealed interface JiraReply {

    /** Never reached Jira: nothing was done. */
    record NotSent(String reason) implements JiraReply {}

    /** Sent, perhaps done, no complete answer. */
    record Lost(String reason) implements JiraReply {}

    /**
     * Answered.
     *
     * @param body the JSON, or a missing node where the answer was none
     */
    record Answered(int status, HttpHeaders headers, JsonNode body) implements JiraReply {

        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** An expired token makes Jira treat the caller as a stranger, with status 200 and nothing found. */
        boolean isFromStranger() {
            return String.valueOf(headers.getFirst("X-Seraph-LoginReason")).contains("AUTHENTICATED_FAILED");
        }

        /** Jira's complaints by field id. */
        Map<String, String> fieldErrors() {
            Map<String, String> errors = new LinkedHashMap<>();
            body.path("errors")
                    .fields()
                    .forEachRemaining(
                            error -> errors.put(error.getKey(), error.getValue().asText()));
            return errors;
        }

        /** Jira's complaints that belong to no field. */
        String messages() {
            StringBuilder messages = new StringBuilder();
            body.path("errorMessages").forEach(message -> messages.append(' ').append(message.asText()));
            if (messages.isEmpty() && body instanceof MissingNode) {
                return "the answer was not JSON";
            }
            return messages.toString().trim();
        }
    }

    /** The JSON of a good answer, otherwise a missing node. */
    default JsonNode json() {
        return this instanceof Answered answer && answer.isSuccess() && !answer.isFromStranger()
                ? answer.body()
                : MissingNode.getInstance();
    }
}
