package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TrackerHealth;
import io.followthrough.ticket.jira.JiraScreens.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jira Cloud by its REST API, version 3. */
class JiraTracker implements TicketTracker {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JiraHttp http;
    private final JiraAccess access;
    private final JiraProblems problems;
    private final JiraScreens screens;
    private final JiraProbe probe;
    private final JiraLookup lookup;
    private final JiraEdits edits;

    JiraTracker(JiraHttp http, JiraAccess access, JiraProblems problems, JiraScreens screens, JiraProbe probe) {
        this.http = http;
        this.access = access;
        this.problems = problems;
        this.screens = screens;
        this.probe = probe;
        this.lookup = new JiraLookup(http, problems);
        this.edits = new JiraEdits(http, problems, screens);
    }

    @Override
    public CreateOutcome create(TicketDraft draft) {
        Known known = screens.get();
        if (known instanceof Known.Not unknown) {
            return new CreateOutcome.NotCreated(unknown.problem());
        }
        JiraScreen screen = ((Known.Screen) known).screen();
        if (!screen.fields().contains("labels")) {
            return new CreateOutcome.NotCreated(problems.refused("Add the field Labels to the create screen of project "
                    + access.project() + ": without a label a ticket whose creation was interrupted cannot be found."));
        }
        JiraIssueRequest request = new JiraIssueRequest(draft, access, screen);
        JiraReply reply = http.post(request.body(), "/issue");
        if (reply instanceof JiraReply.Answered refusal && refusal.status() == 400) {
            screens.forget();
            if (request.canDoWithout(refusal)) {
                reply = http.post(request.body(), "/issue");
            }
        }
        return outcome(reply, draft, request.warnings());
    }

    private CreateOutcome outcome(JiraReply reply, TicketDraft draft, List<String> warnings) {
        if (reply instanceof JiraReply.NotSent) {
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
            assign(id, draft.assigneeMail(), all);
            return new CreateOutcome.Created(id, key, all);
        }
        if (answer.isSuccess() || answer.status() >= 500 || answer.status() == 408) {
            return new CreateOutcome.Unknown(problems.of(reply).message());
        }
        return new CreateOutcome.NotCreated(problems.of(reply));
    }

    /** After the creation, so that somebody unknown to Jira costs the assignee only and not the ticket. */
    private void assign(String id, @Nullable String mail, List<String> warnings) {
        if (mail == null || mail.isBlank()) {
            return;
        }
        JiraReply found = http.get("/user/assignable/search?project={project}&query={mail}", access.project(), mail);
        if (!found.json().isArray()) {
            warnings.add("Not assigned: " + problems.of(found).message());
            return;
        }
        String account = account(found.json(), mail);
        if (account == null) {
            warnings.add("Not assigned: no one account for " + mail + " can be assigned in " + access.project());
            return;
        }
        JiraReply assigned = http.put(JSON.objectNode().put("accountId", account), "/issue/{id}/assignee", id);
        if (!assigned.isGood()) {
            warnings.add("Not assigned: " + problems.of(assigned).message());
        }
    }

    /** Jira hides most mail addresses, so that the only account found for an address counts as its owner. */
    private static @Nullable String account(JsonNode users, String mail) {
        for (JsonNode user : users) {
            if (user.path("emailAddress").asText().equalsIgnoreCase(mail)) {
                return user.path("accountId").asText();
            }
        }
        boolean only = users.size() == 1 && !users.path(0).has("emailAddress");
        return only ? users.path(0).path("accountId").asText() : null;
    }

    @Override
    public SearchOutcome findByMarker(String marker) {
        return lookup.byMarker(marker);
    }

    @Override
    public FetchOutcome fetch(Collection<String> ticketIds) {
        return lookup.byId(ticketIds);
    }

    @Override
    public EditOutcome edit(String ticketId, TicketEdit edit) {
        return edits.edit(ticketId, edit);
    }

    @Override
    public TrackerHealth probe() {
        return probe.run();
    }

    @Override
    public String browseUrl(String ticketKey) {
        return access.siteUrl() + "/browse/" + ticketKey;
    }
}
