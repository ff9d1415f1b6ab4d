package io.followthrough.ticket;

import io.followthrough.ticket.TicketTracker.FetchOutcome;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps hints in one commit and reads the tickets they are about afterwards. */
@Component
class StoredTicketHints implements TicketHints {

    private static final int BATCH = 100;
    private static final int LONGEST_NAME = 60;

    /** Longer than any tracker repeats a hint. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcTemplate jdbc;
    private final TicketTracker tracker;
    private final TicketReading reading;
    private final TrackerPause pause;
    private final Clock clock;

    StoredTicketHints(
            JdbcTemplate jdbc, TicketTracker tracker, TicketReading reading, TrackerPause pause, Clock clock) {
        this.jdbc = jdbc;
        this.tracker = tracker;
        this.reading = reading;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public void hint(String deliveryId, String ticketId, boolean deleted, String who) {
        jdbc.update(
                "insert into ticket_hint (delivery_id, ticket_id, deleted, who, received_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (delivery_id) do nothing",
                deliveryId,
                ticketId,
                deleted,
                who.length() <= LONGEST_NAME ? who : who.substring(0, LONGEST_NAME),
                Timestamp.from(clock.instant()));
    }

    /** Lets go of hints that nobody will repeat any more. */
    void forgetOld() {
        jdbc.update(
                "delete from ticket_hint where done_at < ?",
                Timestamp.from(clock.instant().minus(REMEMBERED)));
    }

    /**
     * Reads the tickets of the hints that wait. They wait on while the tracker does not answer; what cannot be taken over
     * is left to the reconciliation, so that one ticket never holds up the others.
     */
    void follow() {
        if (pause.current() != null) {
            return;
        }
        List<Waiting> waiting = jdbc.query(
                "select h.delivery_id, h.ticket_id, h.deleted, h.who, t.action_item is not null as ours from ticket_hint h"
                        + " left join ticket t on t.tracker_id = h.ticket_id"
                        + " where h.done_at is null order by h.received_at limit " + BATCH,
                (row, number) -> new Waiting(
                        row.getString("delivery_id"),
                        row.getString("ticket_id"),
                        row.getBoolean("deleted"),
                        row.getBoolean("ours"),
                        Objects.requireNonNullElse(row.getString("who"), "")));
        if (waiting.isEmpty()) {
            return;
        }
        List<String> ours = waiting.stream()
                .filter(Waiting::ours)
                .map(Waiting::ticketId)
                .distinct()
                .toList();
        Map<String, TicketSnapshot> found = Map.of();
        if (!ours.isEmpty()) {
            FetchOutcome outcome = tracker.fetch(ours);
            if (outcome instanceof FetchOutcome.Failed failed) {
                pause.note(failed.problem());
                return;
            }
            found = ((FetchOutcome.Found) outcome).byId();
        }
        for (Waiting hint : waiting) {
            TicketSnapshot snapshot = found.get(hint.ticketId());
            if (snapshot != null) {
                reading.apply(snapshot);
            } else if (hint.ours() && hint.deleted()) {
                reading.deleted(hint.ticketId(), hint.who());
            }
            jdbc.update(
                    "update ticket_hint set done_at = ? where delivery_id = ?",
                    Timestamp.from(clock.instant()),
                    hint.deliveryId());
        }
    }

    private record Waiting(String deliveryId, String ticketId, boolean deleted, boolean ours, String who) {}
}
