package io.followthrough.ticket.jira;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.jira.TextCut.Ending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of the request that creates an issue; knows which of its fields can be left out. */
class JiraIssueRequest {

    /** The issue property that proves whose ticket it is; unlike the label it is not copied by a clone made by hand. */
    static final String PROPERTY = "followthrough";

    private static final int LONGEST_SUMMARY = 255;
    private static final int LONGEST_LABEL = 255;
    private static final Set<String> OPTIONAL = Set.of("priority", "duedate", "labels", "assignee", "components");

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final ObjectNode fields = body.putObject("fields");
    private final List<String> warnings = new ArrayList<>();
    private final String marker;

    JiraIssueRequest(TicketDraft draft, JiraTarget target, JiraDialect dialect, JiraScreen screen, Accounts accounts) {
        marker = draft.marker();
        target.fields().forEach(fields::set);
        fields.putObject("project").put("key", target.project());
        fields.putObject("issuetype").put("id", screen.typeId());
        fields.put("summary", Cut.toOneLine(LONGEST_SUMMARY, draft.summary()));
        fields.set(
                "description",
                dialect.rich(
                        draft.description(),
                        Ending.always(TicketText.link("Open in Followthrough", draft.link())),
                        accounts));
        fields.put("duedate", draft.dueDate().toString());
        Optional.ofNullable(target.priorities().get(draft.priority()))
                .flatMap(screen::priorityCalled)
                .or(() -> screen.priorityId(draft.priority()))
                .ifPresentOrElse(
                        id -> fields.putObject("priority").put("id", id),
                        () -> leaveOut("priority", "the project has none that can be set"));
        ArrayNode labels = fields.putArray("labels").add(marker);
        Stream.concat(draft.labels().stream(), target.labels().stream())
                .map(JiraIssueRequest::label)
                .distinct()
                .forEach(labels::add);
        if (!target.components().isEmpty()) {
            ArrayNode components = fields.putArray("components");
            target.components().forEach(name -> components.addObject().put("name", name));
        }
        if (!target.parent().isEmpty() && !dialect.setParent(fields, target.parent(), screen)) {
            warnings.add("Without parent: the create screen has no Epic Link");
        }
        body.putArray("properties")
                .addObject()
                .put("key", PROPERTY)
                .putObject("value")
                .put("marker", marker)
                .put("actionItemId", draft.actionItemId());
        if (!screen.fields().contains("duedate")) {
            leaveOut("duedate", "it is not on the project's create screen");
        }
    }

    ObjectNode body() {
        return body;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Leaves out what was refused, if the ticket makes sense without it. */
    boolean canDoWithout(JiraReply.Answered refusal) {
        Collection<String> refused = refusal.fieldErrors().keySet();
        if (refused.isEmpty() || !refusal.messages().isEmpty() || !OPTIONAL.containsAll(refused)) {
            return false;
        }
        if (refused.contains("labels") && fields.path("labels").size() == 1) {
            return false;
        }
        refusal.fieldErrors().forEach(this::leaveOut);
        return true;
    }

    private void leaveOut(String field, @Nullable String why) {
        if (field.equals("labels")) {
            fields.putArray("labels").add(marker);
        } else {
            fields.remove(field);
        }
        warnings.add("Without " + field + ": " + why);
    }

    private static String label(String label) {
        return Cut.to(LONGEST_LABEL, label.strip().replaceAll("[\\s\\p{Z}]+", "-"));
    }
}
