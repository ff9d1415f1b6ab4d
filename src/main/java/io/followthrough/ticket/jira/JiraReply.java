package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.followthrough.ticket.TrackerProblem;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** What became of one request. */
sealed interface JiraReply {

    /** Never reached Jira: nothing was done. */
    record NotSent(String reason) implements JiraReply {}

    /** Not sent, because Jira asked for a pause that is not over. */
    record Held(TrackerProblem problem) implements JiraReply {}

    /** Sent, perhaps done, no complete answer. */
    record Lost(String reason) implements JiraReply {}

    /**
     * Answered.
     *
     * @param body the JSON, or a missing node where the answer was none
     */
    record Answered(int status, HttpHeaders headers, JsonNode body) implements JiraReply {

        /** More words than this are not kept, whatever stands between Jira and us writes. */
        private static final int LONGEST_WORDS = 1_000;

        private static final int MOST_FIELDS = 50;

        boolean isSuccess() {
            return status / 100 == 2;
        }

        /**
         * An expired token makes Jira treat the caller as a stranger, with status 200 and nothing found. Cloud says so
         * by the first header, Data Center by either.
         */
        boolean isFromStranger() {
            return String.valueOf(headers.getFirst("X-Seraph-LoginReason")).contains("AUTHENTICATED_FAILED")
                    || "anonymous".equals(headers.getFirst("X-AUSERNAME"));
        }

        /** Jira's complaints by field id. */
        Map<String, String> fieldErrors() {
            Map<String, String> errors = new LinkedHashMap<>();
            Iterator<Map.Entry<String, JsonNode>> fields = body.path("errors").fields();
            while (fields.hasNext() && errors.size() < MOST_FIELDS) {
                Map.Entry<String, JsonNode> error = fields.next();
                errors.put(
                        Cut.to(LONGEST_WORDS, error.getKey()),
                        Cut.to(LONGEST_WORDS, error.getValue().asText()));
            }
            return errors;
        }

        /** Jira's complaints that belong to no field. */
        String messages() {
            StringBuilder messages = new StringBuilder();
            body.path("errorMessages").forEach(message -> messages.append(' ').append(message.asText()));
            if (messages.isEmpty() && body instanceof MissingNode) {
                return "the answer was not JSON";
            }
            return Cut.to(LONGEST_WORDS, messages.toString().trim());
        }
    }

    /** Whether Jira, knowing who asks, did what was asked. */
    default boolean isGood() {
        return this instanceof Answered answer && answer.isSuccess() && !answer.isFromStranger();
    }

    /** The JSON of a good answer, otherwise a missing node. */
    default JsonNode json() {
        return isGood() ? ((Answered) this).body() : MissingNode.getInstance();
    }
}
