package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The one project of the sandbox: every change is checked, kept and told. One caller at a time. */
class Issues {

    private static final long FIRST_ID = 10_000;

    private final SandboxSettings settings;
    private final IssueStore store;
    private final Misbehaviour misbehaviour;
    private final Webhooks webhooks;
    private final IssueJson json;
    private final Clock clock;

    Issues(
            SandboxSettings settings,
            IssueStore store,
            Misbehaviour misbehaviour,
            Webhooks webhooks,
            IssueJson json,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.misbehaviour = misbehaviour;
        this.webhooks = webhooks;
        this.json = json;
        this.clock = clock;
    }

    synchronized List<Issue> all() {
        return store.all();
    }

    synchronized Optional<Issue> find(String idOrKey) {
        return store.all().stream()
                .filter(issue -> issue.id().equals(idOrKey) || issue.key().equalsIgnoreCase(idOrKey))
                .findFirst();
    }

    Issue get(String idOrKey) {
        return find(idOrKey)
                .orElseThrow(() ->
                        RefusedException.because(404, "Issue does not exist or you do not have permission to see it."));
    }

    /** @param strict whether a query that names an issue which is not there is refused */
    synchronized List<Issue> search(String jql, boolean strict) {
        List<Issue> all = store.all();
        Predicate<Issue> found = Jql.parse(jql, all, strict);
        Instant indexedUntil = clock.instant().minus(misbehaviour.searchLag());
        return all.stream()
                .filter(issue -> !issue.createdAt().isAfter(indexedUntil))
                .filter(found)
                .toList();
    }

    synchronized Issue create(JsonNode request) {
        JsonNode fields = request.path("fields");
        Issue issue = new Issue(JsonNodeFactory.instance.objectNode());
        FieldRules rules = rules();
        rules.require("project", fields, "valid project is required");
        rules.require("issuetype", fields, "Specify a valid issue type");
        rules.require("summary", fields, "You must specify a summary of the issue.");
        issue.set("priority", Level.MEDIUM.id).set("status", Status.TO_DO.id).setLabels(List.of());
        fields.fields().forEachRemaining(field -> rules.set(issue, field.getKey(), field.getValue()));
        rules.check();
        setProperties(issue, request);
        long number = store.nextNumber();
        String now = now().toString();
        issue.set("id", String.valueOf(FIRST_ID + number))
                .set("key", settings.project() + "-" + number)
                .set("created", now)
                .set("updated", now);
        store.save(issue);
        webhooks.created(issue, json.self());
        return issue;
    }

    /** All of the request or nothing. */
    synchronized Issue edit(String idOrKey, JsonNode request, SandboxPerson by) {
        Issue before = get(idOrKey);
        Issue after = before.copy();
        FieldRules rules = rules();
        JsonNode fields = request.path("fields");
        JsonNode update = request.path("update");
        fields.fields().forEachRemaining(field -> {
            if (update.has(field.getKey())) {
                throw RefusedException.because(
                        400, "Field '" + field.getKey() + "' cannot be appear in both 'fields' and 'update'");
            }
            rules.refuseOnEdit(field.getKey());
            rules.set(after, field.getKey(), field.getValue());
        });
        update.fields().forEachRemaining(field -> {
            for (JsonNode operation : field.getValue()) {
                rules.update(after, field.getKey(), operation);
                if (field.getKey().equals("comment")) {
                    addComment(after, operation.path("add").path("body"), by);
                }
            }
        });
        rules.check();
        setProperties(after, request);
        return change(before, after, by);
    }

    synchronized Issue assign(String idOrKey, JsonNode request, SandboxPerson by) {
        Issue before = get(idOrKey);
        Issue after = before.copy();
        FieldRules rules = rules();
        boolean nobody =
                request.path("accountId").isNull() || request.path("name").isNull();
        rules.set(after, "assignee", nobody ? NullNode.getInstance() : request);
        rules.check();
        return change(before, after, by);
    }

    synchronized Issue move(String idOrKey, Status to, SandboxPerson by) {
        Issue before = get(idOrKey);
        return change(before, before.copy().set("status", to.id), by);
    }

    synchronized JsonNode comment(String idOrKey, JsonNode body, SandboxPerson by) {
        Issue before = get(idOrKey);
        FieldRules rules = rules();
        rules.checkComment(body);
        rules.check();
        Issue after = before.copy();
        JsonNode comment = addComment(after, body, by);
        return json.comment(change(before, after, by), comment);
    }

    synchronized void delete(String idOrKey, SandboxPerson by) {
        Issue issue = get(idOrKey);
        store.delete(issue);
        webhooks.deleted(issue, by);
    }

    private Issue change(Issue before, Issue after, SandboxPerson by) {
        after.set("updated", now().toString());
        store.save(after);
        webhooks.updated(before, after, by);
        return after;
    }

    private JsonNode addComment(Issue issue, JsonNode body, SandboxPerson by) {
        ObjectNode comment = issue.comments().addObject();
        comment.put("id", issue.id() + String.format("%02d", issue.comments().size()));
        comment.put("author", by.accountId());
        comment.put("created", now().toString());
        comment.set("body", body);
        return comment;
    }

    private static void setProperties(Issue issue, JsonNode request) {
        for (JsonNode property : request.path("properties")) {
            issue.properties().set(property.path("key").asText(), property.path("value"));
        }
    }

    private FieldRules rules() {
        return new FieldRules(settings.dialect(), settings.project(), misbehaviour.refusedFields(), settings.people());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
