package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks what holds for all projects: the address, the clock, the credentials, and the secret of the webhooks. */
class JiraSiteCheck {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final int SHORTEST_SECRET = 16;

    private final JiraAccess access;
    private final JiraDialects dialects;
    private final JiraProblems problems;
    private final Clock clock;
    private final JiraCheckLines lines;

    JiraSiteCheck(JiraAccess access, JiraDialects dialects, JiraProblems problems, Clock clock, JiraCheckLines lines) {
        this.access = access;
        this.dialects = dialects;
        this.problems = problems;
        this.clock = clock;
        this.lines = lines;
    }

    void webhookSecret() {
        if (access.webhookSecret().isBlank()) {
            lines.problem(
                    "Webhook", "FOLLOWTHROUGH_JIRA_WEBHOOK_SECRET is missing: every webhook of Jira will be refused.");
        } else if (access.webhookSecret().length() < SHORTEST_SECRET) {
            lines.problem(
                    "Webhook",
                    "FOLLOWTHROUGH_JIRA_WEBHOOK_SECRET is short enough to guess: take " + SHORTEST_SECRET
                            + " characters or more.");
        } else {
            lines.ok("Webhook", "There is a secret. Whether Jira has the same shows with its first webhook.");
        }
    }

    @Nullable
    JsonNode connection() {
        JiraReply reply = dialects.serverInfo();
        JsonNode info = JiraDialects.body(reply);
        if (info.has("deploymentType")) {
            lines.ok(
                    "Connection",
                    access.baseUrl() + " answers: " + info.path("serverTitle").asText("Jira") + ", version "
                            + info.path("version").asText("unknown"));
            return info;
        }
        JiraDialects.Spoken spoken = dialects.get();
        if (spoken instanceof JiraDialects.Spoken.Not not) {
            lines.problem("Connection", not.problem().message());
        } else {
            lines.problem("Connection", problems.of(reply).message());
        }
        return null;
    }

    /** A webhook that seems to be old or from the future is refused. */
    void clock(JsonNode info) {
        try {
            Duration ahead = Duration.between(
                    clock.instant(), JiraSnapshots.time(info.path("serverTime").asText()));
            String words = "Jira's clock is " + ahead.abs().toSeconds() + " s "
                    + (ahead.isNegative() ? "behind" : "ahead of") + " ours";
            if (ahead.compareTo(JiraWebhookController.CLOCK_SKEW) > 0) {
                lines.problem("Clock", words + ", so that its webhooks are refused. Set the clock of this machine.");
            } else if (ahead.abs().compareTo(CLOCK_TOLERANCE) > 0) {
                lines.warning("Clock", words + ". Set the clock of this machine.");
            } else {
                lines.ok("Clock", words + ".");
            }
        } catch (DateTimeException e) {
            lines.warning("Clock", "Jira does not say what time it is.");
        }
    }

    @Nullable
    JsonNode credentials(JiraHttp http, JiraDialect dialect) {
        JiraReply reply = http.get("/myself");
        if (!reply.json().isObject()) {
            boolean unauthorized = reply instanceof JiraReply.Answered answer && answer.status() == 401;
            lines.problem(
                    "Credentials",
                    problems.of(reply).message() + (unauthorized ? dialect.credentialsHint(access) : ""));
            return null;
        }
        JsonNode self = reply.json();
        String mail = self.path("emailAddress").asText();
        if (self.has("active") && !self.path("active").asBoolean()) {
            lines.problem(
                    "Credentials", "The account " + self.path("displayName").asText() + " is not active.");
        } else if (access.user().contains("@") && !mail.isEmpty() && !mail.equalsIgnoreCase(access.user())) {
            lines.warning(
                    "Credentials",
                    "The token belongs to " + mail + ", but FOLLOWTHROUGH_JIRA_USER is " + access.user() + ".");
        } else {
            lines.ok(
                    "Credentials",
                    "We are " + self.path("displayName").asText() + " (" + dialect.accountOf(self) + ").");
        }
        return self;
    }
}
