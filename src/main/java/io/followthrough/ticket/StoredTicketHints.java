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

    /** As many as a tracker tells about at once. */
    private static final int TICKETS = 100;

    /** As many as are looked through for them. */
    private static final int HINTS = 5000;

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
     * Reads the tickets of the hints that wait, each once however many hints there are. They wait on while the tracker
     * does not answer; what cannot be taken over is left to the reconciliation, so that one ticket never holds up the
     * others.
     *
     * @return whether there are probably more than were taken
     */
    boolean follow() {
        if (pause.current() != null) {
            return false;
        }
        letGoOfOthers();
        List<Waiting> waiting = waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        FetchOutcome outcome =
                tracker.fetch(waiting.stream().map(Waiting::ticketId).toList());
        if (outcome instanceof FetchOutcome.Failed failed) {
            pause.note(failed.problem());
            return false;
        }
        Map<String, TicketSnapshot> found = ((FetchOutcome.Found) outcome).byId();
        reading.apply(found.values());
        waiting.stream()
                .filter(ticket -> ticket.deleted() && !found.containsKey(ticket.ticketId()))
                .forEach(ticket -> reading.deleted(ticket.ticketId(), ticket.who()));
        waiting.forEach(this::done);
        int taken =
                waiting.stream().mapToInt(ticket -> ticket.deliveries().size()).sum();
        return waiting.size() == TICKETS || taken == HINTS;
    }

    /** Hints about tickets that are none of ours; one that becomes ours is read when it does. */
    private void letGoOfOthers() {
        jdbc.update(
                "update ticket_hint h set done_at = ? where done_at is null"
                        + " and not exists (select 1 from ticket t where t.tracker_id = h.ticket_id)",
                Timestamp.from(clock.instant()));
    }

    /** The tickets that wait longest, each with its hints that are there now: what comes later wants a later reading. */
    private List<Waiting> waiting() {
        return jdbc.query(
                """
                select ticket_id, array_agg(delivery_id) as deliveries, bool_or(deleted) as deleted,
                  (array_agg(who order by received_at desc) filter (where deleted and who <> ''))[1] as who
                from (
                  select h.* from ticket_hint h join ticket t on t.tracker_id = h.ticket_id
                  where h.done_at is null order by h.received_at limit ?
                ) oldest
                group by ticket_id order by min(received_at) limit ?
                """,
                (row, number) -> new Waiting(
                        row.getString("ticket_id"),
                        List.of((String[]) row.getArray("deliveries").getArray()),
                        row.getBoolean("deleted"),
                        Objects.requireNonNullElse(row.getString("who"), "")),
                HINTS,
                TICKETS);
    }

    /** By name, and not by time: a hint is committed later than it is dated. */
    private void done(Waiting ticket) {
        jdbc.update(
                "update ticket_hint set done_at = ? where delivery_id = any (?)",
                Timestamp.from(clock.instant()),
                (Object) ticket.deliveries().toArray(String[]::new));
    }

    /**
     * A ticket to be read.
     *
     * @param deliveries of the hints that this reading serves
     * @param deleted whether one of them says that it is gone
     * @param who who deleted it, as the last of those says; empty when none does
     */
    private record Waiting(String ticketId, List<String> deliveries, boolean deleted, String who) {}
}
