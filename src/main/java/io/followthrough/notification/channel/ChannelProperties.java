package io.followthrough.notification.channel;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where channels may lead.
 *
 * @param enabled whether anything is sent by itself
 * @param allowedHosts hosts on the internet, by HTTPS on its own port; {@code *.} in front for all below a name
 * @param trustedHosts hosts of one's own network, with their port ({@code chat.corp.example:8443}): private addresses
 *     and plain HTTP are allowed there
 * @param timeout how long is waited for a connection and for an answer
 * @param poll how often it is looked for what waits
 */
@ConfigurationProperties("followthrough.channels")
record ChannelProperties(
        @DefaultValue("true") boolean enabled,

        @DefaultValue({"hooks.slack.com", "*.webhook.office.com", "*.logic.azure.com", "*.api.powerplatform.com"})
        List<String> allowedHosts,

        @DefaultValue({}) List<String> trustedHosts,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("3s") Duration poll) {}
