package io.followthrough.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table would do.
 *
 * @param from the present
 * @param days how far was looked ahead
 * @param items how many items are open
 * @param sent in the order of time
 * @param decisions how many items would be at the end of their ladder
 */
public record DryRunReport(Instant from, int days, int items, List<Sent> sent, int decisions) {

    public DryRunReport {
        sent = List.copyOf(sent);
    }

    /** A rung that would be reached, and who would be told. */
    public record Sent(
            Instant at, String item, String title, String priority, String rung, String row, List<Told> told) {}

    /** How many messages would go out: one for each person of each rung. */
    public long messages() {
        return sent.stream().mapToLong(rung -> rung.told().size()).sum();
    }

    /** How many messages would go to people in each quality. */
    public Map<String, Long> perRole() {
        Map<String, Long> counts = new LinkedHashMap<>();
        Arrays.stream(Audience.values())
                .forEach(audience -> counts.put(
                        audience.word(),
                        sent.stream()
                                .flatMap(rung -> rung.told().stream())
                                .filter(told -> told.audience() == audience)
                                .count()));
        return counts;
    }

    /** How many different items would reach somebody in that quality. */
    public long itemsReaching(Audience audience) {
        return sent.stream()
                .filter(rung -> rung.told().stream().anyMatch(told -> told.audience() == audience))
                .map(Sent::item)
                .distinct()
                .count();
    }

    /** How many messages would go out on each day, the present one first. */
    public List<Day> perDay(ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(from, zone);
        List<Day> perDay = new ArrayList<>();
        for (int i = 0; i <= days; i++) {
            LocalDate day = first.plusDays(i);
            perDay.add(new Day(
                    day,
                    sent.stream()
                            .filter(rung -> LocalDate.ofInstant(rung.at(), zone).equals(day))
                            .mapToInt(rung -> rung.told().size())
                            .sum()));
        }
        return perDay;
    }

    /** The messages of one day. */
    public record Day(LocalDate day, int messages) {}
}
