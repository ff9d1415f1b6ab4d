package io.followthrough.ticket.jira;

import io.followthrough.platform.RetryAfter;
import io.followthrough.ticket.TrackerProblem;
import io.followthrough.ticket.TrackerProblem.Kind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Says of every reply that is not what was hoped for what kind of problem it is, and what a person can do. */
class JiraProblems {

    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
    /** Refused now, for reasons that pass by themselves. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 425);

    private final JiraAccess access;
    private final Clock clock;

    JiraProblems(JiraAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    TrackerProblem of(JiraReply reply) {
        if (reply instanceof JiraReply.NotSent failure) {
            return problem(
                    Kind.UNAVAILABLE,
                    access + " cannot be reached (" + failure.reason() + "). If this stays so, check"
                            + " FOLLOWTHROUGH_JIRA_BASE_URL and the network.");
        }
        if (reply instanceof JiraReply.Held held) {
            return held.problem();
        }
        if (reply instanceof JiraReply.Lost failure) {
            return problem(Kind.UNAVAILABLE, access + " did not answer (" + failure.reason() + ").");
        }
        return of((JiraReply.Answered) reply);
    }

    /** Nothing works until somebody has changed the settings. */
    TrackerProblem settings(String message) {
        return problem(Kind.AUTHENTICATION, message);
    }

    String noProject(String project) {
        return "There is no project " + project + " that the account " + access.account()
                + " may see. Set FOLLOWTHROUGH_JIRA_PROJECT or the mapping to its key, or let the account browse it.";
    }

    TrackerProblem refused(String message) {
        return problem(Kind.REFUSED, message);
    }

    private TrackerProblem of(JiraReply.Answered answer) {
        int status = answer.status();
        String denied = answer.headers().getFirst("X-Authentication-Denied-Reason");
        if (status == 401 || status == 403 || answer.isFromStranger()) {
            return problem(
                    Kind.AUTHENTICATION,
                    access + " does not let the account " + access.account() + " do this (" + status
                            + (denied == null ? "" : ", " + denied) + ")." + sentence(answer.messages())
                            + " Check whether FOLLOWTHROUGH_JIRA_TOKEN has expired and whether the account may work"
                            + " in the project.");
        }
        if (status == 429) {
            Instant pause = notBefore(answer.headers());
            return new TrackerProblem(
                    Kind.THROTTLED,
                    access + " asks for a pause: too many requests.",
                    Map.of(),
                    pause == null ? clock.instant().plus(USUAL_PAUSE) : pause);
        }
        if (status == 410) {
            // Never "nothing found": whoever asks for what is gone must stop and say so.
            return settings(access + " has removed what was asked for (410)." + sentence(answer.messages())
                    + " Check FOLLOWTHROUGH_JIRA_DIALECT, and whether there is a newer version of Followthrough.");
        }
        if (status >= 500 || PASSING.contains(status) || answer.isSuccess()) {
            return new TrackerProblem(
                    Kind.UNAVAILABLE,
                    access + " is not able to answer now (" + status + ")." + sentence(answer.messages()),
                    Map.of(),
                    notBefore(answer.headers()));
        }
        if (status / 100 == 3) {
            return problem(
                    Kind.REFUSED,
                    access + " redirects to " + answer.headers().getFirst(HttpHeaders.LOCATION)
                            + ". Set FOLLOWTHROUGH_JIRA_BASE_URL to the address Jira's REST API answers at.");
        }
        StringBuilder fields = new StringBuilder();
        answer.fieldErrors()
                .forEach((field, message) ->
                        fields.append(' ').append(field).append(": ").append(message));
        return new TrackerProblem(
                Kind.REFUSED,
                access + " refuses this (" + status + ")." + sentence(answer.messages()) + fields,
                answer.fieldErrors(),
                null);
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : " Its words: " + words;
    }

    private static TrackerProblem problem(Kind kind, String message) {
        return new TrackerProblem(kind, message, Map.of(), null);
    }

    private @Nullable Instant notBefore(HttpHeaders headers) {
        Instant asked = first(
                RetryAfter.read(headers.getFirst(HttpHeaders.RETRY_AFTER), clock.instant()),
                headers.getFirst("X-RateLimit-Reset"));
        if (asked == null) {
            return null;
        }
        Instant latest = clock.instant().plus(LONGEST_PAUSE);
        return asked.isAfter(latest) ? latest : asked;
    }

    private static @Nullable Instant first(@Nullable Instant retryAfter, @Nullable String reset) {
        if (retryAfter != null || reset == null) {
            return retryAfter;
        }
        try {
            return OffsetDateTime.parse(reset.trim()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
