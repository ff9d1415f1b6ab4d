package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketTracker.EditOutcome;
import io.followthrough.ticket.jira.JiraScreens.Known;
import io.followthrough.ticket.jira.TextCut.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes an issue once, however often it is asked to: the label that comes with each change proves it was made. */
class JiraEdits {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JiraHttp http;
    private final JiraDialect dialect;
    private final JiraProblems problems;
    private final JiraScreens screens;
    private final JiraPeople people;

    JiraEdits(JiraHttp http, JiraDialect dialect, JiraProblems problems, JiraScreens screens, JiraPeople people) {
        this.http = http;
        this.dialect = dialect;
        this.problems = problems;
        this.screens = screens;
        this.people = people;
    }

    EditOutcome edit(String ticketId, TicketEdit edit, String link) {
        JiraReply present = http.get("/issue/{id}?fields=labels,priority,project,issuetype", ticketId);
        if (!present.json().has("fields")) {
            return new EditOutcome.Failed(problems.of(present));
        }
        for (JsonNode label : present.json().at("/fields/labels")) {
            if (label.asText().equals(edit.label())) {
                return new EditOutcome.Edited(List.of());
            }
        }
        List<String> warnings = new ArrayList<>();
        ObjectNode request = editRequest(edit, link, present.json(), warnings);
        JiraReply reply = http.put(request, "/issue/{id}", ticketId);
        if (reply instanceof JiraReply.Answered refusal && refusal.status() == 400) {
            screens.forget();
            if (leaveOutRefused(request, refusal, warnings)) {
                reply = http.put(request, "/issue/{id}", ticketId);
            }
        }
        return reply.isGood() ? new EditOutcome.Edited(warnings) : new EditOutcome.Failed(problems.of(reply));
    }

    private ObjectNode editRequest(TicketEdit edit, String link, JsonNode present, List<String> warnings) {
        String project = present.at("/fields/project/key").asText();
        ObjectNode request = JSON.objectNode();
        ObjectNode update = request.putObject("update");
        if (!edit.label().isEmpty()) {
            update.putArray("labels").addObject().put("add", edit.label());
        }
        if (!edit.comment().isEmpty()) {
            update.putArray("comment")
                    .addObject()
                    .putObject("add")
                    .set(
                            "body",
                            dialect.rich(
                                    TicketText.of(edit.comment()),
                                    Ending.whenCut(TicketText.link("Read the rest in Followthrough", link)),
                                    people.in(project)));
        }
        if (edit.raisePriority()) {
            if (screens.get(project, present.at("/fields/issuetype/id").asText()) instanceof Known.Screen known) {
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
}
