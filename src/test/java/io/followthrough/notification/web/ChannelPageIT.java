package io.followthrough.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import io.followthrough.notification.News;
import io.followthrough.team.TeamDraft;
import io.followthrough.team.Teams;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class ChannelPageIT extends IntegrationTest {

    private static final String PAGE = "/admin/channels";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Teams teams;

    @AfterEach
    void closeAll() {
        jdbc.update("delete from team");
        jdbc.update("delete from channel");
    }

    @Test
    void opensAChannelAndShowsItsSecretOnceAndItsAddressNeverAgain() {
        Visitor admin = visitor("admin");

        open(admin, "WEBHOOK", "Archive", "https://hooks.slack.com/services/very-secret");
        String first = admin.get(PAGE).body();
        String second = admin.get(PAGE).body();

        assertThat(first).contains("Archive is open.", "whsec_", "https://hooks.slack.com/…");
        assertThat(second).doesNotContain("whsec_").doesNotContain("very-secret");
    }

    @Test
    void refusesAnAddressThatTheSettingsDoNotAllow() {
        Visitor admin = visitor("admin");

        open(admin, "SLACK", "Inside", "https://169.254.169.254/latest");

        assertThat(admin.get(PAGE).body()).contains("is not among the hosts");
        assertThat(count("select count(*) from channel")).isZero();
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(visitor("manager").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(visitor("author")
                        .postForm(
                                PAGE,
                                Map.of("kind", "SLACK", "name", "Mine", "url", "https://hooks.slack.com/services/x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor("author")
                        .postForm(PAGE + "/retry", Map.of("delivery", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(count("select count(*) from channel")).isZero();
    }

    @Test
    void tellsProgramsEverythingAndPeopleWhatMayNotWaitEachOnce() {
        Visitor admin = visitor("admin");
        open(admin, "WEBHOOK", "Program", "https://hooks.slack.com/services/a");
        open(admin, "SLACK", "People", "https://hooks.slack.com/services/b");

        News calm = news(false);
        News urgent = news(true);
        for (News news : new News[] {calm, urgent, urgent}) {
            transactions.executeWithoutResult(status -> events.publishEvent(news));
        }
        transactions.executeWithoutResult(status -> {
            events.publishEvent(news(true));
            status.setRollbackOnly();
        });

        assertThat(jdbc.queryForList(
                        "select c.name || ' ' || d.news from delivery d join channel c on c.id = d.channel order by 1",
                        String.class))
                .containsExactlyInAnyOrder("People " + urgent.id(), "Program " + calm.id(), "Program " + urgent.id());
    }

    @Test
    void tellsTheChannelsOfATeamOfItsOwnItemsOnly() {
        Visitor admin = visitor("admin");
        long mine = teams.found(new TeamDraft("Mine", "lead", "manager", "admin", List.of()), "admin")
                .id();
        long others = teams.found(new TeamDraft("Others", "reviewer", "manager", "admin", List.of()), "admin")
                .id();
        openFor(admin, "Mine", mine);
        openFor(admin, "Others", others);
        open(admin, "SLACK", "All", "https://hooks.slack.com/services/b");
        String item = anItemOf("lead");

        transactions.executeWithoutResult(status -> {
            events.publishEvent(news("item", item, null));
            events.publishEvent(news("report", "Others", others));
        });

        assertThat(jdbc.queryForList(
                        "select c.name || ' ' || d.news from delivery d join channel c on c.id = d.channel",
                        String.class))
                .containsExactlyInAnyOrder("Mine item", "All item", "Others report", "All report");
        assertThat(admin.get(PAGE).body()).contains("Mine · https://hooks", "all teams · https://hooks");
        teams.dissolve(mine, "admin");
        assertThat(count("select count(*) from channel")).isEqualTo(2);
    }

    @Test
    void showsWhatDidNotArriveOnTheOperationsPageAndTriesItAgainThere() {
        Visitor admin = visitor("admin");
        open(admin, "SLACK", "People", "https://hooks.slack.com/services/b");
        transactions.executeWithoutResult(status -> {
            events.publishEvent(news(true));
            events.publishEvent(news(true));
        });
        jdbc.update("update delivery set attempts = 2, last_error = '500 tired'");
        jdbc.update("update delivery set state = 'FAILED', next_attempt_at = null, last_error = '404 gone'"
                + " where id = (select min(id) from delivery)");
        Long failed = jdbc.queryForObject("select min(id) from delivery", Long.class);

        String page = admin.get("/operations").body();
        assertThat(page)
                .contains("channel People", "404 gone", "given up after 2 tries", "500 tired")
                .contains("name=\"delivery\" value=\"" + failed + "\"");
        assertThat(visitor("manager").get("/operations").body())
                .contains("404 gone")
                .doesNotContain("name=\"delivery\"");
        admin.postForm(PAGE + "/retry", Map.of("delivery", String.valueOf(failed), "back", "operations"));

        assertThat(admin.get("/operations").body())
                .contains("It is tried again now.")
                .doesNotContain("404 gone");
    }

    @Test
    void showsWhatFailedAndTriesItAgain() {
        Visitor admin = visitor("admin");
        open(admin, "SLACK", "People", "https://hooks.slack.com/services/b");
        Long channel = jdbc.queryForObject("select id from channel", Long.class);
        admin.postForm(PAGE + "/test", Map.of("channel", String.valueOf(channel)));
        jdbc.update(
                "update delivery set state = 'FAILED', next_attempt_at = null, attempts = 8, last_error = '404 gone'");
        Long delivery = jdbc.queryForObject("select id from delivery", Long.class);

        assertThat(admin.get(PAGE).body()).contains("404 gone", "not told", "Try again");
        admin.postForm(PAGE + "/retry", Map.of("delivery", String.valueOf(delivery)));

        assertThat(count("select count(*) from delivery where state = 'QUEUED' and attempts = 0"))
                .isEqualTo(1);
    }

    private static void open(Visitor admin, String kind, String name, String url) {
        admin.postForm(PAGE, Map.of("kind", kind, "name", name, "url", url));
    }

    private static void openFor(Visitor admin, String name, long team) {
        admin.postForm(
                PAGE,
                Map.of(
                        "kind",
                        "SLACK",
                        "name",
                        name,
                        "url",
                        "https://hooks.slack.com/services/a",
                        "team",
                        String.valueOf(team)));
    }

    private static News news(String id, String about, @Nullable Long team) {
        return new News(
                id, "action-item.escalated", about, "Watch", "It is late.", "/", java.time.Instant.EPOCH, true, team);
    }

    private String anItemOf(String owner) {
        Long number = jdbc.queryForObject(
                "insert into postmortem (number, title, author, status, revision, created_at, approved_by,"
                        + " approved_sha256, published_at, version) values (nextval('postmortem_number'), 'Outage',"
                        + " 'author', 'PUBLISHED', 1, now(), 'reviewer', 'none', now(), 0) returning number",
                Long.class);
        jdbc.update(
                "insert into action_item (id, postmortem, position, title, description, kind, priority,"
                        + " priority_proposed, owner, owner_proposed, due_date, due_date_proposed, done_in_document,"
                        + " status, due_date_cycle, armed_at, opened_at, version) values (?, ?, 1, 'Watch', '', 'DETECT',"
                        + " 'P0', false, ?, false, current_date, false, false, 'OPEN', 1, now(), now(), 0)",
                "PM-" + number + "-1",
                number,
                owner);
        return "PM-" + number + "-1";
    }

    private static News news(boolean urgent) {
        return new News(
                "test/" + UUID.randomUUID(),
                "action-item.escalated",
                "PM-1-1",
                "Watch the disks",
                "It is late.",
                "/action-items/PM-1-1",
                java.time.Instant.EPOCH,
                urgent);
    }

    private int count(String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }
}
