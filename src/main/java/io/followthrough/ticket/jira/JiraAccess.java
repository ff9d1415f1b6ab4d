package io.followthrough.ticket.jira;

import io.followthrough.platform.TrackerEndpoint;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where Jira is and how we get in: all from the settings, or all from the tracker started by the application. */
record JiraAccess(
        String baseUrl,
        String siteUrl,
        String user,
        String token,
        String project,
        String issueType,
        String webhookSecret,
        Map<String, String> fields) {

    static JiraAccess of(JiraProperties settings, @Nullable TrackerEndpoint own) {
        URI url = settings.baseUrl();
        if (url != null && !url.toString().isBlank()) {
            return new JiraAccess(
                    withoutSlash(url),
                    withoutSlash(Objects.requireNonNullElse(settings.siteUrl(), url)),
                    settings.user(),
                    settings.token(),
                    settings.project(),
                    settings.issueType(),
                    settings.webhookSecret(),
                    settings.fields());
        }
        if (own == null) {
            throw new IllegalStateException("No Jira is named: set FOLLOWTHROUGH_JIRA_BASE_URL, _USER, _TOKEN and"
                    + " _PROJECT, or try it out with FOLLOWTHROUGH_SANDBOX_ENABLED=true.");
        }
        return new JiraAccess(
                withoutSlash(own.baseUrl()),
                withoutSlash(own.baseUrl()),
                own.user(),
                own.token(),
                own.project(),
                settings.issueType(),
                own.webhookSecret(),
                settings.fields());
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
