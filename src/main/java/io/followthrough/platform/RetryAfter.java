package io.followthrough.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header in which an HTTP server asks not to be called for a while. */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * Before when not to call again; null when the header is absent or says nothing that can be read.
     *
     * @param header a number of seconds, or a date
     * @param now when the answer came
     */
    public static @Nullable Instant read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        try {
            return value.matches("\\d{1,9}")
                    ? now.plusSeconds(Long.parseLong(value))
                    : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
