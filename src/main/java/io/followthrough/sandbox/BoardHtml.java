package io.followthrough.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The HTML of the board's pages. */
class BoardHtml {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Map<String, String> TAGS = Map.of(
            "paragraph", "p",
            "bulletList", "ul",
            "orderedList", "ol",
            "listItem", "li",
            "codeBlock", "pre",
            "blockquote", "blockquote",
            "table", "table",
            "tableRow", "tr",
            "tableHeader", "th",
            "tableCell", "td");

    private final SandboxSettings settings;
    private final IssueJson json;
    private final Misbehaviour misbehaviour;
    private final Clock clock;

    BoardHtml(SandboxSettings settings, IssueJson json, Misbehaviour misbehaviour, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.misbehaviour = misbehaviour;
        this.clock = clock;
    }

    String board(List<Issue> issues) {
        StringBuilder columns = new StringBuilder();
        for (Status status : Status.values()) {
            List<Issue> inColumn =
                    issues.stream().filter(issue -> issue.status() == status).toList();
            columns.append("""
                    <section class="column is-%s">
                      <h2>%s <span class="count">%d</span></h2>
                      %s
                    </section>
                    """.formatted(
                            status.category,
                            status.title,
                            inColumn.size(),
                            inColumn.isEmpty()
                                    ? "<p class=\"empty\">Nothing here.</p>"
                                    : inColumn.stream().map(this::card).collect(Collectors.joining())));
        }
        return page("Board " + settings.project(), "<h1>Board</h1><div class=\"board\">" + columns + "</div>");
    }

    String ticket(Issue issue) {
        String key = escape(issue.key());
        String moves = Arrays.stream(Status.values())
                        .map(status -> "<button name=\"to\" value=\"%s\"%s>%s</button>"
                                .formatted(
                                        status.id,
                                        status == issue.status() ? " class=\"is-current\" aria-pressed=\"true\"" : "",
                                        status.title))
                        .collect(Collectors.joining())
                + "<button name=\"to\" value=\"wont-do\">Won't do</button>";
        String priorities = Arrays.stream(Level.values())
                .map(level -> "<option value=\"%s\"%s>%s</option>"
                        .formatted(level.id, level.id.equals(issue.get("priority")) ? " selected" : "", level.title))
                .collect(Collectors.joining());
        String comments = issue.comments().isEmpty() ? "<p class=\"empty\">No comments yet.</p>" : comments(issue);
        return page(issue.key() + " " + issue.get("summary"), """
                <p class="key"><a href="/">Board</a> / %s</p>
                <h1>%s</h1>
                <div class="ticket">
                  <div>
                    <section class="panel">%s</section>
                    <h2>Comments</h2>
                    %s
                    <form class="panel" method="post" action="/browse/%s/comment">
                      <label for="body">Add a comment</label>
                      <textarea id="body" name="body" rows="3" required></textarea>
                      <button class="is-main">Comment</button>
                    </form>
                  </div>
                  <aside>
                    <form class="panel moves" method="post" action="/browse/%s/move">
                      <h2>Status</h2>
                      <div>%s</div>
                    </form>
                    <form class="panel" method="post" action="/browse/%s/edit">
                      <label for="duedate">Due date</label>
                      <input id="duedate" name="duedate" type="date" value="%s">
                      <label for="priority">Priority</label>
                      <select id="priority" name="priority">%s</select>
                      <label for="assignee">Assignee</label>
                      <select id="assignee" name="assignee">%s</select>
                      <button class="is-main">Save</button>
                    </form>
                    <section class="panel facts">
                      <p><b>Assignee</b> %s</p>
                      <p><b>Resolution</b> %s</p>
                      <p><b>Labels</b> %s</p>
                      <p><b>Created</b> %s</p>
                      <p><b>Changed</b> %s</p>
                    </section>
                    <form class="panel" method="post" action="/browse/%s/delete">
                      <details>
                        <summary>Delete…</summary>
                        <p>The ticket and its comments will be gone.</p>
                        <button class="is-bad">Delete this ticket</button>
                      </details>
                    </form>
                    <form class="panel moves" method="post" action="/browse/%s/trouble">
                      <h2>Make trouble</h2>
                      <p><button name="what" value="hide">%s</button></p>
                      <p><button name="what" value="forge">Send a forged message that it was deleted</button></p>
                      <label for="project">Another project</label>
                      <input id="project" name="project" value="PLAT">
                      <p><button name="what" value="transfer">Move it there</button></p>
                      <label for="lag">Seconds</label>
                      <input id="lag" name="number" type="number" min="0" max="1000" value="120">
                      <p><button name="what" value="lag">Keep it from the search</button></p>
                    </form>
                  </aside>
                </div>
                """.formatted(
                        key,
                        escape(issue.get("summary")),
                        description(issue.description()),
                        comments,
                        key,
                        key,
                        moves,
                        key,
                        escape(issue.get("duedate")),
                        priorities,
                        assignees(issue),
                        escape(assignee(issue)),
                        escape(issue.get("resolution").isEmpty() ? "None" : issue.get("resolution")),
                        labels(issue),
                        moment(issue.get("created")),
                        moment(issue.get("updated")),
                        key,
                        key,
                        issue.isHidden() ? "Show it to the application again" : "Hide it from the application"));
    }

