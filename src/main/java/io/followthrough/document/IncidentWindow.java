package io.followthrough.document;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Start and end of the outage in the local time of the document, each as exact as the text is.
 *
 * @param start null when the text gives no time of day
 * @param end null when the text gives no time of day
 * @param startDate the day of the start, also where the text names no more than the day; null when unknown
 * @param endDate the day of the end, also where the text names no more than the day; null when unknown
 * @param zone the zone as written ("EST"), or null
 * @param zoneId the IANA zone where the written one leaves no doubt ("Etc/GMT"), or null
 * @param durationMinutes minutes from start to end, whatever is given; null when either is unknown
 * @param statedDurationMinutes the duration the text claims in words, in minutes, or null
 */
public record IncidentWindow(
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String zone,
        @Nullable String zoneId,
        @Nullable Integer durationMinutes,
        @Nullable Integer statedDurationMinutes) {

    /** The window of a document that names none. */
    public static final IncidentWindow UNKNOWN = new IncidentWindow(null, null, null, null, null, null, null, null);

    public IncidentWindow {
        startDate = start == null ? startDate : start.toLocalDate();
        endDate = end == null ? endDate : end.toLocalDate();
        durationMinutes = start == null || end == null
                ? null
                : Integer.valueOf((int) Duration.between(start, end).toMinutes());
    }
}
