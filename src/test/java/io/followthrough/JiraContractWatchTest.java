package io.followthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.sandbox.Fault;
import io.followthrough.sandbox.JiraSandbox;
import io.followthrough.sandbox.SandboxDialect;
import io.followthrough.sandbox.SandboxSettings;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That nothing is said to a sandbox, or by it, that is not held to Jira's contract. */
class JiraContractWatchTest {

    /** More than a sandbox remembers. */
    private static final int MANY = 700;

    private JiraSandbox sandbox;

    @AfterEach
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void checksEveryCallOfEverySandbox(SandboxDialect dialect) {
        Visitor script = script(dialect);
        long[] before = JiraContractWatch.counts();

        for (int i = 0; i < MANY; i++) {
            script.get(dialect == SandboxDialect.CLOUD ? "/rest/api/3/myself" : "/rest/api/2/myself");
        }
        sandbox.misbehave().next(Fault.THROTTLED_BY_GATEWAY, 1);
        script.get("/rest/api/2/serverInfo");
        JiraContractWatch.assertKept();

        long[] after = JiraContractWatch.counts();
        assertThat(sandbox.exchanges()).hasSizeLessThan(MANY);
        assertThat(after[0] - before[0]).as("said").isEqualTo(MANY + 1);
        assertThat(after[1] - before[1]).as("checked").isEqualTo(MANY + 1);
    }

    @Test
    void failsTheTestThatSaysWhatTheContractDoesNotKnow() {
        JiraContract.need();
        script(SandboxDialect.CLOUD).postJson("/rest/api/3/search/jql", "{\"jql\":\"project = OPS\",\"startAt\":0}");

        assertThatThrownBy(JiraContractWatch::assertKept)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("startAt");
        JiraContractWatch.assertKept();
    }

    private Visitor script(SandboxDialect dialect) {
        sandbox = JiraSandbox.start(SandboxSettings.simple().withDialect(dialect), Clock.systemUTC());
        Visitor script = new Visitor(sandbox.url());
        return dialect == SandboxDialect.CLOUD
                ? script.withBasic("followthrough@example.org", "sandbox")
                : script.with("Authorization", "Bearer sandbox");
    }
}
