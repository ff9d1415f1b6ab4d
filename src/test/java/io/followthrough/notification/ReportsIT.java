package io.followthrough.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.team.TeamDraft;
import io.followthrough.team.Teams;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReportsIT extends IntegrationTest {

    @Autowired
    private Reports reports;

    @Autowired
    private Teams teams;

    @Autowired
    private IdentityService identity;

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String lead = "lea" + suffix;
    private final String boss = "bea" + suffix;
    private final String member = "max" + suffix;

    /** The first of a month, and a Monday. */
    private LocalDate monday;

    @BeforeEach
    void found() {
        for (String person : List.of(lead, boss, member)) {
            User user = identity.newUser(person);
            user.setFirstName(person.substring(0, 3));
            user.setLastName("Test");
            identity.saveUser(user);
        }
        identity.createMembership(boss, "managers");
        teams.found(new TeamDraft("Team " + suffix, lead, boss, boss, List.of(member)), "admin");
        monday = time.today().plusMonths(1).withDayOfMonth(1);
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.plusMonths(1);
        }
        anItem("Watch the disks", monday.minusDays(4));
        anItem("Write it down", monday.plusDays(2));
    }

    @AfterEach
    void dissolve() {
        jdbc.update("delete from team");
        List.of(lead, boss, member).forEach(identity::deleteUser);
    }

    @Test
    void tellsLeadsOnMondayMorningHowTheirTeamStandsOnce() {
        time.tickTo(monday.minusDays(6).atTime(8, 0).toInstant(ZoneOffset.UTC));
        reports.sendDue();
        int before = messages(lead).size();
        time.tickTo(monday.atTime(7, 59).toInstant(ZoneOffset.UTC));
        reports.sendDue();
        assertThat(messages(lead)).hasSize(before);

        time.tickTo(monday.atTime(8, 0).toInstant(ZoneOffset.UTC));
        reports.sendDue();
        reports.sendDue();
        time.tickTo(monday.plusDays(3).atTime(8, 0).toInstant(ZoneOffset.UTC));
        reports.sendDue();

        assertThat(messages(lead)).hasSize(before + 1);
        Map<String, Object> report = messages(lead).get(before);
        assertThat(report.get("subject").toString()).isEqualTo("The week of your team: 1 overdue, 1 due this week");
        assertThat(report.get("text_body").toString())
                .containsSubsequence("Overdue", "Watch the disks", "Due within a week", "Write it down")
                .contains("2 open, 1 overdue; done 0 in 7 days");
        assertThat(messages(member)).isEmpty();
    }

    @Test
    void tellsManagersAtTheBeginningOfAMonthHowAllTeamsStandOnce() {
        time.tickTo(monday.atTime(8, 0).toInstant(ZoneOffset.UTC));

        reports.sendDue();
        time.tickTo(monday.plusDays(9).atTime(8, 0).toInstant(ZoneOffset.UTC));
        reports.sendDue();

        assertThat(messages(boss)).singleElement().satisfies(report -> {
            assertThat(report.get("subject").toString())
                    .startsWith("The teams in ")
                    .contains("overdue");
            assertThat(report.get("text_body").toString()).contains("Team " + suffix, "Longest overdue: PM-");
        });
    }

    @Test
    void makesUpLaterInTheWeekForAMondayThatWasMissed() {
        time.tickTo(monday.with(TemporalAdjusters.next(DayOfWeek.THURSDAY))
                .atTime(15, 0)
                .toInstant(ZoneOffset.UTC));

        reports.sendDue();

        assertThat(messages(lead)).hasSize(1);
        assertThat(jdbc.queryForObject("select day from digest where person = ?", LocalDate.class, lead))
                .isEqualTo(monday);
    }

    @Test
    void writesNothingWhereNothingIsOpen() {
        jdbc.update(
                "update action_item set status = 'SETTLED', settlement = 'DONE', settled_at = now() where owner = ?",
                member);
        time.tickTo(monday.atTime(8, 0).toInstant(ZoneOffset.UTC));

        reports.sendDue();

        assertThat(messages(lead)).isEmpty();
    }

    private List<Map<String, Object>> messages(String person) {
        return jdbc.queryForList("select * from message where recipient = ? order by id", person);
    }

    private void anItem(String title, LocalDate due) {
        Long number = jdbc.queryForObject(
                "insert into postmortem (number, title, author, status, revision, created_at, approved_by,"
                        + " approved_sha256, published_at, version) values (nextval('postmortem_number'), 'Outage',"
                        + " 'author', 'PUBLISHED', 1, now(), 'reviewer', 'none', now(), 0) returning number",
                Long.class);
        jdbc.update(
                "insert into action_item (id, postmortem, position, title, description, kind, priority,"
                        + " priority_proposed, owner, owner_proposed, due_date, due_date_proposed, done_in_document,"
                        + " status, due_date_cycle, armed_at, opened_at, version) values (?, ?, 1, ?, '', 'DETECT',"
                        + " 'P2', false, ?, false, ?, false, false, 'OPEN', 1, now(), now(), 0)",
                "PM-" + number + "-1",
                number,
                title,
                member,
                due);
    }
}
