package io.followthrough.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Passwords everybody knows stay on this machine. */
class PlatformSettingsCheck implements SettingsCheck {

    private static final int SHORTEST_PASSWORD = 12;
    private static final Set<String> GUESSED_FIRST = Set.of("demo", "admin", "password", "changeme", "followthrough");

    @Override
    public List<String> problems(Environment settings) {
        List<String> problems = new ArrayList<>();
        if (settings.getRequiredProperty("followthrough.try-it", Boolean.class)) {
            String address = settings.getProperty("server.address");
            if (address == null || !isLoopback(address)) {
                problems.add("SERVER_ADDRESS=" + address + ": while it is tried out, everybody's password is "
                        + DemoPerson.PASSWORD + ", so that only this machine may reach it.");
            }
        } else {
            String password = settings.getProperty("followthrough.admin.password");
            if (StringUtils.hasText(password) && isWeak(password)) {
                problems.add("FOLLOWTHROUGH_ADMIN_PASSWORD is easy to guess: take " + SHORTEST_PASSWORD
                        + " characters or more.");
            }
            if (DemoPerson.PASSWORD.equals(settings.getProperty("spring.datasource.password"))) {
                problems.add("SPRING_DATASOURCE_PASSWORD is one everybody knows.");
            }
        }
        return problems;
    }

    private static boolean isWeak(String password) {
        return password.length() < SHORTEST_PASSWORD
                || GUESSED_FIRST.contains(password.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() <= 2;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
