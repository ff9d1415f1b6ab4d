package io.followthrough.notification;

import io.followthrough.IntegrationTest;
import io.followthrough.team.Calendars;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who reads digests, at three at night before a day on which they had none yet. */
abstract class WithAReader extends IntegrationTest {

    @Autowired
    Notices notices;

    @Autowired
    Digests digests;

    @Autowired
    DailyDigest daily;

    @Autowired
    DigestLog digestLog;

    @Autowired
    Calendars calendars;

    @Autowired
    QuietHours quietHours;

    @Autowired
    DigestProperties settings;

    @Autowired
    Clock clock;

    @Autowired
    private IdentityService identity;

    @Autowired
    TransactionTemplate transactions;

    /** Somebody of this test's own, who had no digest on any day. */
    final String person = "kim" + UUID.randomUUID().toString().substring(0, 8);

    LocalDate day;

    @BeforeEach
    void comeAtNight() {
        User kim = identity.newUser(person);
        kim.setFirstName("Kim");
        kim.setLastName("<b>Keen</b>");
        kim.setEmail(person + "@example.org");
        identity.saveUser(kim);
        day = time.today().plusDays(1);
        time.tickTo(day.atTime(LocalTime.of(3, 0)).toInstant(ZoneOffset.UTC));
    }

    @AfterEach
    void leave() {
        jdbc.update("delete from freeze_window");
        jdbc.update("delete from working_time where person = ?", person);
        identity.deleteUser(person);
    }

    void atNineOf(LocalDate morning) {
        time.tickTo(morning.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC));
    }

    void notice(String about, Todo todo) {
        transactions.executeWithoutResult(status -> notices.collect(new Notice(
                "test/" + UUID.randomUUID(),
                about,
                List.of(person),
                todo,
                "Watch the disks",
                "Close the ticket.",
                "table 1, row 2",
                "/action-items/" + about)));
    }

    String anItem(String title, LocalDate due) {
        Long number = jdbc.queryForObject(
                "insert into postmortem (number, title, author, status, revision, created_at, approved_by,"
                        + " approved_sha256, published_at, version) values (nextval('postmortem_number'), 'Outage',"
                        + " 'author', 'PUBLISHED', 1, now(), 'reviewer', 'none', now(), 0) returning number",
                Long.class);
        String id = "PM-" + number + "-1";
        jdbc.update(
                "insert into action_item (id, postmortem, position, title, description, kind, priority,"
                        + " priority_proposed, owner, owner_proposed, due_date, due_date_proposed, done_in_document,"
                        + " status, due_date_cycle, armed_at, opened_at, version) values (?, ?, 1, ?, '', 'DETECT',"
                        + " 'P2', false, ?, false, ?, false, false, 'OPEN', 1, now(), now(), 0)",
                id,
                number,
                title,
                person,
                due);
        return id;
    }

    List<Map<String, Object>> messages() {
        return jdbc.queryForList("select * from message where recipient = ? order by id", person);
    }

    int waiting() {
        Integer count = jdbc.queryForObject(
                "select count(*) from notice where recipient = ? and handled_at is null", Integer.class, person);
        return count == null ? 0 : count;
    }

    void worksFrom(String zone, String from) {
        jdbc.update(
                "insert into working_time (person, zone, region, workdays, work_from, work_until, quiet_from,"
                        + " quiet_until, changed_by, changed_at) values (?, ?, '',"
                        + " 'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY', ?::time, '17:00', '20:00', '07:00', 'admin', now())",
                person,
                zone,
                from);
    }
}
