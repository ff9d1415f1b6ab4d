package io.followthrough.escalation.process;

import io.followthrough.IntegrationTest;
import io.followthrough.actionitem.Priority;
import io.followthrough.postmortem.PostmortemLifecycleBpmn;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Elements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

/** Integration tests that begin with an action item being followed. */
abstract class WithOpenItems extends IntegrationTest {

    @Autowired
    private RuntimeService runtime;

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
                        + " false, 'author', false, ?, false, false, 'PROPOSED', 1, 0)",
                id,
                number,
                priority.name(),
                due);
        runtime.createProcessInstanceByKey(PostmortemLifecycleBpmn.PROCESS_ID)
                .businessKey(postmortem)
                .startBeforeActivity(Elements.OPEN_ACTION_ITEMS)
                .execute();
        engine.runDueJobs(postmortem);
        engine.runDueJobs(id);
        return id;
    }

    /** Lets it be nine in the morning of that day, and the engine do what is due then. */
    void passTo(LocalDate day, String id) {
        time.tickTo(nine(day));
        engine.runDueJobs(id);
    }

    static Instant nine(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
    }
}
