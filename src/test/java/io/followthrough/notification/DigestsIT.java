package io.followthrough.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.TestMail;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestsIT extends WithAReader {

    @Test
    void tellsEverythingThatWaitsInOneMessageInTheMorning() throws Exception {
        String late = anItem("Watch <the> disks", day.minusDays(3));
        String today = anItem("Write it down", day);
        String other = anItem("Not yet", day.plusDays(40));
        notice(late, Todo.FOLLOW);
        notice(today, Todo.FOLLOW);

        time.tickTo(day.atTime(LocalTime.of(7, 59)).toInstant(ZoneOffset.UTC));
        digests.sendDue();
        assertThat(messages()).isEmpty();
        time.tickTo(day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC));
        digests.sendDue();

        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.get("subject").toString()).endsWith(": 1 overdue, 1 due today");
            assertThat(message.get("text_body").toString())
                    .containsSubsequence("Overdue: finish, or say when", late, "Due today", today, "Also yours", other)
                    .contains("3 days overdue", "It is done: http", "More time: http", "Hand over: http");
            assertThat(message.get("html_body").toString())
                    .contains("Watch &lt;the&gt; disks", "Hello Kim &lt;b&gt;Keen&lt;/b&gt;,")
                    .doesNotContain("<the>", "<b>Keen");
        });
        MimeMessage mail = TestMail.await(1, "Your day, ").stream()
                .filter(sent -> recipient(sent).equals(person + "@example.org"))
                .findFirst()
                .orElseGet(this::awaited);
        assertThat(types(mail)).containsExactly("text/plain", "text/html");
    }

    @Test
    void sendsOneMessagePerDayAndKeepsTheRestForTheNext() {
        String item = anItem("Watch the disks", day.minusDays(3));
        notice(item, Todo.FOLLOW);
        atNineOf(day);
        digests.sendDue();

        notice(item, Todo.DECIDE);
        time.tick(Duration.ofHours(1));
        digests.sendDue();
        digests.sendDue();
        assertThat(messages()).hasSize(1);
        atNineOf(day.plusDays(1));
        digests.sendDue();

        assertThat(messages()).hasSize(2);
        assertThat(messages().get(1).get("subject").toString()).endsWith(": 1 to decide");
    }

    @Test
    void waitsUntilWhatComesTogetherIsThere() {
        atNineOf(day);
        notice(anItem("Watch the disks", day.minusDays(3)), Todo.FOLLOW);
        digests.sendDue();
        assertThat(messages()).isEmpty();

        time.tick(Duration.ofMinutes(3));
        notice(anItem("Write it down", day.minusDays(3)), Todo.FOLLOW);
        time.tick(Duration.ofMinutes(3));
        digests.sendDue();
        assertThat(messages()).isEmpty();
        time.tick(Duration.ofMinutes(2));
        digests.sendDue();

        assertThat(messages())
                .singleElement()
                .satisfies(
                        message -> assertThat(message.get("subject").toString()).endsWith(": 2 overdue"));
    }

    @Test
    void writesNothingAboutWhatIsSettledByThen() {
        String item = anItem("Watch the disks", day.minusDays(3));
        notice(item, Todo.FOLLOW);
        jdbc.update(
                "update action_item set status = 'SETTLED', settlement = 'DONE', settled_at = now() where id = ?",
                item);
        atNineOf(day);

        digests.sendDue();

        assertThat(messages()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void losesAndDoublesNothingWhenTheWritingBreaksOff() {
        notice(anItem("Watch the disks", day.minusDays(3)), Todo.FOLLOW);
        atNineOf(day);

        transactions.executeWithoutResult(status -> {
            daily.send(person, day);
            status.setRollbackOnly();
        });
        assertThat(messages()).isEmpty();
        assertThat(waiting()).isEqualTo(1);
        digests.sendDue();
        digests.sendDue();

        assertThat(messages()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void writesOneDigestAlthoughManyWriteItAtTheSameMoment() throws Exception {
        notice(anItem("Watch the disks", day.minusDays(3)), Todo.FOLLOW);
        atNineOf(day);
        ExecutorService nodes = Executors.newFixedThreadPool(4);

        try {
            List<Callable<Void>> work = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(node -> () -> {
                        daily.send(person, day);
                        return null;
                    })
                    .toList();
            for (var result : nodes.invokeAll(work)) {
                result.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(messages()).hasSize(1);
        assertThat(jdbc.queryForObject("select count(*) from digest where person = ?", Integer.class, person))
                .isEqualTo(1);
    }

    private MimeMessage awaited() {
        return TestMail.await(TestMail.about("Your day, ").size() + 1, "Your day, ").stream()
                .filter(sent -> recipient(sent).equals(person + "@example.org"))
                .findFirst()
                .orElseThrow();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return String.valueOf(mail.getAllRecipients()[0]);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The forms of a mail, the plain one first. */
    private static List<String> types(MimeMessage mail) throws Exception {
        Object content = mail.getContent();
        while (content instanceof MimeMultipart parts && !parts.getContentType().contains("alternative")) {
            content = parts.getBodyPart(0).getContent();
        }
        MimeMultipart alternatives = (MimeMultipart) content;
        return IntStream.range(0, alternatives.getCount())
                .mapToObj(part -> type(alternatives, part))
                .toList();
    }

    private static String type(MimeMultipart parts, int part) {
        try {
            BodyPart body = parts.getBodyPart(part);
            Object content = body.getContent();
            return content instanceof MimeMultipart inner
                    ? type(inner, 0)
                    : body.getContentType().split(";")[0];
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
