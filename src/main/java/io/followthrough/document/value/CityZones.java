package io.followthrough.document.value;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    /** The words of the names by the first of them. */
    private static final Map<String, List<List<String>>> NAMES = names();

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

    private static Map<String, List<List<String>>> names() {
        Map<String, List<List<String>>> names = new HashMap<>();
        for (String name : IDS.keySet()) {
            List<String> words = List.of(name.split(" "));
            names.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
        }
        return names;
    }

    /** The words, in lower case, that such a name can start with. */
    static Set<String> openers() {
        return NAMES.keySet();
    }

    /** How many tokens from here on are a city and "time"; 0 for none. */
    static int at(Tokens tokens, int i) {
        for (List<String> words : NAMES.getOrDefault(tokens.at(i).word(), List.of())) {
            int k = 0;
            while (k < words.size() && tokens.at(i + k).word().equals(words.get(k))) {
                k++;
            }
            if (k == words.size() && tokens.wordAt(i + k, "time")) {
                return k + 1;
            }
        }
        return 0;
    }

    /** The IANA zone of {@code Kampala time}, or null. */
    static @Nullable String id(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(" time") ? IDS.get(lower.substring(0, lower.lastIndexOf(' '))) : null;
    }
}
