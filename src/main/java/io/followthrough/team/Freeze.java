package io.followthrough.team;

import java.time.LocalDate;

/**
 * Days on which nobody is told anything about due dates, both included; due dates pass all the same.
 *
 * @param reason for people: {@code End of year}
 */
public record Freeze(long id, LocalDate from, LocalDate until, String reason) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
