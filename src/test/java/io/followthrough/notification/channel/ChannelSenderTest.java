package io.followthrough.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.TestDatabase;
import io.followthrough.notification.News;
import io.followthrough.platform.ShiftableClock;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A real queue in PostgreSQL and a real HTTP server with faults. */
class ChannelSenderTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String SECRET = WebhookSigning.newSecret();
    private static final DriverManagerDataSource DATABASE =
            new DriverManagerDataSource(TestDatabase.url("channel"), TestDatabase.USER, "");

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
    private final ShiftableClock clock = new ShiftableClock(Clock.fixed(START, ZoneOffset.UTC));
    private Instant quietUntil = Instant.MIN;
    private FaultyReceiver receiver;
    private ChannelHttp http;
    private ChannelSender sender;

    @BeforeEach
    void open() throws Exception {
        jdbc.execute("drop table if exists delivery, channel, team");
        jdbc.execute("create table team (id bigint primary key)");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V052__create_channel.sql"),
                        new ClassPathResource("db/migration/V053__give_teams_channels.sql"))
                .execute(DATABASE);
        receiver = new FaultyReceiver();
        sender = sender(List.of(receiver.host()), Duration.ofSeconds(5));
    }

    private ChannelSender sender(List<String> trusted, Duration timeout) {
        AddressGuard guard = new AddressGuard(List.of("hooks.slack.com", "localhost"), trusted);
        http = new ChannelHttp(guard, timeout);
        return new ChannelSender(new DeliveryQueue(jdbc, clock), http, guard, this::awake, clock);
    }

    @AfterEach
    void close() throws Exception {
        receiver.close();
        http.close();
    }

    @Test
    void signsJsonAsStandardWebhooksAsk() throws Exception {
        queued(ChannelKind.WEBHOOK, receiver.url());

        assertThat(sender.deliverNext()).isTrue();

        FaultyReceiver.Received got = receiver.received().get(0);
        String id = got.headers().getFirst("webhook-id");
        String at = got.headers().getFirst("webhook-timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
        String signed = Base64.getEncoder()
                .encodeToString(mac.doFinal((id + "." + at + "." + got.body()).getBytes(StandardCharsets.UTF_8)));
        assertThat(got.headers().getFirst("webhook-signature")).isEqualTo("v1," + signed);
        assertThat(at).isEqualTo(String.valueOf(START.getEpochSecond()));
        JsonNode body = new ObjectMapper().readTree(got.body());
        assertThat(body.path("type").asText()).isEqualTo("action-item.escalated");
        assertThat(body.at("/data/url").asText()).isEqualTo("https://pm.example.org/action-items/PM-1-1");
        assertThat(delivery()).containsEntry("state", "SENT").containsEntry("attempts", 1);
        assertThat(sender.deliverNext()).isFalse();
    }

    @Test
    void saysToSlackAndTeamsWhatIsMeantWithoutMarkupOfOthers() throws Exception {
        queued(ChannelKind.SLACK, receiver.url());
        queued(ChannelKind.TEAMS, receiver.url());

        sender.deliverNext();
        sender.deliverNext();

        JsonNode slack = new ObjectMapper().readTree(receiver.received().get(0).body());
        assertThat(slack.path("text").asText())
                .startsWith("<https://pm.example.org/action-items/PM-1-1|PM-1-1> *Watch &lt;!channel&gt; &amp; disks*");
        JsonNode teams = new ObjectMapper().readTree(receiver.received().get(1).body());
        assertThat(teams.at("/attachments/0/contentType").asText())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(teams.at("/attachments/0/content/body/0/inlines/0/text").asText())
                .isEqualTo("PM-1-1 Watch <!channel> & disks");
        assertThat(receiver.received())
                .allSatisfy(got -> assertThat(got.headers()).doesNotContainKey("Webhook-signature"));
    }

    @Test
    void wakesNobodyInQuietHoursButTellsPrograms() {
        queued(ChannelKind.SLACK, receiver.url());
        queued(ChannelKind.WEBHOOK, receiver.url());
        quietUntil = START.plusSeconds(3600);

        sender.deliverNext();
        sender.deliverNext();

        assertThat(delivery())
                .containsEntry("state", "QUEUED")
                .containsEntry("attempts", 0)
                .containsEntry("next_attempt_at", at(quietUntil));
        assertThat(receiver.received())
                .singleElement()
                .satisfies(got -> assertThat(got.headers()).containsKey("Webhook-signature"));
        clock.setOffset(Duration.ofHours(1));
        sender.deliverNext();
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void triesAgainAfterAnErrorUnderTheSameId() {
        queued(ChannelKind.WEBHOOK, receiver.url());
        receiver.next(500, Map.of()).next(502, Map.of());

        sender.deliverNext();
        assertThat(delivery())
                .containsEntry("state", "QUEUED")
                .containsEntry("last_error", "500 as told")
                .containsEntry("next_attempt_at", at(START.plusSeconds(10)));
        assertThat(sender.deliverNext()).isFalse();
        clock.setOffset(Duration.ofSeconds(10));
        sender.deliverNext();
        assertThat(delivery()).containsEntry("next_attempt_at", at(START.plusSeconds(70)));
        clock.setOffset(Duration.ofSeconds(70));
        sender.deliverNext();

        assertThat(delivery()).containsEntry("state", "SENT").containsEntry("last_error", null);
        assertThat(receiver.received())
                .hasSize(3)
                .extracting(got -> got.headers().getFirst("webhook-id"))
                .containsOnly("msg_" + delivery().get("id"));
    }

    @Test
    void leavesAChannelAloneForAsLongAsItAsks() {
        queued(ChannelKind.WEBHOOK, receiver.url());
        queuedAgain();
        receiver.next(429, Map.of("Retry-After", "120"));

        sender.deliverNext();
        assertThat(sender.deliverNext()).isFalse();
        clock.setOffset(Duration.ofSeconds(119));
        assertThat(sender.deliverNext()).isFalse();
        assertThat(receiver.received()).hasSize(1);
        clock.setOffset(Duration.ofSeconds(120));
        assertThat(sender.deliverNext()).isTrue();
        assertThat(sender.deliverNext()).isTrue();

        assertThat(receiver.received()).hasSize(3);
    }

    @Test
    void understandsAPauseThatIsADate() {
        queued(ChannelKind.WEBHOOK, receiver.url());
        receiver.next(503, Map.of("Retry-After", "Mon, 2 Mar 2026 08:05:00 GMT"));

        sender.deliverNext();

        assertThat(delivery()).containsEntry("next_attempt_at", at(START.plusSeconds(300)));
    }

    @Test
    void waitsAMinuteWhenTheWishForAPauseSaysNothing() {
        queued(ChannelKind.WEBHOOK, receiver.url());
        receiver.next(429, Map.of("Retry-After", "soon"));

        sender.deliverNext();

        assertThat(delivery()).containsEntry("next_attempt_at", at(START.plusSeconds(60)));
    }

    @Test
    void givesUpWaitingForAnAnswerAndTriesAgain() throws Exception {
        http.close();
        sender = sender(List.of(receiver.host()), Duration.ofMillis(300));
        queued(ChannelKind.WEBHOOK, receiver.url());
        receiver.nextNever();

        sender.deliverNext();
        assertThat(delivery()).containsEntry("state", "QUEUED").containsEntry("attempts", 1);
        assertThat(String.valueOf(delivery().get("last_error"))).contains("Timeout");
        assertThat(receiver.received()).hasSize(1);
        clock.setOffset(Duration.ofSeconds(10));
        sender.deliverNext();

        assertThat(delivery()).containsEntry("state", "SENT");
    }

    @Test
    void givesUpVisiblyWhenTheChannelStaysAway() {
        queued(ChannelKind.WEBHOOK, receiver.url());
        receiver.close();

        int attempts = 0;
        for (int day = 0; day < 20; day++) {
            clock.setOffset(Duration.ofDays(day));
            attempts += sender.deliverNext() ? 1 : 0;
        }

        assertThat(attempts).isEqualTo(8);
        assertThat(delivery()).containsEntry("state", "FAILED").containsEntry("next_attempt_at", null);
        assertThat(String.valueOf(delivery().get("last_error"))).contains("refused");
    }

    @Test
    void givesUpAtOnceWhatIsRefusedAndFollowsNobodyElsewhere() {
        queued(ChannelKind.WEBHOOK, receiver.url());
        receiver.next(404, Map.of());
        sender.deliverNext();
        assertThat(delivery()).containsEntry("state", "FAILED").containsEntry("last_error", "404 as told");

        jdbc.update("update delivery set state = 'QUEUED', attempts = 0, next_attempt_at = ?", at(START));
        receiver.next(307, Map.of("Location", "http://" + receiver.host() + "/elsewhere"));
        sender.deliverNext();

        assertThat(delivery()).containsEntry("state", "FAILED");
        assertThat(receiver.received())
                .extracting(FaultyReceiver.Received::path)
                .containsExactly("/hook", "/hook");
    }

    @Test
    void connectsToNoPrivateAddressWhateverItsName() {
        queued(ChannelKind.WEBHOOK, "https://localhost/hook");

        sender.deliverNext();

        assertThat(delivery())
                .containsEntry("state", "FAILED")
                .containsEntry("last_error", "localhost leads into a private network.");
    }

    @Test
    void sendsNothingToAHostThatIsNotAllowedAnyMore() {
        queued(ChannelKind.WEBHOOK, "https://somewhere.example/hook");

        sender.deliverNext();

        assertThat(String.valueOf(delivery().get("last_error"))).contains("not among the hosts");
    }

    @Test
    void holdsNoTransactionWhileAChannelIsSpokenTo() throws Exception {
        queued(ChannelKind.WEBHOOK, receiver.url());
        receiver.nextNever();
        http.close();
        sender = sender(List.of(receiver.host()), Duration.ofSeconds(2));
        Thread speaking = new Thread(sender::deliverNext);
        speaking.start();

        org.awaitility.Awaitility.await().until(() -> receiver.received().size() == 1);
        Integer open = jdbc.queryForObject(
                "select count(*) from pg_stat_activity where datname = 'channel' and state = 'idle in transaction'",
                Integer.class);
        receiver.close();
        speaking.join();

        assertThat(open).isZero();
    }

    private Instant awake(@Nullable Long team, Instant instant) {
        return instant.isBefore(quietUntil) ? quietUntil : instant;
    }

    private void queued(ChannelKind kind, String url) {
        Long channel = jdbc.queryForObject(
                "insert into channel (kind, name, url, secret, created_by, created_at)"
                        + " values (?, ?, ?, ?, 'admin', ?) returning id",
                Long.class,
                kind.name(),
                kind.name(),
                url,
                kind == ChannelKind.WEBHOOK ? SECRET : "",
                at(START));
        enqueue(channel, kind, "one");
    }

    private void queuedAgain() {
        enqueue(jdbc.queryForObject("select id from channel", Long.class), ChannelKind.WEBHOOK, "two");
    }

    private void enqueue(long channel, ChannelKind kind, String id) {
        News news = new News(
                id,
                "action-item.escalated",
                "PM-1-1",
                "Watch <!channel> & disks",
                "It is late.",
                "/action-items/PM-1-1",
                START,
                true);
        jdbc.update(
                "insert into delivery (channel, news, type, about, body, state, attempts, next_attempt_at, created_at)"
                        + " values (?, ?, ?, ?, ?, 'QUEUED', 0, ?, ?)",
                channel,
                id,
                news.type(),
                news.about(),
                ChannelWords.body(kind, news, "https://pm.example.org/action-items/PM-1-1"),
                at(START),
                at(START));
    }

    private Map<String, Object> delivery() {
        return jdbc.queryForList("select * from delivery order by id").get(0);
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
