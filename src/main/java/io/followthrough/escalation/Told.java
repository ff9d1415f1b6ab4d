package io.followthrough.escalation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Somebody who was told.
 *
 * @param person login name
 * @param audience the first quality in which they were meant
 */
@Embeddable
public record Told(
        String person, @Enumerated(EnumType.STRING) Audience audience) {}
