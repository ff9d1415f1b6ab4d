package io.followthrough.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MailSettingsCheckTest {

    private final MockEnvironment settings = new MockEnvironment();

    @Test
    void asksForASenderWhereThereIsAMailServer() {
        settings.setProperty("spring.mail.host", "mail.example.org");

        assertThat(problems()).singleElement().asString().contains("FOLLOWTHROUGH_MAIL_FROM is missing");
        settings.setProperty("followthrough.mail.from", "pm@example.org");
        assertThat(problems()).isEmpty();
    }

    @Test
    void asksForNothingWithoutAMailServerOrForATryOut() {
        assertThat(problems()).isEmpty();
        settings.setProperty("spring.mail.host", "127.0.0.1");
        settings.setProperty("followthrough.try-it", "true");
        assertThat(problems()).isEmpty();
    }

    private List<String> problems() {
        return new MailSettingsCheck().problems(settings);
    }
}
