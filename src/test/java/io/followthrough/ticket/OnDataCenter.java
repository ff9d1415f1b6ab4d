package io.followthrough.ticket;

import io.followthrough.TrackerOutsideTransactions;
import io.followthrough.sandbox.JiraSandbox;
import io.followthrough.sandbox.SandboxBeside;
import io.followthrough.sandbox.SandboxDialect;
import io.followthrough.sandbox.SandboxSettings;
import io.followthrough.ticket.jira.HastyJira;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets the application speak to a Jira Data Center during each test, and leaves no trace of that. */
class OnDataCenter implements BeforeEachCallback, AfterEachCallback {

    private List<String> ticketsBefore = List.of();

    @Override
    public void beforeEach(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        Clock clock = application.getBean(Clock.class);
        TrackerOutsideTransactions trackers = application.getBean(TrackerOutsideTransactions.class);
        TicketTracker usual = application.getBean(TicketTracker.class);
        JiraSandbox dataCenter = SandboxBeside.start(
                application.getBean(SandboxSettings.class), SandboxDialect.DATA_CENTER, jdbc, clock);
        ticketsBefore = jdbc.queryForList("select action_item from ticket", String.class);
        TrackerGate gate = application.getBean(TrackerGates.class).of(usual.site());
        trackers.use(HastyJira.dataCenterAt(dataCenter.url(), gate, clock));
        test(context).sandbox = dataCenter;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        application.getBean(TrackerOutsideTransactions.class).use(null);
        test(context).sandbox.close();
        // The usual tracker has none of these, and would have them looked for.
        application.getBean(JdbcTemplate.class).update("delete from ticket where not action_item = any (?)", (Object)
                ticketsBefore.toArray(String[]::new));
    }

    private static WithTickets test(ExtensionContext context) {
        return (WithTickets) context.getRequiredTestInstance();
    }
}
