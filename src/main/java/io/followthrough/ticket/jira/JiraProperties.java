package io.followthrough.ticket.jira;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for Jira. Without a base URL the tracker that the application starts itself is used, if there is one.
 *
 * @param baseUrl where the REST API is: {@code https://SITE.atlassian.net}, or
 *     {@code https://api.atlassian.com/ex/jira/CLOUD-ID} for tokens with scopes
 * @param siteUrl where people see tickets, when that is not the base URL
 * @param dialect which Jira this is; asked of Jira where not said, and checked against its answer where said
 * @param user mail address of the account on Jira Cloud; not needed on Jira Data Center
 * @param token API token on Jira Cloud, personal access token on Jira Data Center
 * @param issueType name or id of the type of the tickets
 * @param fields further fields of each new ticket by id, as JSON or text; for fields that the project requires
 */
@ConfigurationProperties("followthrough.jira")
record JiraProperties(
        @Nullable URI baseUrl,
        @Nullable URI siteUrl,
        @DefaultValue("auto") Dialect dialect,
        @DefaultValue("") String user,
        @DefaultValue("") String token,
        @DefaultValue("") String project,
        @DefaultValue("Task") String issueType,
        @DefaultValue("") String webhookSecret,
        @DefaultValue Map<String, String> fields) {

    enum Dialect {
        AUTO,
        CLOUD,
        DATA_CENTER
    }
}
