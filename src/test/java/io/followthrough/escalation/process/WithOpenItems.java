package io.followthrough.escalation.process;

import io.followthrough.IntegrationTest;
import io.followthrough.actionitem.Priority;
import io.followthrough.postmortem.PostmortemLifecycleBpmn;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Elements;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

/** Integration tests that begin with an action item being followed. */
abstract class WithOpenItems extends IntegrationTest {

    @Autowired
    private RuntimeService runtime;

    private int minutes;
    private boolean owned = true;

    /** Id of an item that {@code author} owns, of a postmortem that {@code author} wrote and {@code reviewer} approved. */
    String anOpenItem(Priority priority, LocalDate due) {
        Long number = jdbc.queryForObject(
                "insert into postmortem (number, title, author, status, revision, created_at, approved_by,"
                        + " approved_sha256, published_at, version) values (nextval('postmortem_number'), 'Outage',"
                        + " 'author', 'PUBLISHED', 1, now(), 'reviewer', 'none', now(), 0) returning number",
                Long.class);
        String postmortem = "PM-" + number;
        String id = postmortem + "-1";
        jdbc.update(
                "insert into action_item (id, postmortem, position, title, description, kind, priority,"
                        + " priority_proposed, owner, owner_proposed, due_date, due_date_proposed, done_in_document,"
                        + " status, due_date_cycle, version) values (?, ?, 1, 'Watch the disks', '', 'DETECT', ?,"
                        + " false, 'author', ?, ?, false, false, 'PROPOSED', 1, 0)",
                id,
                number,
                priority.name(),
                !owned,
                due);
        runtime.createProcessInstanceByKey(PostmortemLifecycleBpmn.PROCESS_ID)
                .businessKey(postmortem)
                .startBeforeActivity(Elements.OPEN_ACTION_ITEMS)
                .execute();
        engine.runDueJobs(postmortem);
        engine.runDueJobs(id);
        return id;
    }

    /**
     * Id of an item of {@code author} that is forty days overdue on a Monday and about which {@code manager} is asked to
     * decide; it was given 28 days, half of which are 14.
     */
    String anItemToDecide() {
        String id = anOpenItem(Priority.P1, aMonday().minusDays(40));
        jdbc.update("update action_item set clock_started_on = due_date - 28 where id = ?", id);
        return id;
    }

    /** Lets it be ten in the morning of the next Monday, which is returned. */
    LocalDate aMonday() {
        LocalDate monday = time.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        time.tickTo(nine(monday).plus(Duration.ofHours(1)));
        return monday;
    }

    /** Lets it be a little after nine in the morning of that day, and the engine do what is due then. */
    void passTo(LocalDate day, String id) {
        // Two rungs are a day apart to the microsecond: each step is a little later in its day than the one before.
        minutes++;
        time.tickTo(nine(day).plus(Duration.ofMinutes(minutes)));
        engine.runDueJobs(id);
    }

    /** Passes to each working day from the present one to that day. */
    void passThrough(LocalDate last, String id) {
        for (LocalDate day = time.today().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
                passTo(day, id);
            }
        }
    }

    /** Lets nobody have chosen the owner of the next items. */
    void leaveUnowned() {
        owned = false;
    }

    static Instant nine(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
    }
}
