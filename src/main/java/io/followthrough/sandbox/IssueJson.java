package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** Issues and what belongs to them in the shapes of the REST API. */
class IssueJson {

    static final String PROJECT_ID = "10000";
    static final Map<String, String> TYPES = Map.of("10001", "Task", "10002", "Bug");

    /** Whoever uses the board; it has no login. */
    static final SandboxPerson SOMEBODY = new SandboxPerson("sandbox:board", "Somebody at the board", "");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter JIRA_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private final String baseUrl;
    private final SandboxSettings settings;
    private final Misbehaviour misbehaviour;

    IssueJson(String baseUrl, SandboxSettings settings, Misbehaviour misbehaviour) {
        this.baseUrl = baseUrl;
        this.settings = settings;
        this.misbehaviour = misbehaviour;
    }

    /** The id of an issue type given by id or name; empty when there is none. */
    static String typeId(String id, String name) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getKey().equals(id) || type.getValue().equalsIgnoreCase(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    static String time(Instant instant) {
        return JIRA_TIME.format(instant);
    }

    String self(String path) {
        return baseUrl + settings.dialect().api + "/" + path;
    }

    /** The issue with these fields; "*all" and "*navigable" mean all of them. */
    ObjectNode issue(Issue issue, Collection<String> fieldNames, Collection<String> propertyNames) {
        ObjectNode json = JSON.objectNode();
        json.put("id", issue.id());
        json.put("self", self("issue/" + issue.id()));
        json.put("key", issue.key());
        ObjectNode fields = fields(issue);
        if (!fieldNames.contains("*all") && !fieldNames.contains("*navigable")) {
            fields.retain(fieldNames);
        }
        json.set("fields", fields);
        if (!propertyNames.isEmpty()) {
            ObjectNode properties = issue.properties().deepCopy();
            json.set("properties", propertyNames.contains("*all") ? properties : properties.retain(propertyNames));
        }
        return json;
    }

    ObjectNode reference(Issue issue) {
        return JSON.objectNode().put("id", issue.id()).put("key", issue.key()).put("self", self("issue/" + issue.id()));
    }

    ObjectNode comment(Issue issue, JsonNode comment) {
        ObjectNode json = JSON.objectNode();
        String id = comment.path("id").asText();
        json.put("self", self("issue/" + issue.id() + "/comment/" + id)).put("id", id);
        json.set("author", user(comment.path("author").asText()));
        json.set("body", settings.dialect().rich(comment.path("body")));
        String at = time(Instant.parse(comment.path("created").asText()));
        return json.put("created", at).put("updated", at);
    }

    /** What changed, newest first, as a page that holds the latest. */
    ObjectNode changelog(Issue issue, int most) {
        ArrayNode histories = JSON.arrayNode();
        ArrayNode changes = issue.changes();
        for (int number = Math.max(0, changes.size() - most); number < changes.size(); number++) {
            JsonNode change = changes.get(number);
            ObjectNode history = JSON.objectNode();
            history.put("id", issue.id() + number);
            history.set("author", user(change.path("by").asText()));
            history.put("created", time(Instant.parse(change.path("at").asText())));
            ArrayNode items = history.putArray("items");
            change.path("items")
                    .forEach(item -> items.add(isCloud() ? item : ((ObjectNode) item.deepCopy()).without("fieldId")));
            histories.insert(0, history);
        }
        ObjectNode page = JSON.objectNode().put("startAt", 0);
        page.put("maxResults", histories.size()).put("total", changes.size()).set("histories", histories);
        return page;
    }

    ObjectNode status(Status status) {
        ObjectNode json = JSON.objectNode();
        json.put("self", self("status/" + status.id))
                .put("id", status.id)
                .put("name", misbehaviour.nameOf(status.title));
        json.putObject("statusCategory")
                .put("self", self("statuscategory/" + status.categoryId))
                .put("id", status.categoryId)
                .put("key", status.category)
                .put("colorName", status.colour)
                .put("name", status.title);
        return json;
    }

    ObjectNode transition(Status to) {
        ObjectNode json = JSON.objectNode();
        json.put("id", to.transition).put("name", to.title);
        json.set("to", status(to));
        if (!isCloud()) {
            return json;
        }
        return json.put("hasScreen", false)
                .put("isGlobal", true)
                .put("isInitial", false)
                .put("isAvailable", true)
                .put("isConditional", false)
                .put("looped", false);
    }

    ObjectNode priority(Level level) {
        return JSON.objectNode()
                .put("self", self("priority/" + level.id))
                .put("id", level.id)
                .put("name", misbehaviour.nameOf(level.title));
    }

    ObjectNode type(String id) {
        ObjectNode type = JSON.objectNode()
                .put("self", self("issuetype/" + id))
                .put("id", id)
                .put("name", TYPES.getOrDefault(id, "Task"))
                .put("subtask", false);
        return isCloud() ? type.put("hierarchyLevel", 0) : type;
    }

    ObjectNode project() {
        return project(settings.project());
    }

    private ObjectNode project(String key) {
        boolean own = key.equals(settings.project());
        ObjectNode project = JSON.objectNode()
                .put("self", self("project/" + (own ? PROJECT_ID : key)))
                .put("id", own ? PROJECT_ID : "1" + Math.abs(key.hashCode()))
                .put("key", key)
                .put("name", own ? "Sandbox" : "Another project");
        return isCloud() ? project.put("projectTypeKey", "software").put("simplified", false) : project;
    }

    ObjectNode user(String accountId) {
        SandboxPerson person = Stream.concat(Stream.of(self(), SOMEBODY), settings.people().get().stream())
                .filter(candidate -> candidate.accountId().equals(accountId))
                .findFirst()
                .orElse(new SandboxPerson(accountId, accountId, ""));
        return user(person);
    }

    ObjectNode user(SandboxPerson person) {
        ObjectNode json = JSON.objectNode();
        if (isCloud()) {
            json.put("self", self("user?accountId=" + person.accountId()))
                    .put("accountId", person.accountId())
                    .put("accountType", "atlassian");
        } else {
            json.put("self", self("user?username=" + person.username()))
                    .put("key", person.username())
                    .put("name", person.username());
        }
        json.put("displayName", person.name()).put("active", true).put("timeZone", "Etc/UTC");
        if (!person.mail().isEmpty()) {
            json.put("emailAddress", person.mail());
        }
        return json;
    }

    /** What the account of the application looks like. */
    SandboxPerson self() {
        return new SandboxPerson("sandbox:followthrough", "Followthrough", settings.user());
    }

    private boolean isCloud() {
        return settings.dialect() == SandboxDialect.CLOUD;
    }

    private JsonNode resolution(String name) {
        String id = "1" + Math.abs(name.hashCode() % 10_000);
        return name.isEmpty()
                ? JSON.nullNode()
                : JSON.objectNode()
                        .put("self", self("resolution/" + id))
                        .put("id", id)
                        .put("name", name);
    }

    private ObjectNode fields(Issue issue) {
        ObjectNode fields = JSON.objectNode();
        fields.put("summary", issue.get("summary"));
        fields.set(
                "description",
                issue.description().isMissingNode()
                        ? JSON.nullNode()
                        : settings.dialect().rich(issue.description()));
        fields.put("duedate", issue.get("duedate").isEmpty() ? null : issue.get("duedate"));
        fields.set(
                "priority",
                Level.withIdOrName(issue.get("priority"), "")
                        .<JsonNode>map(this::priority)
                        .orElse(JSON.nullNode()));
        ArrayNode labels = fields.putArray("labels");
        issue.labels().forEach(labels::add);
        fields.set("status", status(issue.status()));
        fields.set("issuetype", type(issue.get("type")));
        fields.set("project", project(issue.project()));
        fields.set("resolution", resolution(issue.get("resolution")));
        issue.more().fields().forEachRemaining(field -> fields.set(field.getKey(), field.getValue()));
        fields.set("assignee", issue.get("assignee").isEmpty() ? JSON.nullNode() : user(issue.get("assignee")));
        fields.set("reporter", user(self()));
        fields.put("created", time(issue.createdAt()));
        fields.put("updated", time(Instant.parse(issue.get("updated"))));
        ObjectNode comment = fields.putObject("comment");
        ArrayNode comments = comment.putArray("comments");
        issue.comments().forEach(one -> comments.add(comment(issue, one)));
        comment.put("maxResults", comments.size()).put("total", comments.size()).put("startAt", 0);
        return fields;
    }
}
