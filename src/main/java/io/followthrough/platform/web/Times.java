package io.followthrough.platform.web;

import io.followthrough.platform.FollowthroughProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How pages write days and instants: {@code ${@times.day(…)}}; in the zone of the installation. */
@Component
public class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final FollowthroughProperties properties;
    private final Clock clock;

    Times(FollowthroughProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** The day as "4 Mar 2026"; nothing for no day. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** The instant as "4 Mar 2026, 09:05"; nothing for no instant. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : MOMENT.format(instant.atZone(properties.zone()));
    }

    /** How far off a day is: "today", "in 3 days", "2 days ago". */
    public String away(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), properties.zone()), day);
        if (days == 0) {
            return "today";
        }
        if (Math.abs(days) == 1) {
            return days > 0 ? "tomorrow" : "yesterday";
        }
        return days > 0 ? "in " + days + " days" : -days + " days ago";
    }

    /** How long ago an instant was: "just now", "5 minutes ago", "3 days ago"; nothing for no instant. */
    public String ago(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        Duration since = Duration.between(instant, clock.instant());
        if (since.toMinutes() < 1) {
            return "just now";
        }
        if (since.toHours() < 1) {
            return count(since.toMinutes(), "minute") + " ago";
        }
        return since.toDays() < 1 ? count(since.toHours(), "hour") + " ago" : count(since.toDays(), "day") + " ago";
    }

    /**
     * A local moment of a document as "12 Mar 2026, 09:20", "12 Mar 2026" or "09:20", as exact as it is; nothing for
     * none.
     *
     * @param moment in ISO 8601 without a zone
     */
    public String local(@Nullable String moment) {
        if (moment == null || moment.indexOf('-') < 0) {
            return moment == null ? "" : moment;
        }
        return moment.indexOf('T') < 0
                ? DAY.format(LocalDate.parse(moment))
                : MOMENT.format(LocalDateTime.parse(moment));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
