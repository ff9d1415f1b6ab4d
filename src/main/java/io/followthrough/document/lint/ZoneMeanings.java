package io.followthrough.document.lint;

import io.followthrough.document.value.SeasonalZone;
import io.followthrough.document.value.Zones;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the written name of a time zone can mean. */
final class ZoneMeanings {

    private static final Map<String, List<String>> SHARED = Map.of(
            "CST", List.of("America/Chicago", "Asia/Shanghai", "America/Havana"),
            "IST", List.of("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
            "BST", List.of("Europe/London", "Asia/Dhaka", "Pacific/Bougainville"),
            "AST", List.of("America/Halifax", "Asia/Riyadh"));

    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)\\s*([+\\-−])\\s*(\\d{1,2})(?::?(\\d{2}))?", Pattern.CASE_INSENSITIVE);

    private ZoneMeanings() {}

    /** The abbreviation or name without the remark in parentheses. */
    static String name(@Nullable String written) {
        if (written == null) {
            return "";
        }
        int parenthesis = written.indexOf('(');
        return (parenthesis < 0 ? written : written.substring(0, parenthesis))
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    /** The zones that share the abbreviation; empty for a name with one meaning. */
    static List<String> sharedBy(String name) {
        return SHARED.getOrDefault(name, List.of());
    }

    /** The offset a clock has that shows this zone at that local time; null where the name leaves doubt. */
    static @Nullable ZoneOffset offset(String name, LocalDateTime at) {
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            int minutes = 60 * Integer.parseInt(offset.group(2))
                    + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
            return minutes > 18 * 60
                    ? null
                    : ZoneOffset.ofTotalSeconds(60 * (offset.group(1).equals("+") ? 1 : -1) * minutes);
        }
        SeasonalZone seasonal = SeasonalZone.named(name);
        if (seasonal != null) {
            return ZoneOffset.ofHours(seasonal.hours());
        }
        String id = Zones.id(name);
        return id == null ? null : offsetIn(id, at);
    }

    static ZoneOffset offsetIn(String id, LocalDateTime at) {
        return ZoneId.of(id).getRules().getOffset(at);
    }

    /** Every offset the name can mean; empty where it is no name we know. */
    static Set<ZoneOffset> offsets(String name, LocalDateTime at) {
        Set<ZoneOffset> offsets = new HashSet<>();
        ZoneOffset certain = offset(name, at);
        if (certain != null) {
            offsets.add(certain);
        }
        for (String id : sharedBy(name)) {
            offsets.add(offsetIn(id, at));
        }
        return offsets;
    }

    /** Whether both names belong to clocks of one region, such as EST and EDT. */
    static boolean sameRegion(String one, String other) {
        String region = region(one);
        return one.equals(other) || region != null && region.equals(region(other));
    }

    private static @Nullable String region(String name) {
        SeasonalZone seasonal = SeasonalZone.named(name);
        return seasonal == null ? Zones.id(name) : seasonal.region();
    }

    /** "14:30 to 17:15 UTC", or the one moment where there is no end. */
    static String inUtc(LocalDateTime start, @Nullable LocalDateTime end, ZoneOffset offset) {
        LocalDateTime from = utc(start, offset);
        return (end == null || end.isBefore(start) ? Wording.clock(from) : Wording.span(from, utc(end, offset)))
                + " UTC";
    }

    private static LocalDateTime utc(LocalDateTime local, ZoneOffset offset) {
        return LocalDateTime.ofInstant(local.toInstant(offset), ZoneOffset.UTC);
    }
}