    String misbehaviour() {
        String faults = Arrays.stream(Fault.values())
                .map(fault -> "<option value=\"%s\">%s</option>".formatted(fault, escape(fault.words)))
                .collect(Collectors.joining());
        return page("Misbehave", """
                <h1>Misbehave</h1>
                <p>A tracker is not always well. See here what Followthrough makes of it. The board keeps working.</p>
                <div class="faults">
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Fail for a while</h2>
                    <label for="number">Number of calls</label>
                    <input id="number" name="number" type="number" min="1" max="1000" value="3">
                    <label for="fault">What happens</label>
                    <select id="fault" name="fault">%s</select>
                    <button class="is-main" name="what" value="fault">Fail so often</button>
                    <button name="what" value="sometimes">Fail in so many of 100</button>
                  </form>
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Refuse fields</h2>
                    <input type="hidden" name="what" value="fields">
                    <label for="fields">Not on the screen, such as priority duedate</label>
                    <input id="fields" name="fields" value="%s">
                    <label for="required">Required, such as customfield_10050</label>
                    <input id="required" name="required" value="%s">
                    <label for="priorities">No such priority, for example Highest</label>
                    <input id="priorities" name="priorities" value="%s">
                    <label><input type="checkbox" name="assignees"%s> Nobody can be assigned</label>
                    <button class="is-main">Refuse</button>
                  </form>
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Search late</h2>
                    <input type="hidden" name="what" value="lag">
                    <label for="lag">At most so many seconds until a new ticket is found</label>
                    <input id="lag" name="number" type="number" min="0" max="1000" value="120">
                    <button class="is-main">Lag</button>
                  </form>
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Lose and shuffle messages</h2>
                    <input type="hidden" name="what" value="messages">
                    <label for="twice">Of 100 webhooks are sent twice</label>
                    <input id="twice" name="twice" type="number" min="0" max="100" value="10">
                    <label for="late">overtaken by others</label>
                    <input id="late" name="late" type="number" min="0" max="100" value="10">
                    <label for="lost">never sent</label>
                    <input id="lost" name="lost" type="number" min="0" max="100" value="5">
                    <button class="is-main">Shuffle</button>
                  </form>
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Be slow</h2>
                    <input type="hidden" name="what" value="slow">
                    <label for="slow">Milliseconds for each call</label>
                    <input id="slow" name="number" type="number" min="0" max="1000" value="%d">
                    <button class="is-main">Slow down</button>
                  </form>
                  <div class="panel">
                    <h2>Switches</h2>
                    <form method="post" action="/misbehave">
                      <button name="what" value="webhooks">%s</button>
                      <button name="what" value="project">%s</button>
                      <button name="what" value="down">%s</button>
                    </form>
                    <form method="post" action="/misbehave">
                      <button class="is-main" name="what" value="reset">Behave again</button>
                    </form>
                  </div>
                </div>
                """.formatted(
                        faults,
                        escape(String.join(" ", misbehaviour.refusedFields())),
                        escape(String.join(" ", misbehaviour.requiredFields())),
                        escape(String.join(" ", misbehaviour.refusedPriorities())),
                        misbehaviour.areAssigneesRefused() ? " checked" : "",
                        misbehaviour.latency().toMillis(),
                        misbehaviour.areWebhooksOff() ? "Send webhooks again" : "Stop sending webhooks",
                        misbehaviour.isProjectHidden() ? "Show the project again" : "Hide the project",
                        misbehaviour.isDown() ? "Come back up" : "Go down"));
    }

    String refusal(Answer error) {
        String words;
        try {
            JsonNode body = JSON.readTree(error.body());
            words = body.path("errorMessages")
                    .path(0)
                    .asText(body.path("errors").toString());
        } catch (JsonProcessingException e) {
            words = error.body();
        }
        return page("Not done", "<h1>That was not done</h1><p>" + escape(words) + "</p><p><a href=\"/\">Board</a></p>");
    }

