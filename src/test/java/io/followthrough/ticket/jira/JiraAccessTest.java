package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What the settings mean, given as they are given in production: by environment variables. */
class JiraAccessTest {

    @Test
    void understandsTheEnvironment() {
        JiraAccess access = access(Map.of(
                "FOLLOWTHROUGH_JIRA_BASE_URL", "https://jira.example.org/jira/",
                "FOLLOWTHROUGH_JIRA_DIALECT", "data-center",
                "FOLLOWTHROUGH_JIRA_TOKEN", "secret-token",
                "FOLLOWTHROUGH_JIRA_PROJECT", "OPS",
                "FOLLOWTHROUGH_JIRA_FIELDS_CUSTOMFIELD_10001", "{\"value\":\"Core\"}"));

        assertThat(access.dialect()).isInstanceOf(DataCenterDialect.class);
        assertThat(access.baseUrl()).isEqualTo("https://jira.example.org/jira");
        assertThat(access.siteUrl()).isEqualTo("https://jira.example.org/jira");
        assertThat(access.issueType()).isEqualTo("Task");
        assertThat(access.fields()).containsOnly(Map.entry("customfield_10001", "{\"value\":\"Core\"}"));
        assertThat(access.toString()).doesNotContain("secret-token");
    }

    @Test
    void leavesTheDialectToJiraWhereNothingIsSaid() {
        assertThat(access(Map.of("FOLLOWTHROUGH_JIRA_BASE_URL", "https://x.example"))
                        .dialect())
                .isNull();
    }

    @Test
    void saysWhatToSetWhenNoJiraIsNamed() {
        assertThatThrownBy(() -> access(Map.of())).hasMessageContaining("FOLLOWTHROUGH_JIRA_BASE_URL");
    }

    private static JiraAccess access(Map<String, Object> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("systemEnvironment", environment));
        JiraProperties settings = new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("followthrough.jira", JiraProperties.class);
        return JiraAccess.of(settings, null);
    }
}
