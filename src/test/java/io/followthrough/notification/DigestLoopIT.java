package io.followthrough.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.team.TeamDraft;
import io.followthrough.team.Teams;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The loop itself, after a move of the time machine: nobody asks it to look. */
class DigestLoopIT extends IntegrationTest {

    @Autowired
    private Digests digests;

    @Autowired
    private Reports reports;

    @Autowired
    private DigestProperties settings;

    @Autowired
    private Notices notices;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Teams teams;

    @Autowired
    private IdentityService identity;

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String lead = "lea" + suffix;
    private final String boss = "bea" + suffix;
    private final String member = "max" + suffix;

    /** The first of a month, and a Monday; it is three in the morning. */
    private LocalDate day;

    private DigestLoop loop;

    @BeforeEach
    void runTheLoop() {
        for (String person : List.of(lead, boss, member)) {
            User user = identity.newUser(person);
            user.setFirstName(person.substring(0, 3));
            user.setLastName("Test");
            identity.saveUser(user);
        }
        identity.createMembership(boss, "managers");
        teams.found(new TeamDraft("Team " + suffix, lead, boss, boss, List.of(member)), "admin");
        day = time.today().plusMonths(1).withDayOfMonth(1);
        while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            day = day.plusMonths(1);
        }
        time.tickTo(day.atTime(LocalTime.of(3, 0)).toInstant(ZoneOffset.UTC));
        loop = new DigestLoop(
                digests,
                reports,
                new DigestProperties(
                        true, settings.at(), settings.onDaysOff(), settings.gather(), Duration.ofMillis(100)));
        loop.start();
    }

    @AfterEach
    void stopTheLoop() {
        loop.stop();
        jdbc.update("delete from team");
        List.of(lead, boss, member).forEach(identity::deleteUser);
    }

    @Test
    void sendsDigestsAndReportsByItselfOnceTheTimeMachineHasMovedIntoTheMorning() {
        String item = anOverdueItem();
        transactions.executeWithoutResult(status -> notices.collect(new Notice(
                item + "-late", item, List.of(member), Todo.FOLLOW, "Watch the disks", "It is late.", "v1", "/")));
        assertThat(written(member)).isEmpty();

        moveTimeMachine(Duration.ofHours(6));

        awaitWritten(member, "DAILY");
        awaitWritten(lead, "WEEKLY");
        awaitWritten(boss, "MONTHLY");
        assertThat(written(member)).containsExactly("DAILY");
        assertThat(jdbc.queryForObject(
                        "select count(*) from message where recipient = any (?) and created_at >= ?",
                        Integer.class,
                        new String[] {member, lead, boss},
                        day.atTime(LocalTime.of(9, 0)).atOffset(ZoneOffset.UTC)))
                .isGreaterThanOrEqualTo(3);

        moveTimeMachine(Duration.ofDays(7));

        Awaitility.await("weekly report of the week after")
                .until(() -> jdbc.queryForObject(
                                "select count(*) from digest where person = ? and kind = 'WEEKLY' and day = ?",
                                Integer.class,
                                lead,
                                day.plusDays(7))
                        == 1);
    }

    private void awaitWritten(String person, String kind) {
        Awaitility.await(kind + " of " + person).until(() -> written(person).contains(kind));
    }

    /** What was written for a person about this day. */
    private List<String> written(String person) {
        return jdbc.queryForList("select kind from digest where person = ? and day = ?", String.class, person, day);
    }

    private String anOverdueItem() {
        Long number = jdbc.queryForObject(
                "insert into postmortem (number, title, author, status, revision, created_at, approved_by,"
                        + " approved_sha256, published_at, version) values (nextval('postmortem_number'), 'Outage',"
                        + " 'author', 'PUBLISHED', 1, now(), 'reviewer', 'none', now(), 0) returning number",
                Long.class);
        jdbc.update(
                "insert into action_item (id, postmortem, position, title, description, kind, priority,"
                        + " priority_proposed, owner, owner_proposed, due_date, due_date_proposed, done_in_document,"
                        + " status, due_date_cycle, opened_at, armed_at, version) values (?, ?, 1,"
                        + " 'Watch the disks', '', 'DETECT', 'P2', false, ?, false, ?, false, false, 'OPEN', 1,"
                        + " now(), now(), 0)",
                "PM-" + number + "-1",
                number,
                member,
                day.minusDays(4));
        return "PM-" + number + "-1";
    }
}