    private String card(Issue issue) {
        String moves = Arrays.stream(Status.values())
                .filter(status -> status != issue.status())
                .map(status -> "<button name=\"to\" value=\"%s\" aria-label=\"Move %s to %s\">%s</button>"
                        .formatted(status.id, escape(issue.key()), status.title, status.title))
                .collect(Collectors.joining());
        return """
                <article class="card">
                  <p class="key"><a href="/browse/%s">%s</a> %s</p>
                  <h3><a href="/browse/%s">%s</a></h3>
                  <p class="small">%s</p>
                  <form method="post" action="/browse/%s/move">
                    <input type="hidden" name="board" value="1">%s
                  </form>
                </article>
                """.formatted(
                        escape(issue.key()),
                        escape(issue.key()),
                        priority(issue),
                        escape(issue.key()),
                        escape(issue.get("summary")),
                        due(issue),
                        escape(issue.key()),
                        moves);
    }

    private static String priority(Issue issue) {
        return Level.withIdOrName(issue.get("priority"), "")
                .map(level -> "<span class=\"priority is-p%s\">%s</span>".formatted(level.id, level.title))
                .orElse("");
    }

    private String due(Issue issue) {
        String assignee = escape(assignee(issue));
        if (issue.get("duedate").isEmpty()) {
            return "No due date · " + assignee;
        }
        LocalDate date = LocalDate.parse(issue.get("duedate"));
        boolean late =
                issue.status() != Status.DONE && date.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return "<span%s>Due %s</span> · %s".formatted(late ? " class=\"late\"" : "", DAY.format(date), assignee);
    }

    private String assignee(Issue issue) {
        return issue.get("assignee").isEmpty()
                ? "Unassigned"
                : json.user(issue.get("assignee")).path("displayName").asText();
    }

    private String assignees(Issue issue) {
        StringBuilder options = new StringBuilder("<option value=\"\">Unassigned</option>");
        for (SandboxPerson person : settings.people().get()) {
            String account = settings.dialect() == SandboxDialect.CLOUD ? person.accountId() : person.username();
            options.append("<option value=\"%s\"%s>%s</option>"
                    .formatted(
                            escape(account),
                            person.accountId().equals(issue.get("assignee")) ? " selected" : "",
                            escape(person.name())));
        }
        return options.toString();
    }

    private static String labels(Issue issue) {
        return issue.labels().stream()
                .map(label -> "<span class=\"label\">" + escape(label) + "</span>")
                .collect(Collectors.joining(" "));
    }

    private String comments(Issue issue) {
        StringBuilder comments = new StringBuilder();
        for (JsonNode comment : issue.comments()) {
            String author = json.user(comment.path("author").asText())
                    .path("displayName")
                    .asText();
            comments.append("<article class=\"panel\"><p class=\"small\">%s · %s</p>%s</article>"
                    .formatted(
                            escape(author),
                            moment(comment.path("created").asText()),
                            description(comment.path("body"))));
        }
        return comments.toString();
    }

    private static String description(JsonNode document) {
        if (document.isTextual()) {
            return "<pre class=\"wiki\">" + escape(document.asText()) + "</pre>";
        }
        String html = blocks(document);
        return html.isEmpty() ? "<p class=\"empty\">No description.</p>" : html;
    }

    private static String blocks(JsonNode parent) {
        StringBuilder html = new StringBuilder();
        parent.path("content").forEach(node -> html.append(block(node)));
        return html.toString();
    }

    private static String block(JsonNode node) {
        String type = node.path("type").asText();
        String tag = TAGS.get(type);
        if (tag != null) {
            return "<" + tag + ">" + blocks(node) + "</" + tag + ">";
        }
        return switch (type) {
            case "heading" -> "<h3>" + blocks(node) + "</h3>";
            case "hardBreak" -> "<br>";
            case "mention" -> "<b>" + escape(node.at("/attrs/text").asText()) + "</b>";
            default -> text(node);
        };
    }

    private static String text(JsonNode inline) {
        String text = escape(inline.path("text").asText());
        String address = inline.findPath("href").asText();
        return address.matches("https?://.*") ? "<a href=\"%s\">%s</a>".formatted(escape(address), text) : text;
    }

    private static String moment(String instant) {
        return MOMENT.format(Instant.parse(instant));
    }

    private String page(String title, String body) {
        String state = misbehaviour.describe();
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>%s · Sandbox</title>
                  <link rel="stylesheet" href="/board.css">
                </head>
                <body>
                <p class="notice">This is not Jira: it is Followthrough's sandbox.</p>
                <header>
                  <a class="brand" href="/">Sandbox <span>%s</span></a>
                  <nav><a href="/">Board</a> <a href="/misbehave">Misbehave</a></nav>
                </header>
                %s
                <main>%s</main>
                </body>
                </html>
                """.formatted(
                        escape(title),
                        escape(settings.project()),
                        state.isEmpty() ? "" : "<p class=\"state\" role=\"status\">" + escape(state) + "</p>",
                        body);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
