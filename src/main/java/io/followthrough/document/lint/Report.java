package io.followthrough.document.lint;

import io.followthrough.document.Finding.Fix;
import io.followthrough.document.Finding.Related;
import io.followthrough.document.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a rule finds. */
public interface Report {

    /**
     * Adds a finding.
     *
     * @param place in the source
     * @param message what is wrong and with which values, in one sentence
     * @param related the other places it compares with
     * @param fix the mechanical repair, or null
     */
    void add(Place place, String message, List<Related> related, @Nullable Fix fix);

    /** Adds a finding on one place that no machine can repair. */
    default void add(Place place, String message) {
        add(place, message, List.of(), null);
    }

    /** Adds a finding that compares with other places and that no machine can repair. */
    default void add(Place place, String message, List<Related> related) {
        add(place, message, related, null);
    }

    /**
     * Adds a finding on a whole line.
     *
     * @param line in the source, from 1; 1 for what is missing as a whole
     */
    void add(int line, String message);

    /** Whether the rule has said enough: a document with hundreds of the same slip needs no list of all of them. */
    boolean isFull();
}
