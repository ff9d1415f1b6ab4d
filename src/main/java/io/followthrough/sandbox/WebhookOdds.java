package io.followthrough.sandbox;

import java.time.Duration;
import java.util.Random;

/** How many of a hundred webhooks are sent twice, so late that others overtake them, or not at all. */
record WebhookOdds(int duplicated, int delayed, int lost) {

    static final WebhookOdds ALL_WELL = new WebhookOdds(0, 0, 0);

    private static final int SHORTEST_DELAY = 500;
    private static final int LONGEST_DELAY = 3000;

    /** How often and how late a webhook is sent. */
    record Fate(int times, Duration late) {}

    Fate draw(Random random) {
        int times = random.nextInt(100) < lost ? 0 : random.nextInt(100) < duplicated ? 2 : 1;
        boolean late = random.nextInt(100) < delayed;
        return new Fate(times, late ? Duration.ofMillis(random.nextInt(SHORTEST_DELAY, LONGEST_DELAY)) : Duration.ZERO);
    }

    String words() {
        return "Of 100 webhooks " + duplicated + " are sent twice, " + delayed + " late, " + lost + " never.";
    }
}
