package io.followthrough.escalation;

import java.time.Instant;

/** What comes next for an action item. */
public sealed interface Plan {

    /** Something is waited for, and when that ends; an instant that has passed is made up for at once. */
    sealed interface Wait extends Plan {

        /** What is waited for, as it is written down. */
        String name();

        Instant at();
    }

    /** The rung to be reached next and when. */
    record NextRung(String name, Instant at, String row) implements Wait {}

    /** Somebody may answer an offer until then. */
    record OfferAnswered(Instant at) implements Wait {
        @Override
        public String name() {
            return "offer-answered";
        }
    }

    /** The ladder is climbed, and somebody promised to be done by then. */
    record PromiseKept(Instant at) implements Wait {
        @Override
        public String name() {
            return "promise-kept";
        }
    }

    /** The ladder is climbed: somebody has to decide. */
    record Decision() implements Plan {}

    /** Nothing: the item is not open. */
    record Settled() implements Plan {}
}
