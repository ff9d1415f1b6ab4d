package io.followthrough.notification.mail;

import io.followthrough.notification.QuietHours;
import io.followthrough.platform.FollowthroughProperties;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails only where there is a mail server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.mail.host:}' != ''")
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    MailQueue mailQueue(JdbcTemplate jdbc, Clock clock) {
        return new MailQueue(jdbc, clock);
    }

    @Bean
    Mailer mailer(
            MailQueue queue,
            JavaMailSender sender,
            QuietHours quietHours,
            Clock clock,
            MailProperties settings,
            FollowthroughProperties properties) {
        String host = properties.baseUrl().getHost();
        return new Mailer(queue, sender, quietHours, clock, settings.from(), host);
    }

    @Bean
    MailLoop mailLoop(Mailer mailer, MailProperties settings) {
        return new MailLoop(mailer, settings.poll());
    }
}
