package io.followthrough.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.IntegrationTest;
import io.followthrough.TestMail;
import io.followthrough.notification.Message;
import io.followthrough.notification.Message.Fact;
import io.followthrough.notification.Message.Link;
import io.followthrough.notification.Notifications;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class MessagePageIT extends IntegrationTest {

    @Autowired
    private Notifications notifications;

    @Autowired
    private TransactionTemplate transactions;

    private final String words = "Watch " + UUID.randomUUID();

    @Test
    void everybodySeesTheirOwnMessagesAndManagersAll() {
        tell(words, "author", "reviewer");

        assertThat(visitor("author").get("/messages").body()).contains(words).containsOnlyOnce(words);
        assertThat(visitor("lead").get("/messages").body()).doesNotContain(words);
        assertThat(visitor("manager").get("/messages").body()).contains(words, "Ann Author", "Rita Reviewer");
        assertThat(visitor("admin").get("/messages").body()).contains(words);
    }

    @Test
    void opensAMessageForWhomItIsMeantAndForManagersOnly() {
        tell(words, "author");
        long id = idOf(words);

        assertThat(visitor("author").get("/messages/" + id).body())
                .contains("Hello Ann Author,", "It is late.", "/action-items/PM-7-1");
        assertThat(visitor("manager").get("/messages/" + id).statusCode()).isEqualTo(200);
        assertThat(visitor("reviewer").get("/messages/" + id).statusCode()).isEqualTo(403);
        assertThat(visitor("reviewer").get("/messages/" + id + "/mail").statusCode())
                .isEqualTo(403);
        assertThat(visitor("author").get("/messages/0").statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheMailAsItIsWithoutLettingItRunAnything() {
        tell("<script>alert(1)</script> " + words, "author");

        HttpResponse<String> mail =
                visitor("author").get("/messages/" + idOf("<script>alert(1)</script> " + words) + "/mail");

        assertThat(mail.body()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(mail.headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .contains("sandbox");
    }

    @Test
    void mailsToEachRecipientOnceWhateverHowOftenItIsSaid() throws Exception {
        Message message = message(words, "author", "reviewer");

        transactions.executeWithoutResult(status -> notifications.send(message));
        transactions.executeWithoutResult(status -> notifications.send(message));
        TestMail.await(2, words);

        assertThat(jdbc.queryForObject("select count(*) from message where subject = ?", Integer.class, words))
                .isEqualTo(2);
        assertThat(TestMail.about(words)).hasSize(2);
    }

    @Test
    void saysNothingWhenTheDeedIsRolledBack() {
        transactions.executeWithoutResult(status -> {
            notifications.send(message(words, "author"));
            status.setRollbackOnly();
        });

        assertThat(jdbc.queryForObject("select count(*) from message where subject = ?", Integer.class, words))
                .isZero();
    }

    @Test
    void takesPartInADeedOnly() {
        assertThatThrownBy(() -> notifications.send(message(words, "author")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void recordsWhatCannotBeMailedForLackOfAnAddress() {
        tell(words, "somebody-who-left");

        assertThat(jdbc.queryForObject("select state from message where subject = ?", String.class, words))
                .isEqualTo("RECORDED");
        assertThat(visitor("admin").get("/messages/" + idOf(words)).body()).contains("no address");
    }

    @Test
    void mailsAgainWhatWasGivenUp() throws Exception {
        tell(words, "author");
        TestMail.await(1, words);
        long id = idOf(words);
        jdbc.update(
                "update message set state = 'FAILED', attempts = 7, sent_at = null, next_attempt_at = null,"
                        + " last_error = '550 full' where id = ?",
                id);
        assertThat(visitor("author").get("/messages/" + id).body()).contains("550 full", "Mail it again");

        assertThat(visitor("reviewer")
                        .postForm("/messages/" + id + "/retry", Map.of())
                        .statusCode())
                .isEqualTo(403);
        visitor("author").postForm("/messages/" + id + "/retry", Map.of());

        assertThat(TestMail.await(2, words)).hasSize(2);
    }

    @Test
    void keepsLineBreaksOutOfSubjects() {
        tell(words + "\r\nBcc: somebody@example.org", "author");

        assertThat(idOf(words + " Bcc: somebody@example.org")).isPositive();
    }

    @Test
    void leadsFromPageToPage() {
        IntStream.range(0, 30).forEach(number -> tell(words + " " + number, "lead"));

        String first = visitor("lead").get("/messages").body();
        String second = visitor("lead").get("/messages?page=2").body();

        assertThat(first).contains(words + " 29<", "/messages?page=2").doesNotContain(words + " 0<");
        assertThat(second).contains(words + " 0<").doesNotContain(words + " 29<");
        assertThat(visitor("lead").get("/messages?page=0").statusCode()).isEqualTo(200);
    }

    private void tell(String subject, String... recipients) {
        transactions.executeWithoutResult(status -> notifications.send(message(subject, recipients)));
    }

    private static Message message(String subject, String... recipients) {
        return new Message(
                "test/" + subject,
                "PM-7-1",
                List.of(recipients),
                subject,
                List.of("It is late."),
                List.of(new Fact("Due", "yesterday")),
                new Link("Open PM-7-1", "http://localhost/action-items/PM-7-1"));
    }

    private long idOf(String subject) {
        Long id = jdbc.queryForObject("select min(id) from message where subject = ?", Long.class, subject);
        return id == null ? 0 : id;
    }
}
