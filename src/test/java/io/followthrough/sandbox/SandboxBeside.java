package io.followthrough.sandbox;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** A second sandbox beside the one of the application, whose tickets have other numbers. */
public final class SandboxBeside {

    private SandboxBeside() {}

    /** Like the other, on a port of its own, in this dialect. */
    public static JiraSandbox start(SandboxSettings like, SandboxDialect dialect, JdbcTemplate jdbc, Clock clock) {
        SandboxSettings settings = new SandboxSettings(
                dialect,
                0,
                like.user(),
                like.token(),
                like.project(),
                like.webhookUrl(),
                like.webhookSecret(),
                like.people());
        return JiraSandbox.start(settings, new JdbcIssueStore(jdbc), clock);
    }
}
