package io.followthrough.sandbox;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up.
 *
 * @param dialect which Jira it speaks like
 * @param port 0 for any free one
 * @param webhookUrl where changes are told, or null for nowhere
 * @param people whom tickets can be assigned to, asked for at each call
 */
public record SandboxSettings(
        SandboxDialect dialect,
        int port,
        String user,
        String token,
        String project,
        @Nullable URI webhookUrl,
        String webhookSecret,
        Supplier<List<SandboxPerson>> people) {

    /** Any free port, project OPS, nobody to assign to, no webhooks. */
    public static SandboxSettings simple() {
        return new SandboxSettings(
                SandboxDialect.CLOUD,
                0,
                "followthrough@example.org",
                "sandbox",
                "OPS",
                null,
                "sandbox-webhook-secret",
                List::of);
    }

    public SandboxSettings withDialect(SandboxDialect other) {
        return new SandboxSettings(other, port, user, token, project, webhookUrl, webhookSecret, people);
    }

    public SandboxSettings withWebhookUrl(URI url) {
        return new SandboxSettings(dialect, port, user, token, project, url, webhookSecret, people);
    }

    public SandboxSettings withPeople(List<SandboxPerson> others) {
        return new SandboxSettings(dialect, port, user, token, project, webhookUrl, webhookSecret, () -> others);
    }
}
