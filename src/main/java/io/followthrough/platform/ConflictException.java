package io.followthrough.platform;

import java.util.Map;

/** What was asked does not fit the present state; the message may be shown to people. */
public class ConflictException extends RuntimeException {

    private final transient Map<String, Object> details;

    public ConflictException(String message) {
        this(message, Map.of());
    }

    /** With what stands in the way, as further members of the problem detail an API answers with. */
    public ConflictException(String message, Map<String, Object> details) {
        super(message);
        this.details = Map.copyOf(details);
    }

    public Map<String, Object> details() {
        return details;
    }
}
