package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketSnapshot;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TrackerHealth;
import io.followthrough.ticket.jira.JiraScreens.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jira Cloud by its REST API, version 3. */
class JiraTracker implements TicketTracker {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_IN_BULK = 100;
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 10;

    private final JiraHttp http;
    private final JiraAccess access;
    private final JiraProblems problems;
    private final JiraScreens screens;
    private final JiraProbe probe;

    JiraTracker(JiraHttp http, JiraAccess access, JiraProblems problems, JiraScreens screens, JiraProbe probe) {
        this.http = http;
        this.access = access;
        this.problems = problems;
        this.screens = screens;
        this.probe = probe;
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
        if (!isSuccess(assigned)) {
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
        ObjectNode request = JSON.objectNode();
        request.put("jql", "labels = \"" + marker.replaceAll("([\"\\\\])", "\\\\$1") + "\"");
        request.put("maxResults", PAGE);
        JiraSnapshots.FIELDS.forEach(request.putArray("fields")::add);
        request.putArray("properties").add(JiraIssueRequest.PROPERTY);
        List<JsonNode> found = new ArrayList<>();
        Set<String> pages = new LinkedHashSet<>();
        do {
            JiraReply reply = http.post(request, "/search/jql");
            if (!reply.json().path("issues").isArray()) {
                return new SearchOutcome.Failed(problems.of(reply));
            }
            reply.json().path("issues").forEach(found::add);
            request.put("nextPageToken", reply.json().path("nextPageToken").asText());
        } while (!request.path("nextPageToken").asText().isEmpty()
                && pages.size() < MOST_PAGES
                && pages.add(request.path("nextPageToken").asText()));
        // First the one made by us, before clones that carry its label; then the oldest.
        found.sort(Comparator.<JsonNode>comparingInt(issue -> isOurs(issue, marker) ? 0 : 1)
                .thenComparingLong(issue -> issue.path("id").asLong()));
        return new SearchOutcome.Found(found.stream().map(JiraSnapshots::of).toList());
    }

    private static boolean isOurs(JsonNode issue, String marker) {
        return issue.at("/properties/" + JiraIssueRequest.PROPERTY + "/marker")
                .asText()
                .equals(marker);
    }

    @Override
    public FetchOutcome fetch(Collection<String> ticketIds) {
        Map<String, TicketSnapshot> byId = new LinkedHashMap<>();
        List<String> ids = List.copyOf(new LinkedHashSet<>(ticketIds));
        for (int from = 0; from < ids.size(); from += MOST_IN_BULK) {
            ObjectNode request = JSON.objectNode();
            ids.subList(from, Math.min(from + MOST_IN_BULK, ids.size()))
                    .forEach(request.putArray("issueIdsOrKeys")::add);
            JiraSnapshots.FIELDS.forEach(request.putArray("fields")::add);
            JiraReply reply = http.post(request, "/issue/bulkfetch");
            // What is reported as an error may be there at the next try, and must not look as if it were gone.
            if (!reply.json().path("issues").isArray()
                    || !reply.json().path("issueErrors").isEmpty()) {
                return new FetchOutcome.Failed(problems.of(reply));
            }
            for (JsonNode issue : reply.json().path("issues")) {
                byId.put(issue.path("id").asText(), JiraSnapshots.of(issue));
            }
        }
        return new FetchOutcome.Found(byId);
    }

    @Override
    public EditOutcome edit(String ticketId, TicketEdit edit) {
        JiraReply present = http.get("/issue/{id}?fields=labels,priority", ticketId);
        if (!present.json().has("fields")) {
            return new EditOutcome.Failed(problems.of(present));
        }
        for (JsonNode label : present.json().at("/fields/labels")) {
            if (label.asText().equals(edit.label())) {
                return new EditOutcome.Edited(List.of());
            }
        }
        List<String> warnings = new ArrayList<>();
        ObjectNode request = editRequest(edit, present.json(), warnings);
        JiraReply reply = http.put(request, "/issue/{id}", ticketId);
        if (reply instanceof JiraReply.Answered refusal && refusal.status() == 400) {
            screens.forget();
            if (leaveOutRefused(request, refusal, warnings)) {
                reply = http.put(request, "/issue/{id}", ticketId);
            }
        }
        return isSuccess(reply) ? new EditOutcome.Edited(warnings) : new EditOutcome.Failed(problems.of(reply));
    }

    private ObjectNode editRequest(TicketEdit edit, JsonNode present, List<String> warnings) {
        ObjectNode request = JSON.objectNode();
        ObjectNode update = request.putObject("update");
        if (!edit.label().isEmpty()) {
            update.putArray("labels").addObject().put("add", edit.label());
        }
        if (!edit.comment().isEmpty()) {
            update.putArray("comment").addObject().putObject("add").set("body", AdfDocument.of(edit.comment()));
        }
        if (edit.raisePriority()) {
            if (screens.get() instanceof Known.Screen known) {
                known.screen()
                        .nextHigherPriorityId(present.at("/fields/priority/id").asText())
                        .ifPresent(id -> update.putArray("priority")
                                .addObject()
                                .putObject("set")
                                .put("id", id));
            } else {
                warnings.add("Without priority: the project's priorities cannot be read");
            }
        }
        if (edit.dueDate() != null) {
            request.putObject("fields").put("duedate", edit.dueDate().toString());
        }
        return request;
    }

    /** A refused edit has changed nothing, so that a second request without the refused fields repeats nothing. */
    private static boolean leaveOutRefused(ObjectNode request, JiraReply.Answered refusal, List<String> warnings) {
        Map<String, String> refused = refusal.fieldErrors();
        if (refused.isEmpty()
                || !refusal.messages().isEmpty()
                || !Set.of("priority", "duedate").containsAll(refused.keySet())) {
            return false;
        }
        refused.forEach((field, why) -> {
            request.withObject("/update").remove(field);
            request.withObject("/fields").remove(field);
            warnings.add("Without " + field + ": " + why);
        });
        return true;
    }

    @Override
    public TrackerHealth probe() {
        return probe.run();
    }

    @Override
    public String browseUrl(String ticketKey) {
        return access.siteUrl() + "/browse/" + ticketKey;
    }

    private static boolean isSuccess(JiraReply reply) {
        return reply instanceof JiraReply.Answered answer && answer.isSuccess() && !answer.isFromStranger();
    }
}
