package io.followthrough.platform.web;

import io.followthrough.platform.DemoPerson;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.RunMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at the end of the start where to go, who can log in and what to try first. */
@Component
class StartBanner {

    private static final Logger LOG = LoggerFactory.getLogger(StartBanner.class);

    private final RunMode runMode;
    private final FollowthroughProperties properties;
    private final Environment settings;

    StartBanner(RunMode runMode, FollowthroughProperties properties, Environment settings) {
        this.runMode = runMode;
        this.properties = properties;
        this.settings = settings;
    }

    /** Last, after whatever else is done at the start. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void show(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext context) {
            int port = context.getWebServer().getPort();
            LOG.info(runMode.tryIt() ? tryIt(port) : "Followthrough is ready: {}", properties.baseUrl());
        }
    }

    private String tryIt(int port) {
        String everybody =
                Arrays.stream(DemoPerson.values()).map(DemoPerson::id).collect(Collectors.joining(", "));
        return """

                  Followthrough is ready, to be tried out on this machine only.

                    Where     http://localhost:%d
                    Log in    %s; everybody's password is %s
                    Tickets   http://localhost:%s (the built-in sandbox)
                    Data      %s

                  Try first: log in as author and submit a postmortem; as reviewer approve it in the Tasklist;
                  watch its action items become tickets; then move the time machine at the top of the page.
                """.formatted(
                        port,
                        everybody,
                        DemoPerson.PASSWORD,
                        settings.getProperty("followthrough.sandbox.port"),
                        settings.getProperty("followthrough.data-dir"));
    }
}
