package io.followthrough.ticket.jira;

import io.followthrough.sandbox.SandboxDialect;

/** All that holds for Jira Cloud holds for Jira Data Center. */
class DataCenterTrackerTest extends JiraTrackerTest {

    @Override
    SandboxDialect dialect() {
        return SandboxDialect.DATA_CENTER;
    }
}
