package io.followthrough.ticket.jira;

import io.followthrough.platform.TrackerEndpoint;
import io.followthrough.ticket.TicketTracker;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes Jira the tracker, unless {@code followthrough.tracker} says that another adapter is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "followthrough.tracker", havingValue = "jira", matchIfMissing = true)
@EnableConfigurationProperties(JiraProperties.class)
class JiraConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    JiraAccess jiraAccess(JiraProperties settings, ObjectProvider<TrackerEndpoint> own) {
        return JiraAccess.of(settings, own.getIfAvailable());
    }

    @Bean
    TicketTracker ticketTracker(JiraAccess access, Clock clock) {
        return tracker(access, clock, CONNECT_TIMEOUT, READ_TIMEOUT);
    }

    static TicketTracker tracker(JiraAccess access, Clock clock, Duration connectTimeout, Duration readTimeout) {
        JiraHttp http = new JiraHttp(access, connectTimeout, readTimeout);
        JiraProblems problems = new JiraProblems(access, clock);
        JiraScreens screens = new JiraScreens(http, access, problems, clock);
        return new JiraTracker(http, access, problems, screens, new JiraProbe(http, access, problems, screens));
    }
}
