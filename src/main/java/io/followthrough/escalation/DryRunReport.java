package io.followthrough.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a table would do, or would have done.
 *
 * @param from the first instant of what is looked at
 * @param until the first instant after it
 * @param items how many items were open in it
 * @param sent in the order of time
 * @param decisions how many items would be at the end of their ladder
 * @param unrecorded how many items have a past that was put together afterwards
 */
public record DryRunReport(Instant from, Instant until, int items, List<Sent> sent, int decisions, int unrecorded) {

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

    /** How many messages would go out on each day on which any would. */
    public Map<LocalDate, Integer> perDay(ZoneId zone) {
        return sent.stream()
                .collect(Collectors.groupingBy(
                        rung -> LocalDate.ofInstant(rung.at(), zone),
                        TreeMap::new,
                        Collectors.summingInt(rung -> rung.told().size())));
    }
}
