package io.followthrough.document;

import org.jspecify.annotations.Nullable;

/**
 * Where the single values of a document stand in its text; null for what it does not say. Entries of a timeline and
 * action items carry their own places.
 *
 * @param start the moment the incident started
 * @param end the moment it was over
 * @param zone the time zone as written
 * @param duration the length the text claims in words
 */
public record Places(
        @Nullable Place start,
        @Nullable Place end,
        @Nullable Place zone,
        @Nullable Place duration) {}
