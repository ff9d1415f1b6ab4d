package io.followthrough.ticket.jira;

import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketTracker.ChangesOutcome;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import io.followthrough.ticket.TicketTracker.EditOutcome;
import io.followthrough.ticket.TicketTracker.FetchOutcome;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import io.followthrough.ticket.TrackerHealth;
import io.followthrough.ticket.jira.JiraScreens.Known;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Jira in one of its dialects. */
class JiraTracker {

    private final Supplier<JiraMapping> mapping;
    private final JiraDialect dialect;
    private final JiraHttp http;
    private final JiraProblems problems;
    private final JiraScreens screens;
    private final JiraPeople people;
    private final JiraProbe probe;
    private final JiraLookup lookup;
    private final JiraEdits edits;

    JiraTracker(
            JiraAccess access,
            JiraDialect dialect,
            JiraProblems problems,
            JiraGate gate,
            Supplier<JiraMapping> mapping,
            Clock clock) {
        this.mapping = mapping;
        this.dialect = dialect;
        this.problems = problems;
        this.http = new JiraHttp(access, dialect, gate);
        this.screens = new JiraScreens(http, dialect, access, problems, clock);
        this.people = new JiraPeople(http, dialect, mapping, problems, clock);
        this.probe = new JiraProbe(http, dialect, access, problems, screens, mapping);
        this.lookup = new JiraLookup(http, dialect, problems, screens);
        this.edits = new JiraEdits(http, dialect, problems, screens, people);
    }

    boolean speaks(JiraDialect other) {
        return dialect.setting().equals(other.setting());
    }

    CreateOutcome create(TicketDraft draft) {
        JiraTarget target = mapping.get().targetOf(draft);
        Known known = screens.get(target.project(), target.issueType());
        if (known instanceof Known.Not unknown) {
            return new CreateOutcome.NotCreated(unknown.problem());
        }
        JiraScreen screen = ((Known.Screen) known).screen();
        if (!screen.fields().contains("labels")) {
            // Looked at anew the next time: somebody may be adding it now.
            screens.forget();
            return new CreateOutcome.NotCreated(problems.refused("Add the field Labels to the create screen of project "
                    + target.project() + ": without a label a ticket whose creation was interrupted cannot be found."));
        }
        JiraIssueRequest request = new JiraIssueRequest(draft, target, dialect, screen, people.in(target.project()));
        JiraReply reply = http.post(request.body(), "/issue");
        if (reply instanceof JiraReply.Answered refusal && refusal.status() == 400) {
            screens.forget();
            if (request.canDoWithout(refusal)) {
                reply = http.post(request.body(), "/issue");
            }
        }
        return outcome(reply, draft, target, request.warnings());
    }

    private CreateOutcome outcome(JiraReply reply, TicketDraft draft, JiraTarget target, List<String> warnings) {
        if (reply instanceof JiraReply.NotSent || reply instanceof JiraReply.Held) {
            return new CreateOutcome.NotCreated(problems.of(reply));
        }
        if (reply instanceof JiraReply.Lost lost) {
            return new CreateOutcome.Unknown(lost.reason());
        }
        JiraReply.Answered answer = (JiraReply.Answered) reply;
        String id = answer.body().path("id").asText();
        String key = answer.body().path("key").asText();
        if (answer.isSuccess() && !id.isEmpty() && !key.isEmpty()) {
            List<String> all = new ArrayList<>(warnings);
            assign(id, draft.assigneeMail(), target.project(), all);
            return new CreateOutcome.Created(id, key, all);
        }
        if (answer.isSuccess() || answer.status() >= 500 || answer.status() == 408) {
            return new CreateOutcome.Unknown(problems.of(reply).message());
        }
        return new CreateOutcome.NotCreated(problems.of(reply));
    }

    /** After the creation, so that somebody unknown to Jira costs the assignee only and not the ticket. */
    private void assign(String id, @Nullable String mail, String project, List<String> warnings) {
        if (mail == null || mail.isBlank()) {
            return;
        }
        JiraPeople.Found found = people.find(mail, project);
        String account = found.account();
        if (account == null) {
            warnings.add("Not assigned: " + found.why());
            return;
        }
        JiraReply assigned = http.put(dialect.user(account), "/issue/{id}/assignee", id);
        if (!assigned.isGood()) {
            people.forget(mail, project);
            warnings.add("Not assigned: " + problems.of(assigned).message());
        }
    }

    SearchOutcome findByMarker(String marker) {
        return lookup.byMarker(marker);
    }

    FetchOutcome fetch(Collection<String> ticketIds) {
        return lookup.byId(ticketIds);
    }

    ChangesOutcome changes(Collection<String> ticketIds) {
        return lookup.changes(ticketIds);
    }

    EditOutcome edit(String ticketId, TicketEdit edit, String link) {
        return edits.edit(ticketId, edit, link);
    }

    TrackerHealth probe() {
        return probe.run();
    }
}
