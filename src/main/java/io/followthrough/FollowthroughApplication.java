package io.followthrough;

import io.followthrough.document.cli.CommandLineInterface;
import io.followthrough.platform.StartChecks;
import io.followthrough.ticket.jira.TrackerCheckCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Followthrough: the server, or what the first argument asks for, {@code lint} or {@code check-jira}. */
@SpringBootApplication
public class FollowthroughApplication {

    public static void main(String[] args) {
        if (CommandLineInterface.isAskedFor(args)) {
            CommandLineInterface.main(args);
            return;
        }
        if (TrackerCheckCommand.isAskedFor(args)) {
            System.exit(TrackerCheckCommand.run(args, System.out));
        }
        // The engine stores instants without a zone: every node has to mean the same one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        application().run(args);
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(FollowthroughApplication.class);
        application.addInitializers(new StartChecks());
        return application;
    }
}
