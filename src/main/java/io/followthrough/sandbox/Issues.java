package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All issues of the sandbox: every change is checked, kept and told. One caller at a time. */
class Issues {

    private static final long FIRST_ID = 10_000;

    private final SandboxSettings settings;
    private final IssueStore store;
    private final IssueIndex index = new IssueIndex();
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
        store.all().forEach(issue -> index.put(issue.complete()));
    }

    synchronized List<Issue> all() {
        return index.all();
    }

    synchronized Optional<Issue> find(String idOrKey) {
        return index.find(idOrKey);
    }

    Issue get(String idOrKey) {
        return find(idOrKey).orElseThrow(Issues::notFound);
    }

    /** The issue as somebody sees it: the account of the application does not see everything. */
    Issue get(String idOrKey, SandboxPerson by) {
        Issue issue = get(idOrKey);
        if (isHidden(issue) && by.equals(json.self())) {
            throw notFound();
        }
        return issue;
    }

    /** Those of the named issues that are there and may be seen, oldest first. */
    synchronized List<Issue> seen(Collection<String> idsOrKeys, SandboxPerson by) {
        return idsOrKeys.stream()
                .flatMap(idOrKey -> find(idOrKey).stream())
                .filter(issue -> !isHidden(issue) || !by.equals(json.self()))
                .distinct()
                .sorted(Comparator.comparingLong(issue -> Long.parseLong(issue.id())))
                .toList();
    }

    private boolean isHidden(Issue issue) {
        return issue.isHidden() || misbehaviour.isProjectHidden();
    }

    private static RefusedException notFound() {
        return RefusedException.because(404, "Issue does not exist or you do not have permission to see it.");
    }

    /**
     * What the account of the application finds.
     *
     * @param strict whether a query that names an issue which is not there is refused
     */
    synchronized List<Issue> search(String jql, boolean strict) {
        Jql query = Jql.parse(jql);
        if (strict) {
            query.requireThatNamedIssuesExist(index);
        }
        Instant now = clock.instant();
        Instant indexedUntil = now.minus(misbehaviour.searchLag());
        return query.in(index)
                .filter(issue -> !isHidden(issue))
                .filter(issue -> !issue.createdAt().isAfter(indexedUntil))
                .filter(issue -> !issue.searchableAt().isAfter(now))
                .toList();
    }

    synchronized Issue create(JsonNode request) {
        JsonNode fields = request.path("fields");
        Issue issue = new Issue(JsonNodeFactory.instance.objectNode());
        FieldRules rules = rules();
        rules.require("project", fields, "valid project is required");
        rules.require("issuetype", fields, "Specify a valid issue type");
        rules.require("summary", fields, "You must specify a summary of the issue.");
        misbehaviour.requiredFields().forEach(field -> rules.require(field, fields, field + " is required."));
        issue.complete()
                .set("priority", Level.MEDIUM.id)
                .set("status", Status.TO_DO.id)
                .setLabels(List.of());
        fields.fields().forEachRemaining(field -> rules.set(issue, field.getKey(), field.getValue()));
        rules.check();
        setProperties(issue, request);
        long number = store.nextNumber();
        String now = now().toString();
        issue.set("id", String.valueOf(FIRST_ID + number))
                .set("key", settings.project() + "-" + number)
                .set("created", now)
                .set("updated", now)
                .set("searchable", now().plus(misbehaviour.lagOfOne()).toString());
        save(issue);
        webhooks.created(issue, json.self());
        return issue;
    }

    /** All of the request or nothing. */
    synchronized Issue edit(String idOrKey, JsonNode request, SandboxPerson by) {
        Issue before = get(idOrKey, by);
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
        Issue before = get(idOrKey, by);
        Issue after = before.copy();
        FieldRules rules = rules();
        boolean nobody =
                request.path("accountId").isNull() || request.path("name").isNull();
        rules.set(after, "assignee", nobody ? NullNode.getInstance() : request);
        rules.check();
        return change(before, after, by);
    }

    synchronized Issue move(String idOrKey, Status to, SandboxPerson by) {
        return resolve(idOrKey, to, to == Status.DONE ? "Done" : null, by);
    }

    /** Moves it to a column with a word on how it was resolved, or none. */
    synchronized Issue resolve(String idOrKey, Status to, @Nullable String resolution, SandboxPerson by) {
        Issue before = get(idOrKey, by);
        return change(before, before.copy().set("status", to.id).set("resolution", resolution), by);
    }

    /** To another project: a new key, while the id stays and the old key still leads to it. */
    synchronized Issue transfer(String idOrKey, String project, SandboxPerson by) {
        Issue before = get(idOrKey, by);
        if (!project.matches("[A-Z][A-Z0-9]{1,9}") || project.equals(before.project())) {
            throw RefusedException.because(400, "Name another project, such as PLAT.");
        }
        Issue after = before.copy();
        after.doc().withArray("/formerKeys").add(before.key());
        return change(before, after.set("key", project + "-" + store.nextNumber()), by);
    }

    /** Lets the account of the application see it or not; nobody is told. */
    synchronized void hide(String idOrKey, boolean hidden) {
        Issue issue = get(idOrKey).copy();
        issue.doc().put("hidden", hidden);
        save(issue);
    }

    /** Lets the search find it only after so long. */
    synchronized void keepFromSearch(String idOrKey, Duration lag) {
        save(get(idOrKey).copy().set("searchable", now().plus(lag).toString()));
    }

    synchronized JsonNode comment(String idOrKey, JsonNode body, SandboxPerson by) {
        Issue before = get(idOrKey, by);
        FieldRules rules = rules();
        rules.checkComment(body);
        rules.check();
        Issue after = before.copy();
        JsonNode comment = addComment(after, body, by);
        return json.comment(change(before, after, by), comment);
    }

    /** Lets somebody watch it; as in Jira, nobody is told. */
    synchronized void watch(String idOrKey, SandboxPerson watcher, SandboxPerson by) {
        Issue issue = get(idOrKey, by).copy();
        if (!issue.watchers().contains(watcher.accountId())) {
            issue.doc().withArray("/watchers").add(watcher.accountId());
            save(issue);
        }
    }

    synchronized void delete(String idOrKey, SandboxPerson by) {
        Issue issue = get(idOrKey, by);
        index.remove(issue);
        store.delete(issue);
        webhooks.deleted(issue, by);
    }

    private Issue change(Issue before, Issue after, SandboxPerson by) {
        ArrayNode changes = Changes.between(before, after, json);
        after.set("updated", now().toString());
        if (!changes.isEmpty()) {
            ObjectNode change = after.changes().addObject();
            change.put("at", now().toString()).put("by", by.accountId()).set("items", changes);
        }
        save(after);
        webhooks.updated(after, changes, by);
        return after;
    }

    private void save(Issue issue) {
        store.save(issue);
        index.put(issue);
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
        return new FieldRules(settings, misbehaviour);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
