package io.followthrough.ticket.jira;

import io.followthrough.platform.TrackerEndpoint;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where Jira is and how we get in: all from the settings, or all from the tracker started by the application.
 *
 * @param dialect what the settings say, or null when Jira is to be asked
 */
record JiraAccess(
        @Nullable JiraDialect dialect,
        String baseUrl,
        String siteUrl,
        String user,
        String token,
        String project,
        String issueType,
        String webhookSecret,
        Map<String, String> fields,
        Duration connectTimeout,
        Duration readTimeout) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    static JiraAccess of(JiraProperties settings, @Nullable TrackerEndpoint own) {
        URI url = settings.baseUrl();
        if (url != null && !url.toString().isBlank()) {
            return new JiraAccess(
                    dialect(settings.dialect()),
                    withoutSlash(url),
                    withoutSlash(Objects.requireNonNullElse(settings.siteUrl(), url)),
                    settings.user(),
                    settings.token(),
                    settings.project(),
                    settings.issueType(),
                    settings.webhookSecret(),
                    fields(settings),
                    CONNECT_TIMEOUT,
                    READ_TIMEOUT);
        }
        if (own == null) {
            throw new IllegalStateException("No Jira is named: set FOLLOWTHROUGH_JIRA_BASE_URL, _USER, _TOKEN and"
                    + " _PROJECT, or try it out with FOLLOWTHROUGH_SANDBOX_ENABLED=true.");
        }
        return new JiraAccess(
                null,
                withoutSlash(own.baseUrl()),
                withoutSlash(own.baseUrl()),
                own.user(),
                own.token(),
                own.project(),
                settings.issueType(),
                own.webhookSecret(),
                fields(settings),
                CONNECT_TIMEOUT,
                READ_TIMEOUT);
    }

    /** In the name of an environment variable the underscore of a field's id cannot be told from a dot. */
    private static Map<String, String> fields(JiraProperties settings) {
        Map<String, String> fields = new LinkedHashMap<>();
        settings.fields().forEach((id, value) -> fields.put(id.replace('.', '_'), value));
        return fields;
    }

    private static @Nullable JiraDialect dialect(JiraProperties.Dialect setting) {
        return switch (setting) {
            case AUTO -> null;
            case CLOUD -> new CloudDialect();
            case DATA_CENTER -> new DataCenterDialect();
        };
    }

    /** The account for people: on Jira Data Center the token alone says who it is. */
    String account() {
        return user.isEmpty() ? "of the token" : user;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Jira at " + baseUrl + ", project " + project;
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceAll("/+$", "");
    }
}
