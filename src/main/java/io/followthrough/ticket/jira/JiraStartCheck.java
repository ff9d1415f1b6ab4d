package io.followthrough.ticket.jira;

import io.followthrough.platform.RunMode;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** In earnest, says in the log at each start whether tickets can be made, without keeping the start waiting. */
@Component
@ConditionalOnProperty(name = "followthrough.tracker", havingValue = "jira", matchIfMissing = true)
class JiraStartCheck {

    private static final Logger LOG = LoggerFactory.getLogger(JiraStartCheck.class);

    private final RunMode runMode;
    private final JiraChecks checks;

    JiraStartCheck(RunMode runMode, JiraChecks checks) {
        this.runMode = runMode;
        this.checks = checks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (!runMode.tryIt()) {
            Thread thread = new Thread(this::check, "jira-check");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void check() {
        List<JiraCheckLine> lines = checks.run(List.of());
        for (JiraCheckLine line : lines) {
            switch (line.level()) {
                case OK -> LOG.info("Jira checked: {}", line.toText());
                case WARNING -> LOG.warn("Jira checked: {}", line.toText());
                case PROBLEM -> LOG.error("Jira checked: {}", line.toText());
            }
        }
        if (lines.stream().anyMatch(JiraCheckLine::isProblem)) {
            LOG.error("No tickets can be made until Jira or FOLLOWTHROUGH_JIRA_… are changed as said above.");
        }
    }
}
