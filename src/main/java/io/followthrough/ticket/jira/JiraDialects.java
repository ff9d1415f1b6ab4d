package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.followthrough.ticket.TrackerProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Knows which dialect Jira speaks, because Jira says so; a setting is held to that, and believed while Jira is silent. */
class JiraDialects {

    /** Both dialects answer it, whatever they think of the caller. */
    private static final String COMMON = "/rest/api/2";

    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final JiraAccess access;
    private final JiraProblems problems;
    private final JiraGate gate;
    private final Clock clock;
    private @Nullable JiraDialect known;
    private Instant askAgainAt = Instant.MIN;

    JiraDialects(JiraAccess access, JiraProblems problems, JiraGate gate, Clock clock) {
        this.access = access;
        this.problems = problems;
        this.gate = gate;
        this.clock = clock;
    }

    /** The dialect, or why none can be spoken. */
    sealed interface Spoken {
        record Dialect(JiraDialect dialect) implements Spoken {}

        record Not(TrackerProblem problem) implements Spoken {}
    }

    synchronized Spoken get() {
        JiraDialect sure = known;
        if (sure != null) {
            return new Spoken.Dialect(sure);
        }
        JiraDialect said = access.dialect();
        if (said != null && clock.instant().isBefore(askAgainAt)) {
            return new Spoken.Dialect(said);
        }
        JiraReply reply = serverInfo();
        JsonNode info = body(reply);
        if (!info.has("deploymentType")) {
            askAgainAt = clock.instant().plus(ASK_AGAIN);
            return said == null ? new Spoken.Not(unreadable(reply)) : new Spoken.Dialect(said);
        }
        JiraDialect found = info.path("deploymentType").asText().equalsIgnoreCase("Cloud")
                ? new CloudDialect()
                : new DataCenterDialect();
        String wrong = contradiction(said, found);
        if (wrong != null) {
            return new Spoken.Not(problems.settings(wrong));
        }
        known = found;
        return new Spoken.Dialect(found);
    }

    /** What Jira says about itself to strangers, or where it does not talk to them, to us. */
    JiraReply serverInfo() {
        List<Consumer<HttpHeaders>> identifications = List.of(
                headers -> {},
                headers -> headers.setBasicAuth(access.user(), access.token(), StandardCharsets.UTF_8),
                headers -> headers.setBearerAuth(access.token()));
        JiraReply reply = new JiraReply.NotSent("not asked");
        for (Consumer<HttpHeaders> identification : identifications) {
            reply = new JiraHttp(access, COMMON, identification, gate).get("/serverInfo");
            boolean isUnauthorized =
                    reply instanceof JiraReply.Answered answer && (answer.status() == 401 || answer.status() == 403);
            if (!isUnauthorized) {
                return reply;
            }
        }
        return reply;
    }

    static JsonNode body(JiraReply reply) {
        return reply instanceof JiraReply.Answered answer && answer.isSuccess()
                ? answer.body()
                : MissingNode.getInstance();
    }

    private @Nullable String contradiction(@Nullable JiraDialect said, JiraDialect found) {
        if (said != null && !said.setting().equals(found.setting())) {
            return access.baseUrl() + " is " + found.product() + ", but FOLLOWTHROUGH_JIRA_DIALECT=" + said.setting()
                    + ". Set FOLLOWTHROUGH_JIRA_DIALECT=" + found.setting() + ", or remove it.";
        }
        if (found instanceof CloudDialect && access.user().isBlank()) {
            return access.baseUrl() + " is Jira Cloud: set FOLLOWTHROUGH_JIRA_USER to the mail address that"
                    + " FOLLOWTHROUGH_JIRA_TOKEN belongs to.";
        }
        return null;
    }

    private TrackerProblem unreadable(JiraReply reply) {
        boolean strange = reply instanceof JiraReply.Answered answer && (answer.status() == 404 || answer.isSuccess());
        return strange
                ? problems.settings(access.baseUrl() + " does not answer as Jira does: there is no " + COMMON
                        + "/serverInfo. Set FOLLOWTHROUGH_JIRA_BASE_URL to the address below which /rest/api is.")
                : problems.of(reply);
    }
}
