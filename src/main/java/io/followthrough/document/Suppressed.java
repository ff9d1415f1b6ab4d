package io.followthrough.document;

/**
 * A finding that somebody has answered with a reason and that therefore counts no more.
 *
 * @param reason why it does not apply, in the words of who suppressed it
 */
public record Suppressed(Finding finding, String reason) {}
