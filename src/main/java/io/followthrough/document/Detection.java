package io.followthrough.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When, in the document's local time, and how the incident was noticed; null where the document does not say.
 *
 * @param at null unless both the day and the time of day are known
 * @param date the day, also where nothing more is known
 * @param time the time of day, also where its day is not known
 */
public record Detection(
        @Nullable LocalDateTime at,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        @Nullable DetectionMethod method) {

    /** Nobody says when or how. */
    public static final Detection UNKNOWN = new Detection(null, null, null, null);

    public Detection {
        date = at == null ? date : at.toLocalDate();
        time = at == null ? time : at.toLocalTime();
    }

    /** Noticed at a known moment, or at an unknown one when it is null. */
    public Detection(@Nullable LocalDateTime at, @Nullable DetectionMethod method) {
        this(at, null, null, method);
    }
}
