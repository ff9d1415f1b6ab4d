package io.followthrough.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.followthrough.TestDatabase;
import io.followthrough.platform.ShiftableClock;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real queue in PostgreSQL and a real mail server. */
class MailerTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    private static final DriverManagerDataSource DATABASE =
            new DriverManagerDataSource(TestDatabase.url("mail"), TestDatabase.USER, "");

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
    private final ShiftableClock clock = new ShiftableClock(Clock.fixed(START, ZoneOffset.UTC));
    private final MailQueue queue = new MailQueue(jdbc, clock);
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final Mailer mailer =
            new Mailer(queue, sender, this::awake, clock, "Followthrough <pm@example.org>", "pm.example.org");
    private Instant quietUntil = Instant.MIN;

    @BeforeEach
    void emptyQueue() {
        jdbc.execute("drop table if exists message");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V050__create_message.sql")).execute(DATABASE);
        sender.setHost("127.0.0.1");
        sender.setPort(SERVER.getSmtp().getPort());
    }

    @Test
    void sendsTextAndHtmlToTheRecipient() throws Exception {
        queued("ann@example.org");

        assertThat(mailer.deliverNext()).isTrue();

        MimeMessage mail = SERVER.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ann@example.org");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Followthrough <pm@example.org>");
        assertThat(mail.getSubject()).isEqualTo("PM-1-1 is due · Überprüfung");
        assertThat(GreenMailUtil.getBody(mail)).contains("text/plain", "text/html");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message()).containsEntry("state", "SENT").containsEntry("attempts", 1);
    }

    @Test
    void leavesPeopleAloneInTheirQuietHoursAndCountsNoAttempt() {
        queued("ann@example.org");
        quietUntil = START.plusSeconds(3600);

        assertThat(mailer.deliverNext()).isTrue();

        assertThat(SERVER.getReceivedMessages()).isEmpty();
        assertThat(message())
                .containsEntry("state", "QUEUED")
                .containsEntry("attempts", 0)
                .containsEntry("next_attempt_at", at(quietUntil));
        assertThat(mailer.deliverNext()).isFalse();
        clock.setOffset(Duration.ofHours(1));
        assertThat(mailer.deliverNext()).isTrue();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void sendsAMessageOnce() {
        queued("ann@example.org");

        assertThat(mailer.deliverNext()).isTrue();
        clock.setOffset(Duration.ofDays(30));

        assertThat(mailer.deliverNext()).isFalse();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void triesAgainAfterGrowingPausesAndShowsWhyItFailed() {
        queued("ann@example.org");
        sender.setPort(1);

        assertThat(mailer.deliverNext()).isTrue();

        assertThat(message())
                .containsEntry("state", "QUEUED")
                .containsEntry("next_attempt_at", at(START.plusSeconds(30)));
        assertThat(String.valueOf(message().get("last_error"))).contains("Connection refused");
        assertThat(mailer.deliverNext()).isFalse();
        clock.setOffset(Duration.ofSeconds(30));
        assertThat(mailer.deliverNext()).isTrue();
        assertThat(message()).containsEntry("next_attempt_at", at(START.plusSeconds(150)));
        sender.setPort(SERVER.getSmtp().getPort());
        clock.setOffset(Duration.ofSeconds(150));
        assertThat(mailer.deliverNext()).isTrue();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(message())
                .containsEntry("state", "SENT")
                .containsEntry("attempts", 3)
                .containsEntry("last_error", null);
    }

    @Test
    void givesUpVisiblyWhenTheMailServerStaysAway() {
        queued("ann@example.org");
        sender.setPort(1);

        int attempts = 0;
        for (int day = 0; day < 30; day++) {
            clock.setOffset(Duration.ofDays(day));
            attempts += mailer.deliverNext() ? 1 : 0;
        }

        assertThat(attempts).isEqualTo(7);
        assertThat(message()).containsEntry("state", "FAILED").containsEntry("next_attempt_at", null);
    }

    @Test
    void givesUpAtOnceWhatCannotBeWritten() {
        queued("no address at all");

        mailer.deliverNext();

        assertThat(message()).containsEntry("state", "FAILED").containsEntry("attempts", 1);
    }

    @Test
    void givesUpAtOnceAnAddressThatTheMailServerDoesNotKnow() throws Exception {
        queued("nobody@example.org");

        try (RefusingMailServer server = new RefusingMailServer("550 no such user")) {
            sender.setPort(server.port());
            mailer.deliverNext();
        }

        assertThat(message()).containsEntry("state", "FAILED").containsEntry("last_error", "550 no such user");
    }

    @Test
    void triesAgainWhenTheMailServerAsksForPatience() throws Exception {
        queued("ann@example.org");

        try (RefusingMailServer server = new RefusingMailServer("451 try again later")) {
            sender.setPort(server.port());
            mailer.deliverNext();
        }

        assertThat(message()).containsEntry("state", "QUEUED").containsEntry("last_error", "451 try again later");
    }

    @Test
    void goesOnWithTheOthersWhenOneCannotBeSent() {
        queued("no address at all");
        queued("ann@example.org");

        mailer.deliverNext();
        mailer.deliverNext();

        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void givesAClaimedMessageToNobodyElseBeforeItsClaimerMustBeDead() {
        queued("ann@example.org");

        assertThat(queue.claim()).isPresent();

        assertThat(queue.claim()).isEmpty();
        clock.setOffset(Duration.ofMinutes(10));
        assertThat(queue.claim())
                .hasValueSatisfying(mail -> assertThat(mail.attempt()).isEqualTo(2));
    }

    @Test
    void lateNewsOfAnEarlierAttemptChangesNothing() {
        queued("ann@example.org");
        QueuedMail first = queue.claim().orElseThrow();
        clock.setOffset(Duration.ofMinutes(10));
        QueuedMail second = queue.claim().orElseThrow();
        queue.sent(second);

        queue.failed(first, "too late");

        assertThat(message()).containsEntry("state", "SENT").containsEntry("last_error", null);
    }

    private Instant awake(String person, Instant instant) {
        return instant.isBefore(quietUntil) ? quietUntil : instant;
    }

    private void queued(String address) {
        jdbc.update(
                "insert into message (dedup_key, recipient, address, about, subject, text_body, html_body, state,"
                        + " attempts, next_attempt_at, created_at) values (gen_random_uuid(), 'ann', ?, 'PM-1-1',"
                        + " 'PM-1-1 is due · Überprüfung', 'Hello', '<p>Hello</p>', 'QUEUED', 0, ?, ?)",
                address,
                at(START),
                at(START));
    }

    private Map<String, Object> message() {
        return jdbc.queryForMap("select * from message");
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
