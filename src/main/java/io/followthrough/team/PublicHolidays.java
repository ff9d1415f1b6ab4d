package io.followthrough.team;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Public holidays by country and part of a country. */
@Component
public class PublicHolidays {

    private final Map<String, Set<LocalDate>> known = new ConcurrentHashMap<>();

    /** Two-letter codes of the countries that are known, with their English names, by name. */
    public Map<String, String> countries() {
        Map<String, String> byName = new TreeMap<>();
        HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.length() == 2)
                .forEach(code -> byName.put(
                        new Locale("", code).getDisplayCountry(Locale.ENGLISH), code.toLowerCase(Locale.ROOT)));
        Map<String, String> countries = new LinkedHashMap<>();
        byName.forEach((name, code) -> countries.put(code, name));
        return countries;
    }

    /** Whether {@link #in} has an answer. */
    public boolean isKnown(String region) {
        if (region.isEmpty()) {
            return true;
        }
        List<String> path = path(region);
        if (!countries().containsKey(path.get(0))) {
            return false;
        }
        CalendarHierarchy hierarchy = manager(path.get(0)).getCalendarHierarchy();
        for (String part : path.subList(1, path.size())) {
            hierarchy = hierarchy.getChildren().get(part);
            if (hierarchy == null) {
                return false;
            }
        }
        return true;
    }

    /** The public holidays of a region: a country, or a part of it after a slash; none where it is empty. */
    Predicate<LocalDate> in(String region) {
        return region.isEmpty()
                ? day -> false
                : day -> of(region, day.getYear()).contains(day);
    }

    private Set<LocalDate> of(String region, int year) {
        return known.computeIfAbsent(region + year, key -> {
            List<String> path = path(region);
            String[] parts = path.subList(1, path.size()).toArray(String[]::new);
            return manager(path.get(0)).getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts).stream()
                    .map(Holiday::getDate)
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }

    private static List<String> path(String region) {
        return Arrays.asList(region.toLowerCase(Locale.ROOT).split("/"));
    }
}
