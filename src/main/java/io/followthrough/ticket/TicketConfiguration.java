package io.followthrough.ticket;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this module and ties what the site asks for to the tracker that is there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TicketProperties.class)
class TicketConfiguration {

    @Bean
    TrackerPause trackerPause(TrackerPauses pauses, TicketTracker tracker) {
        return pauses.of(tracker.site());
    }
}
