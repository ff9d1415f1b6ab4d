package io.followthrough.escalation.web;

import io.followthrough.platform.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * The days over which a table is tried on what happened.
 *
 * @param key {@code last-quarter}, {@code this-quarter}, {@code last-90-days}, {@code chosen}
 * @param last is looked at as well; today at the latest
 */
record ReplayPeriod(String key, LocalDate first, LocalDate last) {

    private static final int LONGEST = 731;
    private static final String QUARTER = "last-quarter";
    private static final String PRESENT_QUARTER = "this-quarter";
    private static final String DAYS = "last-90-days";
    private static final String CHOSEN = "chosen";

    /**
     * The period somebody asked for: the days if both are given, or else the one of that name, or the last quarter.
     *
     * @throws InvalidInputException when it has no days, or too many
     */
    static ReplayPeriod of(String key, @Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        if (from != null && until != null) {
            return chosen(from, until, today);
        }
        return switch (key) {
            case PRESENT_QUARTER -> new ReplayPeriod(key, quarter, today);
            case DAYS -> new ReplayPeriod(key, today.minusDays(89), today);
            default -> new ReplayPeriod(QUARTER, quarter.minusMonths(3), quarter.minusDays(1));
        };
    }

    private static ReplayPeriod chosen(LocalDate from, LocalDate until, LocalDate today) {
        LocalDate last = until.isAfter(today) ? today : until;
        if (last.isBefore(from)) {
            throw new InvalidInputException("Choose a first day that is not after the last, nor in the future.");
        }
        if (ChronoUnit.DAYS.between(from, last) >= LONGEST) {
            throw new InvalidInputException("Choose two years at most.");
        }
        return new ReplayPeriod(CHOSEN, from, last);
    }

    /** As it stands in a sentence. */
    public String words() {
        String days = first + " to " + last;
        return switch (key) {
            case QUARTER -> "the last quarter (" + days + ")";
            case PRESENT_QUARTER -> "this quarter until today (" + days + ")";
            case DAYS -> "the last 90 days (" + days + ")";
            default -> days;
        };
    }

    Instant from(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant until(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
