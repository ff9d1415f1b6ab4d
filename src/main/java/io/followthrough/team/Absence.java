package io.followthrough.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody is away, and who is asked instead.
 *
 * @param person login name
 * @param until the last day, or null for somebody who is gone
 * @param standIn login name
 */
public record Absence(
        long id, String person, LocalDate from, @Nullable LocalDate until, String standIn) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
