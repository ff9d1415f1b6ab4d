package io.followthrough.postmortem;

/** An approved postmortem was published. Heard in the transaction in which it happens. */
public record PostmortemPublished(PostmortemKey key, String author) {}
