package io.followthrough.sandbox;

import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.TrackerEndpoint;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Starts the sandbox with the application where that is asked for, and tells how to reach it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("followthrough.sandbox.enabled")
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxConfiguration.class);
    private static final String USER = "followthrough@example.org";
    private static final String TOKEN = "sandbox";

    @Bean
    SandboxSettings sandboxSettings(SandboxProperties properties, FollowthroughProperties application, People people) {
        URI webhookUrl = properties.webhookUrl() != null
                ? properties.webhookUrl()
                : URI.create(application.link("/webhooks/jira"));
        return new SandboxSettings(
                properties.dialect(),
                properties.port(),
                USER,
                TOKEN,
                properties.project(),
                webhookUrl,
                randomSecret(),
                () -> persons(people));
    }

    @Bean
    JiraSandbox jiraSandbox(SandboxSettings settings, JdbcTemplate jdbc, Clock clock) {
        JiraSandbox sandbox = JiraSandbox.start(settings, new JdbcIssueStore(jdbc), clock);
        LOG.info(
                "Sandbox started board={} project={} dialect={}",
                sandbox.url(),
                settings.project(),
                settings.dialect());
        return sandbox;
    }

    @Bean
    TrackerEndpoint sandboxEndpoint(JiraSandbox sandbox, SandboxSettings settings) {
        return new SandboxEndpoint(
                sandbox.url(), settings.user(), settings.token(), settings.project(), settings.webhookSecret());
    }

    private static List<SandboxPerson> persons(People people) {
        return people.all().stream()
                .flatMap(person -> person.mail() == null
                        ? Stream.empty()
                        : Stream.of(new SandboxPerson("sandbox:" + person.id(), person.name(), person.mail())))
                .toList();
    }

    /** New at each start: nothing outside this process needs to know it. */
    private static String randomSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private record SandboxEndpoint(URI baseUrl, String user, String token, String project, String webhookSecret)
            implements TrackerEndpoint {}
}
