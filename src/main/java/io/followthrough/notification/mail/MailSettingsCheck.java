package io.followthrough.notification.mail;

import io.followthrough.platform.SettingsCheck;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** A mail server that is used in earnest has to be told a sender that it accepts. */
class MailSettingsCheck implements SettingsCheck {

    @Override
    public List<String> problems(Environment settings) {
        boolean tryIt = settings.getProperty("followthrough.try-it", Boolean.class, false);
        boolean mailing = StringUtils.hasText(settings.getProperty("spring.mail.host"));
        boolean sender = StringUtils.hasText(settings.getProperty("followthrough.mail.from"));
        return mailing && !sender && !tryIt
                ? List.of("FOLLOWTHROUGH_MAIL_FROM is missing: there is a mail server in SPRING_MAIL_HOST;"
                        + " say who its mail comes from, as in \"Followthrough <followthrough@example.org>\".")
                : List.of();
    }
}
