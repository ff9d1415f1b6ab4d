package io.followthrough.ticket;

import io.followthrough.ticket.TicketTrouble.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about some tickets beside their own rows, read at once for all of them.
 *
 * @param titles of the items
 * @param owners of the items, by login name
 * @param refusedChanges why changes of a ticket were refused, by item
 * @param drifts the latest flagged ones, by item
 * @param deeds when something happened the last time, by item and deed
 * @param dismissals what people let be, by item
 */
record TroubleEvidence(
        Map<String, String> titles,
        Map<String, String> owners,
        Map<String, String> refusedChanges,
        Map<String, List<TicketDrifts.Flagged>> drifts,
        Map<String, Map<String, Instant>> deeds,
        Map<String, List<Dismissal>> dismissals) {

    private static final Map<Kind, List<String>> BEGINNINGS = Map.of(
            Kind.REFUSED, List.of("ticket-refused"),
            Kind.DELAYED, List.of("ticket-unknown", "ticket-delayed"),
            Kind.MISSING, List.of("ticket-missing"),
            Kind.TWINS, List.of("ticket-twin"),
            Kind.CHANGE_REFUSED, List.of("ticket-change-refused"),
            Kind.LEFT_OUT, List.of("ticket-created"));

    /** What a person let be, and when. */
    record Dismissal(String kind, String why, Instant at) {}

    String title(String actionItem) {
        return titles.getOrDefault(actionItem, actionItem);
    }

    String owner(String actionItem) {
        return owners.getOrDefault(actionItem, "");
    }

    List<TicketDrifts.Flagged> drifts(String actionItem) {
        return drifts.getOrDefault(actionItem, List.of());
    }

    /** When a trouble began, as far as it is written down. */
    @Nullable
    Instant since(String actionItem, Kind kind) {
        for (TicketDrifts.Flagged drift : drifts(actionItem)) {
            if (drift.kind() == kind) {
                return drift.since();
            }
        }
        Map<String, Instant> done = deeds.getOrDefault(actionItem, Map.of());
        return BEGINNINGS.getOrDefault(kind, List.of()).stream()
                .filter(done::containsKey)
                .map(done::get)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Whether somebody let this be after it had begun. */
    boolean isDismissed(String actionItem, Kind kind, String why, @Nullable Instant since) {
        return dismissals.getOrDefault(actionItem, List.of()).stream()
                .filter(each -> each.kind().equals(kind.name()) && each.why().equals(why))
                .anyMatch(each -> since == null || !each.at().isBefore(since));
    }
}
