package io.followthrough.sandbox;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param dialect which Jira it speaks like, {@code cloud} or {@code data-center}
 * @param port 0 for any free one
 * @param webhookUrl where changes are told; the application itself when not given
 */
@ConfigurationProperties("followthrough.sandbox")
record SandboxProperties(
        @DefaultValue("cloud") SandboxDialect dialect,
        @DefaultValue("8089") int port,
        @DefaultValue("OPS") String project,
        @Nullable URI webhookUrl) {}
