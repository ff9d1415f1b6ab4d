package io.followthrough.escalation;

import java.time.Instant;

/**
 * A time in which nobody could be told: what came due in it is told at its end.
 *
 * @param until the first instant after it
 */
record Gap(Instant from, Instant until) {

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
