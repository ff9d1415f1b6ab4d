package io.followthrough.document.value;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An abbreviation that holds for one half of the year only.
 *
 * @param region the IANA zone in which it is used
 * @param hours its offset from UTC
 * @param other what the zone is called in the other half
 */
public record SeasonalZone(String region, int hours, String other) {

    private static final Map<String, SeasonalZone> ALL = Map.of(
            "EST", new SeasonalZone("America/New_York", -5, "EDT"),
            "EDT", new SeasonalZone("America/New_York", -4, "EST"),
            "PST", new SeasonalZone("America/Los_Angeles", -8, "PDT"),
            "PDT", new SeasonalZone("America/Los_Angeles", -7, "PST"),
            "CDT", new SeasonalZone("America/Chicago", -5, "CST"),
            "MDT", new SeasonalZone("America/Denver", -6, "MST"),
            "CET", new SeasonalZone("Europe/Paris", 1, "CEST"),
            "CEST", new SeasonalZone("Europe/Paris", 2, "CET"));

    /** The seasonal zone of this name, or null when the name holds all year or is none. */
    public static @Nullable SeasonalZone named(String name) {
        return ALL.get(name.toUpperCase(Locale.ROOT));
    }

    /** Whether clocks in the region show this zone at that local time. */
    public boolean isInForce(LocalDateTime at) {
        return offset(at).equals(ZoneOffset.ofHours(hours));
    }

    /** What clocks in the region show at that local time. */
    public ZoneOffset offset(LocalDateTime at) {
        return ZoneId.of(region).getRules().getOffset(at);
    }
}
