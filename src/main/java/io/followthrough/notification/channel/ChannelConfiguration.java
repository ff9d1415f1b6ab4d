package io.followthrough.notification.channel;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What it takes to tell channels. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelProperties.class)
class ChannelConfiguration {

    @Bean
    AddressGuard channelAddressGuard(ChannelProperties settings) {
        return new AddressGuard(settings.allowedHosts(), settings.trustedHosts());
    }

    @Bean
    @ConditionalOnProperty(name = "followthrough.channels.enabled", matchIfMissing = true)
    ChannelLoop channelLoop(
            JdbcTemplate jdbc, AddressGuard guard, ChannelTeams teams, ChannelProperties settings, Clock clock) {
        ChannelHttp http = new ChannelHttp(guard, settings.timeout());
        ChannelSender sender = new ChannelSender(new DeliveryQueue(jdbc, clock), http, guard, teams::awake, clock);
        return new ChannelLoop(sender, http, settings.poll());
    }
}
