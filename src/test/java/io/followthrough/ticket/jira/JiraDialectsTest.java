package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.sandbox.JiraSandbox;
import io.followthrough.sandbox.SandboxDialect;
import io.followthrough.sandbox.SandboxExchange;
import io.followthrough.sandbox.SandboxSettings;
import io.followthrough.ticket.TicketTracker.FetchOutcome;
import io.followthrough.ticket.TrackerProblem;
import io.followthrough.ticket.TrackerProblem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which dialect is spoken: the one Jira speaks, and no other than the settings say. */
class JiraDialectsTest {

    @ParameterizedTest
    @EnumSource
    void asksJiraWhichDialectItSpeaksOnceOnly(SandboxDialect dialect) {
        try (JiraSandbox jira = JiraSandbox.start(SandboxSettings.simple().withDialect(dialect), Clock.systemUTC())) {
            var tracker = JiraConfiguration.tracker(access(jira.url().toString(), null, "u"), Clock.systemUTC());

            tracker.fetch(List.of("1"));
            tracker.fetch(List.of("1"));

            assertThat(jira.exchanges().stream()
                            .map(SandboxExchange::path)
                            .filter(path -> path.endsWith("/serverInfo")))
                    .hasSize(1);
            assertThat(jira.exchanges().stream().map(SandboxExchange::path).skip(1))
                    .allMatch(
                            path -> path.startsWith(dialect == SandboxDialect.CLOUD ? "/rest/api/3/" : "/rest/api/2/"));
        }
    }

    @Test
    void saysWhatToSetWhenTheDialectIsWrong() {
        assertThat(problem(SandboxDialect.DATA_CENTER, new CloudDialect()).message())
                .contains("is Jira Data Center", "Set FOLLOWTHROUGH_JIRA_DIALECT=data-center");
        TrackerProblem problem = problem(SandboxDialect.CLOUD, new DataCenterDialect());
        assertThat(problem.message()).contains("is Jira Cloud", "Set FOLLOWTHROUGH_JIRA_DIALECT=cloud");
        assertThat(problem.kind()).isEqualTo(Kind.AUTHENTICATION);
    }

    @Test
    void believesTheSettingWhileJiraDoesNotSay() {
        try (StubJira jira = new StubJira()) {
            jira.on("GET /serverInfo", "");
            jira.on("POST /rest/api/2/search", "{\"issues\":[],\"total\":0}");
            String url = jira.access().baseUrl();

            FetchOutcome outcome = JiraConfiguration.tracker(
                            access(url, new DataCenterDialect(), ""), Clock.systemUTC())
                    .fetch(List.of("1"));

            assertThat(outcome).isInstanceOf(FetchOutcome.Found.class);
        }
    }

    @Test
    void knowsWhatIsNotJira() {
        try (StubJira jira = new StubJira()) {
            jira.on("GET /serverInfo", "<html>Log in</html>");

            assertThat(problem(access(jira.access().baseUrl(), null, "u")).message())
                    .contains("Set FOLLOWTHROUGH_JIRA_BASE_URL");
        }
    }

    @Test
    void waitsForAJiraThatIsAway() {
        try (JiraSandbox jira = JiraSandbox.start(SandboxSettings.simple(), Clock.systemUTC())) {
            jira.misbehave().down(true);

            assertThat(problem(access(jira.url().toString(), null, "u")).kind()).isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    void needsTheMailAddressOfTheAccountOnCloudOnly() {
        try (JiraSandbox cloud = JiraSandbox.start(SandboxSettings.simple(), Clock.systemUTC())) {
            assertThat(problem(access(cloud.url().toString(), null, "")).message())
                    .contains("set FOLLOWTHROUGH_JIRA_USER");
        }
    }

    /** The address of Jira Cloud for tokens with scopes answers nobody without them, and has a path of its own. */
    @Test
    void showsItsCredentialsWhereNobodyIsAnsweredWithout() throws Exception {
        try (StrictGateway gateway = new StrictGateway()) {
            FetchOutcome outcome = JiraConfiguration.tracker(access(gateway.url(), null, "u"), Clock.systemUTC())
                    .fetch(List.of("1"));

            assertThat(outcome).isInstanceOf(FetchOutcome.Found.class);
            assertThat(gateway.paths())
                    .contains(
                            "/ex/jira/cloud-id/rest/api/2/serverInfo", "/ex/jira/cloud-id/rest/api/3/issue/bulkfetch");
        }
    }

    private static TrackerProblem problem(SandboxDialect real, JiraDialect said) {
        try (JiraSandbox jira = JiraSandbox.start(SandboxSettings.simple().withDialect(real), Clock.systemUTC())) {
            TrackerProblem problem = problem(access(jira.url().toString(), said, "u"));
            assertThat(jira.exchanges()).hasSize(1);
            return problem;
        }
    }

    private static TrackerProblem problem(JiraAccess access) {
        return ((FetchOutcome.Failed)
                        JiraConfiguration.tracker(access, Clock.systemUTC()).fetch(List.of("1")))
                .problem();
    }

    private static JiraAccess access(String url, @Nullable JiraDialect dialect, String user) {
        Duration patience = Duration.ofSeconds(10);
        return new JiraAccess(dialect, url, url, user, "t", "OPS", "Task", "", Map.of(), patience, patience);
    }
}
