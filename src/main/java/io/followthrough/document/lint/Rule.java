package io.followthrough.document.lint;

import io.followthrough.document.Severity;
import io.followthrough.document.reading.Evidence;

/** One thing a postmortem can lack or contradict itself in. */
public interface Rule {

    /** Its id, kebab case; never changes. */
    String id();

    /** What it is about. */
    RuleGroup group();

    /** How much it weighs unless settings say otherwise. */
    Severity severity();

    /** One sentence on what it finds. */
    String title();

    /** Looks at the document and reports what it finds. */
    void check(Evidence evidence, Report report);

    /** Whether it also judges texts that are no postmortems. */
    default boolean judgesOtherTexts() {
        return false;
    }
}
