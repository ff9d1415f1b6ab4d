package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItemRescheduled;
import io.followthrough.platform.History;
import io.followthrough.ticket.TicketTracker.EditOutcome;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of tickets: wanted in the transaction of their cause, sent after its commit until they are done. */
@Component
class TicketEdits {

    private static final int BATCH = 20;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final JdbcTemplate jdbc;
    private final TicketRepository tickets;
    private final TicketTracker tracker;
    private final TrackerPause pause;
    private final History history;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TicketEdits(
            JdbcTemplate jdbc,
            TicketRepository tickets,
            TicketTracker tracker,
            TrackerPause pause,
            History history,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.tracker = tracker;
        this.pause = pause;
        this.history = history;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** Wants a change, once for each reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    void request(String actionItem, String reason, TicketEdit edit) {
        LocalDate due = edit.dueDate();
        jdbc.update(
                "insert into ticket_edit (action_item, reason, label, comment, raise_priority, due_date, requested_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (action_item, reason) do nothing",
                actionItem,
                reason,
                edit.label(),
                String.join("\n\n", edit.comment()),
                edit.raisePriority(),
                due == null ? null : Date.valueOf(due),
                Timestamp.from(clock.instant()));
    }

    /** A due date that moved here moves there, unless it came from there. */
    @EventListener
    void on(ActionItemRescheduled event) {
        Ticket ticket = tickets.findById(event.id()).orElse(null);
        if (ticket != null && !event.dueDate().equals(ticket.trackerDueDate())) {
            request(
                    event.id(),
                    "due " + event.dueDate() + " at " + clock.instant(),
                    new TicketEdit("", List.of(), false, event.dueDate()));
        }
    }

    /** Sends the changes that can be sent now; call outside any transaction. */
    void send() {
        if (pause.current() != null) {
            return;
        }
        List<Wanted> wanted = jdbc.query(
                "select e.*, t.tracker_id from ticket_edit e join ticket t on t.action_item = e.action_item"
                        + " where e.done_at is null and not e.refused and t.state = 'LINKED'"
                        + " and (e.not_before is null or e.not_before <= ?) order by e.id limit " + BATCH,
                (row, number) -> new Wanted(
                        row.getLong("id"),
                        row.getString("action_item"),
                        row.getString("tracker_id"),
                        row.getInt("failures"),
                        new TicketEdit(
                                row.getString("label"),
                                paragraphs(row.getString("comment")),
                                row.getBoolean("raise_priority"),
                                day(row.getDate("due_date")))),
                Timestamp.from(clock.instant()));
        for (Wanted edit : wanted) {
            if (!send(edit)) {
                return;
            }
        }
    }

    private boolean send(Wanted wanted) {
        EditOutcome outcome = tracker.edit(wanted.trackerId(), wanted.edit());
        if (outcome instanceof EditOutcome.Edited) {
            transactions.executeWithoutResult(status -> done(wanted));
            return true;
        }
        TrackerProblem problem = ((EditOutcome.Failed) outcome).problem();
        pause.note(problem);
        transactions.executeWithoutResult(status -> failed(wanted, problem));
        return problem.kind() == TrackerProblem.Kind.REFUSED;
    }

    private void done(Wanted wanted) {
        jdbc.update(
                "update ticket_edit set done_at = ?, problem = null where id = ?",
                Timestamp.from(clock.instant()),
                wanted.id());
        LocalDate due = wanted.edit().dueDate();
        if (due != null) {
            tickets.findById(wanted.actionItem()).ifPresent(ticket -> ticket.dueDatePushed(due));
        }
        history.record(
                wanted.actionItem(),
                History.FOLLOWTHROUGH,
                "ticket-changed",
                due == null ? "Marked " + wanted.edit().label() : "Due date " + due);
    }

    private void failed(Wanted wanted, TrackerProblem problem) {
        boolean refused = problem.kind() == TrackerProblem.Kind.REFUSED;
        Instant later = clock.instant().plus(PAUSES.get(Math.min(wanted.failures(), PAUSES.size() - 1)));
        jdbc.update(
                "update ticket_edit set failures = failures + 1, refused = ?, not_before = ?, problem = ? where id = ?",
                refused,
                Timestamp.from(later),
                problem.message(),
                wanted.id());
        if (refused) {
            history.record(wanted.actionItem(), History.FOLLOWTHROUGH, "ticket-change-refused", problem.message());
        }
    }

    private static List<String> paragraphs(String comment) {
        return comment.isEmpty() ? List.of() : List.of(comment.split("\n\n"));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private record Wanted(long id, String actionItem, String trackerId, int failures, TicketEdit edit) {}
}
