package io.followthrough.ticket.jira;

import io.followthrough.platform.TrackerEndpoint;
import io.followthrough.ticket.TicketTracker;
import java.time.Clock;
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

    @Bean
    JiraAccess jiraAccess(JiraProperties settings, ObjectProvider<TrackerEndpoint> own) {
        return JiraAccess.of(settings, own.getIfAvailable());
    }

    @Bean
    TicketTracker ticketTracker(JiraAccess access, Clock clock) {
        return tracker(access, clock);
    }

    static TicketTracker tracker(JiraAccess access, Clock clock) {
        JiraProblems problems = new JiraProblems(access, clock);
        return new VerifiedTracker(
                access,
                new JiraDialects(access, problems, clock),
                dialect -> new JiraTracker(access, dialect, problems, clock));
    }
}
