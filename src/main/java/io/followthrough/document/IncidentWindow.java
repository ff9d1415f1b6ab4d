package io.followthrough.document;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Start and end of the outage in the local time of the document.
 *
 * @param zone the zone as written ("EST"), or null
 * @param zoneId the IANA zone where the written one leaves no doubt ("Etc/GMT"), or null
 * @param durationMinutes minutes from start to end, or null when either is unknown
 * @param statedDurationMinutes the duration the text claims in words, in minutes, or null
 */
public record IncidentWindow(
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String zone,
        @Nullable String zoneId,
        @Nullable Integer durationMinutes,
        @Nullable Integer statedDurationMinutes) {

    /** The window of a document that names none. */
    public static final IncidentWindow UNKNOWN = new IncidentWindow(null, null, null, null, null, null);
}
