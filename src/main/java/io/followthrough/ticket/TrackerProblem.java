package io.followthrough.ticket;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the tracker did not do what was asked.
 *
 * @param message one sentence for a person, saying what to do
 * @param fieldErrors the tracker's own words by field, empty when it named none
 * @param notBefore do not call again before this instant; null when the tracker set none
 */
public record TrackerProblem(
        Kind kind,
        String message,
        Map<String, String> fieldErrors,
        @Nullable Instant notBefore) {

    public enum Kind {
        /** Cannot be reached, answers 5xx or nonsense: try again later. */
        UNAVAILABLE,
        /** Asks to be left alone until {@link #notBefore}. */
        THROTTLED,
        /** Credentials are missing, wrong or expired: nothing works until a person changes them. */
        AUTHENTICATION,
        /** Understood and refused: the same request will be refused again. */
        REFUSED
    }
}
