package io.followthrough.ticket.jira;

import io.followthrough.ticket.TrackerGate;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.NamedInterface;

/**
 * {@code java -jar followthrough.jar check-jira}: reads the settings as the server does, asks Jira, and needs neither
 * the server nor its database.
 */
@NamedInterface("command")
public final class TrackerCheckCommand {

    private static final String NAME = "check-jira";
    private static final String MAIL = "--mail=";

    private TrackerCheckCommand() {}

    public static boolean isAskedFor(String[] args) {
        return args.length > 0 && args[0].equals(NAME);
    }

    /** Runs the command and returns the exit code: 0 nothing to change, 1 something to change, 2 no Jira is named. */
    public static int run(String[] args, PrintStream out) {
        List<String> mails = Arrays.stream(args)
                .filter(arg -> arg.startsWith(MAIL))
                .flatMap(arg -> Arrays.stream(arg.substring(MAIL.length()).split(",")))
                .filter(mail -> !mail.isBlank())
                .toList();
        PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (ConfigurableApplicationContext context = settings(args)) {
            JiraProperties properties =
                    Binder.get(context.getEnvironment()).bindOrCreate("followthrough.jira", JiraProperties.class);
            if (properties.baseUrl() == null) {
                text.println("No Jira is named: set FOLLOWTHROUGH_JIRA_BASE_URL, _TOKEN, _PROJECT and _WEBHOOK_SECRET,"
                        + " and on Jira Cloud _USER.");
                return 2;
            }
            JiraAccess access = JiraAccess.of(properties, null);
            text.println(access);
            Clock clock = Clock.systemUTC();
            List<JiraCheckLine> lines =
                    JiraCheck.run(access, JiraMapping.of(access), TrackerGate.withoutDatabase(clock), clock, mails);
            lines.forEach(line -> text.println(line.toText()));
            long problems = lines.stream().filter(JiraCheckLine::isProblem).count();
            text.println(problems == 0 ? "Tickets can be made." : problems + " to change before tickets can be made.");
            return problems == 0 ? 0 : 1;
        }
    }

    private static ConfigurableApplicationContext settings(String[] args) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("logging.level.root", "warn"));
        return application.run(Arrays.copyOfRange(args, 1, args.length));
    }

    /** An application that consists of its settings. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
