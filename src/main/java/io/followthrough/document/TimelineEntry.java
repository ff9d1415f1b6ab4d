package io.followthrough.document;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One step of the incident.
 *
 * @param at local time of the document, or null when the text gives no time that can be placed on a day
 * @param line line in the source, from 1
 */
public record TimelineEntry(@Nullable LocalDateTime at, String text, int line) {}
