package io.followthrough.postmortem;

import org.jspecify.annotations.Nullable;

/**
 * Sets a finding aside.
 *
 * @param rule id of the rule
 * @param line the finding is on; null for every finding of the rule
 * @param revision of the text in which it was seen, or null for the present one, whatever it is
 * @param reason why the finding does not apply
 */
public record SuppressFinding(
        PostmortemKey postmortem,
        String rule,
        @Nullable Integer line,
        @Nullable Integer revision,
        String reason) {}
