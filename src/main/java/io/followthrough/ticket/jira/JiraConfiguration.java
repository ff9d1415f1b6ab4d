package io.followthrough.ticket.jira;

import io.followthrough.platform.TrackerEndpoint;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TrackerGate;
import io.followthrough.ticket.TrackerGates;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

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
    JiraMappings jiraMappings(JdbcTemplate jdbc, JiraAccess access, Clock clock) {
        return new JiraMappings(jdbc, access, clock);
    }

    @Bean
    TicketTracker ticketTracker(JiraAccess access, JiraMappings mappings, TrackerGates gates, Clock clock) {
        return tracker(access, mappings::current, gates.of(access.baseUrl()), clock);
    }

    @Bean
    JiraChecks jiraChecks(JiraAccess access, JiraMappings mappings, TrackerGates gates, Clock clock) {
        return new JiraChecks(access, mappings, gates.of(access.baseUrl()), clock);
    }

    /** A tracker that makes all tickets as the settings say. */
    static TicketTracker tracker(JiraAccess access, Clock clock) {
        JiraMapping mapping = JiraMapping.of(access);
        return tracker(access, () -> mapping, clock);
    }

    static TicketTracker tracker(JiraAccess access, Supplier<JiraMapping> mapping, Clock clock) {
        return tracker(access, mapping, TrackerGate.withoutDatabase(clock), clock);
    }

    static TicketTracker tracker(JiraAccess access, Supplier<JiraMapping> mapping, TrackerGate site, Clock clock) {
        JiraProblems problems = new JiraProblems(access, clock);
        JiraGate gate = new JiraGate(site, problems);
        return new VerifiedTracker(
                access,
                new JiraDialects(access, problems, gate, clock),
                dialect -> new JiraTracker(access, dialect, problems, gate, mapping, clock));
    }
}
