package io.followthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.followthrough.platform.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Starts that are refused before anything is touched: no database runs here. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTest {

    private static final List<String> SAFE = List.of(
            "--spring.datasource.url=jdbc:postgresql://db.example:5432/followthrough",
            "--followthrough.jira.base-url=https://example.atlassian.net",
            "--followthrough.jira.user=bot@example.org",
            "--followthrough.jira.token=token",
            "--followthrough.jira.project=OPS",
            "--followthrough.jira.webhook-secret=0123456789abcdef");

    @TempDir
    Path directory;

    @Test
    void namesEveryMissingSettingAtOnce() {
        assertThat(refusal(List.of("--spring.datasource.url=jdbc:postgresql://db.example/x")))
                .contains("FOLLOWTHROUGH_JIRA_BASE_URL is missing")
                .contains("FOLLOWTHROUGH_JIRA_USER is missing")
                .contains("FOLLOWTHROUGH_JIRA_TOKEN is missing")
                .contains("FOLLOWTHROUGH_JIRA_PROJECT is missing")
                .contains("FOLLOWTHROUGH_JIRA_WEBHOOK_SECRET is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "--followthrough.jira.base-url=http://jira.example.org, FOLLOWTHROUGH_JIRA_BASE_URL=http://jira.example.org is not https",
        "--followthrough.jira.base-url=ftp://localhost, is not https",
        "--followthrough.jira.dialect=server, FOLLOWTHROUGH_JIRA_DIALECT=server is neither cloud nor data-center",
        "--followthrough.jira.webhook-secret=short, FOLLOWTHROUGH_JIRA_WEBHOOK_SECRET is short enough to guess",
        "--followthrough.admin.password=demo, FOLLOWTHROUGH_ADMIN_PASSWORD is easy to guess",
        "--followthrough.admin.password=aaaaaaaaaaaaaaaaaaaa, FOLLOWTHROUGH_ADMIN_PASSWORD is easy to guess",
        "--spring.datasource.password=demo, SPRING_DATASOURCE_PASSWORD"
    })
    void refusesAnUnsafeSettingAndNamesIt(String setting, String message) {
        List<String> settings = new ArrayList<>(SAFE);
        settings.removeIf(safe -> safe.startsWith(setting.substring(0, setting.indexOf('='))));
        settings.add(setting);

        assertThat(refusal(settings)).contains(message).doesNotContain("is missing");
    }

    @Test
    void demoPasswordsStayOnThisMachine() {
        assertThat(refusal(List.of("--server.address=0.0.0.0"))).contains("SERVER_ADDRESS=0.0.0.0");
    }

    @Test
    void namesTheLineOfARulesFileThatIsWrong() throws IOException {
        Path rules = Files.writeString(directory.resolve("rules.yaml"), "missing-title: off\nno-such-rule: error\n");

        assertThat(refusal(List.of("--followthrough.rules-file=" + rules)))
                .contains("FOLLOWTHROUGH_RULES_FILE", "rules.yaml, line 2", "no-such-rule");
        assertThat(refusal(List.of("--followthrough.rules-file=" + directory.resolve("none.yaml"))))
                .contains("FOLLOWTHROUGH_RULES_FILE", "cannot be read");
    }

    @Test
    void namesATakenPortInOneLine(CapturedOutput output) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String message = refusal(List.of("--server.port=" + other.getLocalPort()));

            assertThat(message)
                    .contains("port " + other.getLocalPort() + " is taken")
                    .contains("SERVER_PORT")
                    .doesNotContain("\n");
            assertThat(output.getAll().lines().filter(line -> line.contains("Followthrough is not started")))
                    .hasSize(1);
            assertThat(output.getAll()).doesNotContain("\tat ");
        }
    }

    @Test
    void namesTheTakenPortOfTheSandbox() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(List.of("--server.port=0", "--followthrough.sandbox.port=" + other.getLocalPort())))
                    .contains("port " + other.getLocalPort() + " is taken")
                    .contains("FOLLOWTHROUGH_SANDBOX_PORT");
        }
    }

    private String refusal(List<String> settings) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--followthrough.data-dir=" + directory);
        Throwable thrown =
                catchThrowable(() -> FollowthroughApplication.application().run(arguments.toArray(String[]::new)));
        assertThat(thrown).isInstanceOf(StartRefusedException.class);
        return thrown.getMessage();
    }
}
