package io.followthrough.sandbox;

import java.time.Duration;
import java.util.Random;

/** Between which times the search comes to know of a new issue. */
record LagRange(Duration shortest, Duration longest) {

    static final LagRange NONE = new LagRange(Duration.ZERO, Duration.ZERO);

    Duration draw(Random random) {
        long range = longest.minus(shortest).toMillis();
        return range <= 0 ? shortest : shortest.plusMillis(random.nextLong(range + 1));
    }

    String words() {
        return "The search finds each new ticket after " + shortest.toSeconds() + " to " + longest.toSeconds() + " s.";
    }
}
