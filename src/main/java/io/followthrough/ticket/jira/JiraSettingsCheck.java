package io.followthrough.ticket.jira;

import io.followthrough.platform.SettingsCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** In earnest Jira must be named, spoken to in secret, and known by its signature. */
class JiraSettingsCheck implements SettingsCheck {

    private static final int SHORTEST_SECRET = 16;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> DIALECTS = Set.of("auto", "cloud", "data-center");

    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("base-url", "where Jira is, such as https://your-site.atlassian.net");
        REQUIRED.put("token", "the API token of the account to act as, or its personal access token on Data Center");
        REQUIRED.put("project", "the key of the project that takes the tickets");
        REQUIRED.put("webhook-secret", "what Jira signs its webhooks with; without it anybody could claim to be Jira");
    }

    @Override
    public List<String> problems(Environment settings) {
        List<String> problems = new ArrayList<>();
        if (settings.getRequiredProperty("followthrough.try-it", Boolean.class)
                || !settings.getProperty("followthrough.tracker", "jira").equals("jira")) {
            return problems;
        }
        REQUIRED.forEach((name, meaning) -> {
            if (!StringUtils.hasText(settings.getProperty("followthrough.jira." + name))) {
                problems.add(variable(name) + " is missing: " + meaning + ".");
            }
        });
        String dialect = settings.getProperty("followthrough.jira.dialect", "auto");
        if (!DIALECTS.contains(dialect)) {
            problems.add(variable("dialect") + "=" + dialect + " is neither cloud nor data-center nor auto.");
        }
        if (!dialect.equals("data-center") && !StringUtils.hasText(settings.getProperty("followthrough.jira.user"))) {
            problems.add(variable("user") + " is missing: the mail address of the account to act as; not needed with "
                    + variable("dialect") + "=data-center.");
        }
        String url = settings.getProperty("followthrough.jira.base-url");
        if (StringUtils.hasText(url) && !isSafe(url)) {
            problems.add(variable("base-url") + "=" + url + " is not https: the token could be read on its way.");
        }
        String secret = settings.getProperty("followthrough.jira.webhook-secret");
        if (StringUtils.hasText(secret) && secret.length() < SHORTEST_SECRET) {
            problems.add(variable("webhook-secret") + " is short enough to guess: take " + SHORTEST_SECRET
                    + " characters or more.");
        }
        return problems;
    }

    private static boolean isSafe(String url) {
        try {
            URI uri = URI.create(url);
            return "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String variable(String name) {
        return "FOLLOWTHROUGH_JIRA_" + name.replace("-", "_").toUpperCase(Locale.ROOT);
    }
}
