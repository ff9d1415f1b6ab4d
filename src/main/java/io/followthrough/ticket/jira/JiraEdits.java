package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketEdit;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketTracker.EditOutcome;
import io.followthrough.ticket.TrackerProblem;
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
    private final JiraWatchers watchers;

    JiraEdits(JiraHttp http, JiraDialect dialect, JiraProblems problems, JiraScreens screens, JiraPeople people) {
        this.http = http;
        this.dialect = dialect;
        this.problems = problems;
        this.screens = screens;
        this.people = people;
        this.watchers = new JiraWatchers(http, dialect, problems, people);
    }

    EditOutcome edit(String ticketId, TicketEdit edit, String link) {
        JiraReply present = http.get("/issue/{id}?fields=labels,priority,project,issuetype", ticketId);
        if (!present.json().has("fields")) {
            return new EditOutcome.Failed(problems.of(present));
        }
        List<String> warnings = new ArrayList<>();
        if (!isMade(edit, present.json())) {
            JiraReply reply = change(ticketId, edit, link, present.json(), warnings);
            if (!reply.isGood()) {
                TrackerProblem problem = problems.of(reply);
                return edit.isTidying() && isFinal(reply)
                        ? new EditOutcome.Edited(List.of("Labels stay: " + problem.message()))
                        : new EditOutcome.Failed(problem);
            }
        }
        TrackerProblem problem = watchers.add(ticketId, edit.watcherMails(), project(present.json()), warnings);
        return problem == null ? new EditOutcome.Edited(warnings) : new EditOutcome.Failed(problem);
    }

    private static boolean isMade(TicketEdit edit, JsonNode present) {
        for (JsonNode label : present.at("/fields/labels")) {
            if (label.asText().equals(edit.label())) {
                return true;
            }
        }
        return false;
    }

    /** Refused, and not because of a pause or the credentials. */
    private static boolean isFinal(JiraReply reply) {
        return reply instanceof JiraReply.Answered answer && (answer.status() == 400 || answer.status() == 404);
    }

    private JiraReply change(String ticketId, TicketEdit edit, String link, JsonNode present, List<String> warnings) {
        ObjectNode request = editRequest(edit, link, present, warnings);
        JiraReply reply = http.put(request, "/issue/{id}", ticketId);
        if (reply instanceof JiraReply.Answered refusal && refusal.status() == 400) {
            screens.forget();
            if (leaveOutRefused(request, refusal, warnings)) {
                return http.put(request, "/issue/{id}", ticketId);
            }
        }
        return reply;
    }

    private static String project(JsonNode present) {
        return present.at("/fields/project/key").asText();
    }

    private ObjectNode editRequest(TicketEdit edit, String link, JsonNode present, List<String> warnings) {
        String project = project(present);
        ObjectNode request = JSON.objectNode();
        ObjectNode update = request.putObject("update");
        if (!edit.label().isEmpty()) {
            update.withArray("labels").addObject().put("add", edit.label());
        }
        edit.labelsOff().forEach(label -> update.withArray("labels").addObject().put("remove", label));
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
