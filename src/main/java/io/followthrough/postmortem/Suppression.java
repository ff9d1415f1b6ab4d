package io.followthrough.postmortem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a finding does not apply to a postmortem, said by somebody who may review it.
 *
 * @param fingerprint of the words the finding is about; empty when it answers every finding of the rule
 * @param message what the finding said then
 * @param words the line the finding was about, empty when it was about the document as a whole
 * @param by login name
 * @param revokedBy login name of who took it back, or null while it holds
 */
public record Suppression(
        long id,
        String rule,
        String fingerprint,
        String message,
        String words,
        String reason,
        String by,
        Instant at,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt) {

    /** Whether nobody has taken it back. */
    public boolean holds() {
        return revokedAt == null;
    }

    /** Whether it answers every finding of its rule, wherever it is. */
    public boolean everywhere() {
        return fingerprint.isEmpty();
    }
}
