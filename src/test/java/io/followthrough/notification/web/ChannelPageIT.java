package io.followthrough.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import io.followthrough.notification.News;
import java.util.Map;
import java.util.UUID;
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

    @AfterEach
    void closeAll() {
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
