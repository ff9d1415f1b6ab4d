package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.ticket.TrackerProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets people watch an issue; who watches it already goes on doing so. */
class JiraWatchers {

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraProblems problems;
    private final JiraPeople people;

    JiraWatchers(JiraHttp http, JiraDialect dialect, JiraProblems problems, JiraPeople people) {
        this.http = http;
        this.dialect = dialect;
        this.problems = problems;
        this.people = people;
    }

    /**
     * Adds them one by one. Somebody unknown to Jira, or refused by it, costs a warning and nothing else.
     *
     * @return why to try all of it again later, or null
     */
    @Nullable
    TrackerProblem add(String ticketId, List<String> mails, String project, List<String> warnings) {
        for (String mail : mails) {
            JiraPeople.Found found = people.find(mail, project);
            String account = found.account();
            if (account == null) {
                warnings.add("Not watching: " + found.why());
                continue;
            }
            JiraReply reply = http.post(TextNode.valueOf(account), dialect.watchersPath(), ticketId, account);
            if (!isSettled(reply)) {
                return problems.of(reply);
            }
            if (!reply.isGood()) {
                people.forget(mail, project);
                warnings.add("Not watching: " + mail + ". " + refusal(reply));
            }
        }
        return null;
    }

    /** The issue was read with the same credentials just before: they are not what is refused here. */
    private static boolean isSettled(JiraReply reply) {
        return reply.isGood()
                || (reply instanceof JiraReply.Answered answer
                        && List.of(400, 401, 403, 404).contains(answer.status()));
    }

    private String refusal(JiraReply reply) {
        int status = ((JiraReply.Answered) reply).status();
        return status == 401 || status == 403
                ? "Let the account manage watcher lists, and see to it that watching is allowed (" + status + ")."
                : problems.of(reply).message();
    }
}
