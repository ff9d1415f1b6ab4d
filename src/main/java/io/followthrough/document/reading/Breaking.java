package io.followthrough.document.reading;

/** Tells whether a sentence says when it broke. */
final class Breaking {

    private static final Phrases CHANGED =
            Phrases.of("merged", "was deployed", "were deployed", "was released", "were released");
    private static final Phrases TROUBLE = Phrases.of("down", "affected", "errors", "failed", "slow", "lasted");
    private static final Phrases REPORT_RECEIVED = Phrases.of("received a report");
    private static final Phrases BREAKING = Phrases.of(
            "outage",
            "went down",
            "was down",
            "were down",
            "experienced",
            "began",
            "started",
            "unavailable",
            "crashed",
            "inaccessible",
            "went offline",
            "an incident",
            "presented on",
            "took place",
            "happened on",
            "occurred");

    private Breaking() {}

    /** A change that was made between two times is what led to the incident, not its window. */
    static boolean tellsOfAChange(String text) {
        return CHANGED.in(text) && !tellsOfBreaking(text) && !TROUBLE.in(text);
    }

    /** Whether it speaks of something that does not work. */
    static boolean tellsOfTrouble(String text) {
        return TROUBLE.in(text);
    }

    /** Whether it speaks of the moment it broke. */
    static boolean tellsOfBreaking(String text) {
        return !REPORT_RECEIVED.in(text) && BREAKING.in(text);
    }
}
