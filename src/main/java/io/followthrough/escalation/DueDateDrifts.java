package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemRescheduled;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.notification.Notice;
import io.followthrough.notification.Notices;
import io.followthrough.notification.Todo;
import io.followthrough.platform.History;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Due dates that were moved by hand or in the tracker further than extensions would allow. They are not refused: the
 * tracker would have another day then. They are written down, shown, and told to the lead, so that nobody goes around
 * the limits unseen.
 */
@Component
public class DueDateDrifts {

    private final ActionItems items;
    private final Extensions extensions;
    private final Audiences audiences;
    private final Notices notices;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    DueDateDrifts(
            ActionItems items,
            Extensions extensions,
            Audiences audiences,
            Notices notices,
            History history,
            JdbcClient jdbc,
            Clock clock) {
        this.items = items;
        this.extensions = extensions;
        this.audiences = audiences;
        this.notices = notices;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is wrong with the due date of an item, for people; empty when nothing is. */
    public Optional<String> of(String id) {
        return jdbc.sql("select d.due_date, d.allowed_until, d.moved_by from due_date_drift d join action_item i"
                        + " on i.id = d.action_item and i.due_date_cycle = d.due_date_cycle where i.id = ?")
                .param(id)
                .query((row, number) -> words(
                        audiences.nameOf(row.getString("moved_by")),
                        row.getObject("due_date", LocalDate.class),
                        row.getObject("allowed_until", LocalDate.class)))
                .optional();
    }

    @EventListener
    void on(ActionItemRescheduled event) {
        ActionItem item = items.get(event.id());
        if (event.agreed() || !event.dueDate().isAfter(event.before())) {
            return;
        }
        LocalDate allowed = allowed(item, event.before());
        if (event.dueDate().isAfter(allowed)) {
            flag(item, event, allowed);
        }
    }

    /** As far as one extension goes, and in all no further than both would have gone from the first due date. */
    private LocalDate allowed(ActionItem item, LocalDate before) {
        Limits limits = extensions.limits(item);
        LocalDate from = before.isBefore(limits.today()) ? limits.today() : before;
        LocalDate one = from.plusDays(limits.halfWindow());
        LocalDate both = item.firstDueDate().plusDays((long) Limits.EXTENSIONS * limits.halfWindow());
        return one.isBefore(both) ? one : both;
    }

    private void flag(ActionItem item, ActionItemRescheduled event, LocalDate allowed) {
        jdbc.sql("insert into due_date_drift (action_item, due_date_cycle, before, due_date, allowed_until, moved_by,"
                        + " moved_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        item.id(),
                        item.dueDateCycle(),
                        event.before(),
                        event.dueDate(),
                        allowed,
                        event.actor(),
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
        String words = words(audiences.nameOf(event.actor()), event.dueDate(), allowed);
        history.record(item.id(), event.actor(), "went-beyond-the-limit", words);
        List<String> leads = audiences.of(item, Set.of(Audience.LEAD)).stream()
                .map(Told::person)
                .filter(person -> !person.equals(event.actor()))
                .toList();
        notices.collect(new Notice(
                "drift/" + item.id() + "/" + item.dueDateCycle(),
                item.id(),
                leads,
                Todo.FOLLOW,
                item.title(),
                words,
                "",
                "/action-items/" + item.id()));
    }

    private static String words(String actor, LocalDate due, LocalDate allowed) {
        return actor + " moved the due date to " + due + "; extensions would have allowed " + allowed + " at most.";
    }
}
