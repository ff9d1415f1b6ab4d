package io.followthrough.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the linter says about one place of a document.
 *
 * @param rule id of the rule, kebab case ({@code missing-time-zone})
 * @param place in the source; line 1 as a whole for what is missing as a whole
 * @param related the other places a finding compares with
 * @param fix the replacement that repairs it, where the repair is mechanical, or null
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        Place place,
        List<Related> related,
        @Nullable Fix fix) {

    public Finding {
        related = List.copyOf(related);
    }

    /** A finding on one place that no machine can repair. */
    public Finding(String rule, Severity severity, String message, Place place) {
        this(rule, severity, message, place, List.of(), null);
    }

    /** The line of its place, from 1. */
    public int line() {
        return place.line();
    }

    /**
     * Another place that belongs to a finding.
     *
     * @param message what stands there, in a few words
     */
    public record Related(Place place, String message) {}

    /**
     * A repair that needs no thought.
     *
     * @param title what it does, for a button ("Write 2 h 45 min")
     * @param place what is replaced; its length is never 0
     * @param replacement what stands there afterwards
     * @param also further places where the same is replaced, because one alone would mend half of it
     */
    public record Fix(String title, Place place, String replacement, List<Place> also) {

        public Fix {
            also = List.copyOf(also);
        }

        /** A repair of one place. */
        public Fix(String title, Place place, String replacement) {
            this(title, place, replacement, List.of());
        }
    }
}
