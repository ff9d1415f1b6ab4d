package io.followthrough.platform;

import io.followthrough.platform.database.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.StringUtils;

/** Refuses to start before anything is touched: unsafe settings, a directory in use, a taken port. */
public class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int WEB_PORT = 8080;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        checkSettings(settings);
        if (!StringUtils.hasText(settings.getProperty("spring.datasource.url"))) {
            // Before the ports: when Followthrough itself has them, this says so.
            DataDirectory directory = DataDirectory.lock(settings.getRequiredProperty("followthrough.data-dir"));
            context.getBeanFactory().registerSingleton("dataDirectory", directory);
        }
        checkPort(settings, "server.port", WEB_PORT, settings.getProperty("server.address"));
        if (settings.getProperty("followthrough.try-it", Boolean.class, false)) {
            checkPort(settings, "followthrough.sandbox.port", 0, "127.0.0.1");
        }
    }

    private static void checkSettings(Environment settings) {
        List<String> problems = SpringFactoriesLoader.loadFactories(SettingsCheck.class, null).stream()
                .flatMap(check -> check.problems(settings).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new StartRefusedException(problems.stream()
                    .map(problem -> System.lineSeparator() + "  - " + problem)
                    .collect(Collectors.joining("", "these settings are not safe or not complete:", "")));
        }
    }

    private static void checkPort(Environment settings, String name, int usual, @Nullable String address) {
        int port = settings.getProperty(name, Integer.class, usual);
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            String variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
            throw new StartRefusedException(
                    "port " + port + " is taken by another program. Stop that one, or choose another port with "
                            + variable + "=" + (port + 1) + ".",
                    e);
        }
    }
}
