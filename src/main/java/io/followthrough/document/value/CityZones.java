package io.followthrough.document.value;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Time zones called by a city or country: {@code Kampala time}, {@code Africa/Kampala}. */
final class CityZones {

    private static final Pattern CITY = Pattern.compile("(?:Africa|America|Asia|Australia|Europe)/[A-Z][A-Za-z_]+");

    /** The first parts of the names in the database; {@code US/Pacific} is one of the older ones. */
    private static final Set<String> REGIONS =
            Set.of("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "US", "Canada");

    private static final Set<String> ZONE_IDS = idsIn(REGIONS);

    /** Tokens of {@code America/Argentina/Buenos_Aires}, and some more. */
    private static final int LONGEST_ID = 10;

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

    private static Set<String> idsIn(Set<String> regions) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0 && regions.contains(id.substring(0, id.indexOf('/'))))
                .collect(Collectors.toUnmodifiableSet());
    }

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
        Set<String> openers = new HashSet<>(NAMES.openers());
        REGIONS.forEach(region -> openers.add(region.toLowerCase(Locale.ROOT)));
        return openers;
    }

    /** Whether the text can name a zone as the database does; much faster than looking for it. */
    static boolean mayNameId(String text) {
        return text.indexOf('/') > 0 && REGIONS.stream().anyMatch(region -> text.contains(region + "/"));
    }

    /** How many tokens from here on are a city and "time", or the name of a zone in the database; 0 for none. */
    static int at(Tokens tokens, int i) {
        if (tokens.at(i + 1).is("/")) {
            return idAt(tokens, i);
        }
        int words = NAMES.at(tokens, i);
        return words > 0 && tokens.wordAt(i + words, "time") ? words + 1 : 0;
    }

    /** {@code America/New_York}: the longest name that the database knows. */
    private static int idAt(Tokens tokens, int i) {
        if (!REGIONS.contains(tokens.at(i).text())) {
            return 0;
        }
        int longest = 0;
        for (int last = i + 2; last < i + LONGEST_ID && !tokens.at(last).spaced(); last++) {
            if (tokens.at(last).isWord() && ZONE_IDS.contains(tokens.between(i, last))) {
                longest = last - i + 1;
            }
        }
        return longest;
    }

    /** The IANA zone of {@code Kampala time} or of its own name, or null. */
    static @Nullable String id(String name) {
        if (ZONE_IDS.contains(name)) {
            return name;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(" time") ? IDS.get(lower.substring(0, lower.lastIndexOf(' '))) : null;
    }
}
