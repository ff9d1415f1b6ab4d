package io.followthrough.document;

import org.jspecify.annotations.Nullable;

/**
 * A finding that somebody has answered with a reason and that therefore counts no more.
 *
 * @param reason why it does not apply, in the words of who suppressed it
 * @param by login name of the reviewer who suppressed it, or null when its author did in the document
 */
public record Suppressed(
        Finding finding, String reason, @Nullable String by) {

    /** A finding answered in the document itself. */
    public Suppressed(Finding finding, String reason) {
        this(finding, reason, null);
    }
}
