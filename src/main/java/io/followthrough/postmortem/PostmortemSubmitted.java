package io.followthrough.postmortem;

/** A draft went to review. Heard in the transaction in which it happens. */
public record PostmortemSubmitted(PostmortemKey key, String author) {}
