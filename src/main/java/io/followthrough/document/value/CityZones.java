package io.followthrough.document.value;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones called by a city or country: {@code Kampala time}, {@code New York time}. */
final class CityZones {

    private static final Pattern CITY = Pattern.compile("(?:Africa|America|Asia|Australia|Europe)/[A-Z][A-Za-z_]+");

    /** Parts of a continent that the database lists beside its cities. */
    private static final Set<String> DIRECTIONS = Set.of("north", "south", "west");

    /** Names that people use and the database of time zones does not. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("abuja", "Africa/Lagos"),
            Map.entry("nigeria", "Africa/Lagos"),
            Map.entry("nigerian", "Africa/Lagos"),
            Map.entry("kenya", "Africa/Nairobi"),
            Map.entry("kenyan", "Africa/Nairobi"),
            Map.entry("ghana", "Africa/Accra"),
            Map.entry("rwanda", "Africa/Kigali"),
            Map.entry("uganda", "Africa/Kampala"),
            Map.entry("cape town", "Africa/Johannesburg"),
            Map.entry("pretoria", "Africa/Johannesburg"),
            Map.entry("india", "Asia/Kolkata"),
            Map.entry("delhi", "Asia/Kolkata"),
            Map.entry("mumbai", "Asia/Kolkata"),
            Map.entry("bangalore", "Asia/Kolkata"),
            Map.entry("beijing", "Asia/Shanghai"),
            Map.entry("uk", "Europe/London"),
            Map.entry("boston", "America/New_York"),
            Map.entry("san francisco", "America/Los_Angeles"),
            Map.entry("seattle", "America/Los_Angeles"));

    private static final Map<String, String> IDS = ids();

    private static final LongNames NAMES = new LongNames(IDS.keySet());

    private CityZones() {}

    private static Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>(OTHERS);
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (CITY.matcher(id).matches()) {
                String name =
                        id.substring(id.indexOf('/') + 1).replace('_', ' ').toLowerCase(Locale.ROOT);
                ids.put(name, id);
            }
        }
        ids.keySet().removeAll(DIRECTIONS);
        return ids;
    }

    /** The words, in lower case, that such a name can start with. */
    static Set<String> openers() {
        return NAMES.openers();
    }

    /** How many tokens from here on are a city and "time"; 0 for none. */
    static int at(Tokens tokens, int i) {
        int words = NAMES.at(tokens, i);
        return words > 0 && tokens.wordAt(i + words, "time") ? words + 1 : 0;
    }

    /** The IANA zone of {@code Kampala time}, or null. */
    static @Nullable String id(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(" time") ? IDS.get(lower.substring(0, lower.lastIndexOf(' '))) : null;
    }
}
