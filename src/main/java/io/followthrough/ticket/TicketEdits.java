package io.followthrough.ticket;

import io.followthrough.actionitem.ActionItemRescheduled;
import io.followthrough.actionitem.ActionItemSettled;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.History;
import io.followthrough.ticket.TicketTracker.EditOutcome;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** Longer than a change can take; afterwards whoever took it is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final JdbcTemplate jdbc;
    private final TicketRepository tickets;
    private final TicketTracker tracker;
    private final TrackerPause pause;
    private final History history;
    private final FollowthroughProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TicketEdits(
            JdbcTemplate jdbc,
            TicketRepository tickets,
            TicketTracker tracker,
            TrackerPause pause,
            History history,
            FollowthroughProperties properties,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.tracker = tracker;
        this.pause = pause;
        this.history = history;
        this.properties = properties;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** Wants a change, once for each reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    void request(String actionItem, String reason, TicketEdit edit) {
        LocalDate due = edit.dueDate();
        jdbc.update(
                "insert into ticket_edit (action_item, reason, label, comment, raise_priority, due_date, watchers,"
                        + " labels_off, requested_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (action_item, reason) do nothing",
                actionItem,
                reason,
                edit.label(),
                String.join("\n\n", edit.comment()),
                edit.raisePriority(),
                due == null ? null : Date.valueOf(due),
                String.join("\n", edit.watcherMails()),
                String.join("\n", edit.labelsOff()),
                Timestamp.from(clock.instant()));
    }

    /** A due date that moved here moves there, unless it came from there. */
    @EventListener
    void on(ActionItemRescheduled event) {
        Ticket ticket = tickets.findById(event.id()).orElse(null);
        if (ticket != null && !event.dueDate().equals(ticket.seen().dueDate())) {
            request(
                    event.id(),
                    "due " + event.dueDate() + " at " + clock.instant(),
                    new TicketEdit("", List.of(), false, event.dueDate()));
        }
    }

    /**
     * What marked the ticket while the item was open comes off. Marks that the ticket does not carry yet, or that were
     * refused, are not wanted any more; the marker by which the ticket is found stays.
     */
    @EventListener
    void on(ActionItemSettled event) {
        Ticket ticket = tickets.findById(event.id()).orElse(null);
        if (ticket == null) {
            return;
        }
        jdbc.update(
                "update ticket_edit set done_at = ?, refused = false, problem = 'overtaken'"
                        + " where action_item = ? and done_at is null and label not in ('', ?)"
                        + " and (refused or (failures = 0 and not_before is null))",
                Timestamp.from(clock.instant()),
                event.id(),
                ticket.marker());
        List<String> labels = jdbc.queryForList(
                "select distinct label from ticket_edit where action_item = ? and label not in ('', ?)"
                        + " and problem is distinct from 'overtaken' order by label",
                String.class,
                event.id(),
                ticket.marker());
        if (!labels.isEmpty()) {
            request(event.id(), "settled at " + clock.instant(), TicketEdit.withoutLabels(labels));
        }
    }

    /** Lets changes that were refused or wait for their next attempt be sent at once; false when there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean retry(String actionItem) {
        return jdbc.update(
                        "update ticket_edit set refused = false, failures = 0, not_before = null"
                                + " where action_item = ? and done_at is null and (refused or failures > 0)",
                        actionItem)
                > 0;
    }

    /** Why changes of the ticket were not made so far, or null. */
    @Nullable
    String problem(String actionItem) {
        return problems(List.of(actionItem)).get(actionItem);
    }

    /** Why changes were not made so far, for each of these items of which one was refused. */
    Map<String, String> problems(Collection<String> actionItems) {
        Map<String, String> problems = new HashMap<>();
        jdbc.query(
                "select action_item, string_agg(distinct problem, ' ') as problem from ticket_edit"
                        + " where action_item = any (?) and refused group by action_item",
                row -> {
                    problems.put(row.getString("action_item"), "Could not be changed: " + row.getString("problem"));
                },
                (Object) actionItems.toArray(String[]::new));
        return problems;
    }

    /** Sends the changes that can be sent now; call outside any transaction. */
    void send() {
        for (int sent = 0; sent < BATCH && pause.current() == null; sent++) {
            Optional<Wanted> wanted = claim();
            if (wanted.isEmpty()) {
                return;
            }
            send(wanted.get());
        }
    }

    /** Takes the oldest change that can be sent, those of one ticket in their order; nobody else gets it meanwhile. */
    private Optional<Wanted> claim() {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc
                .query(
                        "update ticket_edit e set not_before = ? from ticket t, action_item i"
                                + " where t.action_item = e.action_item and i.id = e.action_item and e.id ="
                                + " (select w.id from ticket_edit w join ticket o on o.action_item = w.action_item"
                                + " where w.done_at is null and not w.refused and o.state = 'LINKED'"
                                + " and (w.not_before is null or w.not_before <= ?)"
                                + " and not exists (select 1 from ticket_edit p where p.action_item = w.action_item"
                                + " and p.id < w.id and p.done_at is null and not p.refused) order by w.id limit 1"
                                + " for update of w skip locked)"
                                + " returning e.*, t.tracker_id, i.due_date as present_due_date",
                        (row, number) -> new Wanted(
                                row.getLong("id"),
                                row.getString("action_item"),
                                row.getString("tracker_id"),
                                row.getInt("failures"),
                                day(row.getDate("present_due_date")),
                                new TicketEdit(
                                        row.getString("label"),
                                        paragraphs(row.getString("comment")),
                                        row.getBoolean("raise_priority"),
                                        day(row.getDate("due_date")),
                                        lines(row.getString("watchers")),
                                        lines(row.getString("labels_off")))),
                        Timestamp.from(clock.instant().plus(LEASE)),
                        now)
                .stream()
                .findFirst();
    }

    private void send(Wanted wanted) {
        LocalDate due = wanted.edit().dueDate();
        if (due != null && !due.equals(wanted.presentDueDate())) {
            // It moved again, here or there: the older date must not come back.
            jdbc.update(
                    "update ticket_edit set done_at = ?, problem = 'overtaken' where id = ?",
                    Timestamp.from(clock.instant()),
                    wanted.id());
            return;
        }
        EditOutcome outcome = tracker.edit(
                wanted.trackerId(), wanted.edit(), properties.link("/action-items/" + wanted.actionItem()));
        if (outcome instanceof EditOutcome.Edited edited) {
            transactions.executeWithoutResult(status -> done(wanted, edited.warnings()));
            return;
        }
        TrackerProblem problem = ((EditOutcome.Failed) outcome).problem();
        pause.note(problem);
        transactions.executeWithoutResult(status -> failed(wanted, problem));
    }

    private void done(Wanted wanted, List<String> warnings) {
        jdbc.update(
                "update ticket_edit set done_at = ?, problem = ? where id = ?",
                Timestamp.from(clock.instant()),
                warnings.isEmpty() ? null : String.join(" ", warnings),
                wanted.id());
        LocalDate due = wanted.edit().dueDate();
        if (due != null && warnings.isEmpty()) {
            // Not when the tracker left the date out: its old one would look as if somebody had moved it there.
            tickets.findById(wanted.actionItem())
                    .ifPresent(ticket -> ticket.seen().dueDatePushed(due));
        }
        history.record(
                wanted.actionItem(),
                History.FOLLOWTHROUGH,
                "ticket-changed",
                deed(wanted.edit()) + (warnings.isEmpty() ? "" : ". " + String.join(". ", warnings)));
    }

    private static String deed(TicketEdit edit) {
        if (edit.isTidying()) {
            return "Took off " + String.join(", ", edit.labelsOff());
        }
        return edit.dueDate() == null ? "Marked " + edit.label() : "Due date " + edit.dueDate();
    }

    private void failed(Wanted wanted, TrackerProblem problem) {
        boolean refused = problem.kind() == TrackerProblem.Kind.REFUSED;
        Instant later = clock.instant().plus(PAUSES.get(Math.min(wanted.failures(), PAUSES.size() - 1)));
        Instant asked = problem.notBefore();
        jdbc.update(
                "update ticket_edit set failures = failures + 1, refused = ?, not_before = ?, problem = ? where id = ?",
                refused,
                Timestamp.from(asked != null && asked.isAfter(later) ? asked : later),
                problem.message(),
                wanted.id());
        if (refused) {
            history.record(wanted.actionItem(), History.FOLLOWTHROUGH, "ticket-change-refused", problem.message());
        }
    }

    private static List<String> paragraphs(String comment) {
        return comment.isEmpty() ? List.of() : List.of(comment.split("\n\n"));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private record Wanted(
            long id,
            String actionItem,
            String trackerId,
            int failures,
            @Nullable LocalDate presentDueDate,
            TicketEdit edit) {}
}
