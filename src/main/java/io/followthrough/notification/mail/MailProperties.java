package io.followthrough.notification.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent; the mail server itself is configured by {@code spring.mail}.
 *
 * @param from sender of all mail
 * @param poll how often mail that waits is looked for; new mail does not wait for it
 */
@ConfigurationProperties("followthrough.mail")
record MailProperties(
        @DefaultValue("Followthrough <followthrough@localhost>")
        String from,

        @DefaultValue("5s") Duration poll) {}
