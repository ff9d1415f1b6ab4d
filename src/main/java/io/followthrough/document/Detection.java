package io.followthrough.document;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** When, in the document's local time, and how the incident was noticed; null where the document does not say. */
public record Detection(
        @Nullable LocalDateTime at, @Nullable DetectionMethod method) {}
