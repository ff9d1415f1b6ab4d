package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the accounts of people by their mail addresses, and remembers for a while whom it found. */
class JiraPeople {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    /** Shorter: somebody may be letting them in just now. */
    private static final Duration REMEMBERED_UNKNOWN = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final Supplier<JiraMapping> mapping;
    private final JiraProblems problems;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    JiraPeople(JiraHttp http, JiraDialect dialect, Supplier<JiraMapping> mapping, JiraProblems problems, Clock clock) {
        this.http = http;
        this.dialect = dialect;
        this.mapping = mapping;
        this.problems = problems;
        this.clock = clock;
    }

    /** Somebody by account, or in words why not. */
    record Found(@Nullable String account, String why) {}

    /** Who can be assigned in a project. */
    Accounts in(String project) {
        return mail -> mail.isBlank() ? null : find(mail, project).account();
    }

    Found find(String mail, String project) {
        String corrected = mapping.get().accounts().get(mail.toLowerCase(Locale.ROOT));
        if (corrected != null) {
            return new Found(corrected, "");
        }
        String place = project + "\n" + mail;
        Remembered known = remembered.get(place);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.found();
        }
        JiraReply reply = http.get(dialect.assignablePath(), project, mail);
        if (!reply.json().isArray()) {
            return new Found(null, problems.of(reply).message());
        }
        String account = account(reply.json(), mail);
        Found found = account == null
                ? new Found(null, "no one account for " + mail + " can be assigned in " + project)
                : new Found(account, "");
        if (remembered.size() < MOST) {
            Duration howLong = account == null ? REMEMBERED_UNKNOWN : REMEMBERED;
            remembered.put(place, new Remembered(found, clock.instant().plus(howLong)));
        }
        return found;
    }

    /** After a refusal: the account may be gone. */
    void forget(String mail, String project) {
        remembered.remove(project + "\n" + mail);
    }

    /** Jira hides most mail addresses, so that the only account found for an address counts as its owner. */
    private @Nullable String account(JsonNode users, String mail) {
        for (JsonNode user : users) {
            if (user.path("emailAddress").asText().equalsIgnoreCase(mail)) {
                return dialect.accountOf(user);
            }
        }
        boolean only = users.size() == 1 && !users.path(0).has("emailAddress");
        return only ? dialect.accountOf(users.path(0)) : null;
    }

    private record Remembered(Found found, Instant until) {}
}
