package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page of a ticket. */
class TicketHtml {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final BoardFrame frame;
    private final IssueJson json;
    private final AssigneeHtml assignee;

    TicketHtml(BoardFrame frame, IssueJson json, AssigneeHtml assignee) {
        this.frame = frame;
        this.json = json;
        this.assignee = assignee;
    }

    String page(Issue issue) {
        String key = BoardFrame.escape(issue.key());
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
        return frame.page(issue.key() + " " + issue.get("summary"), """
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
                      <p><b>Watchers</b> %s</p>
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
                        BoardFrame.escape(issue.get("summary")),
                        RichTextHtml.of(issue.description()),
                        comments,
                        key,
                        key,
                        moves,
                        key,
                        BoardFrame.escape(issue.get("duedate")),
                        priorities,
                        assignee.options(issue),
                        assignee.name(issue),
                        BoardFrame.escape(issue.get("resolution").isEmpty() ? "None" : issue.get("resolution")),
                        labels(issue),
                        BoardFrame.escape(watchers(issue)),
                        moment(issue.get("created")),
                        moment(issue.get("updated")),
                        key,
                        key,
                        issue.isHidden() ? "Show it to the application again" : "Hide it from the application"));
    }

    private String watchers(Issue issue) {
        return issue.watchers().isEmpty()
                ? "None"
                : issue.watchers().stream()
                        .map(account -> json.user(account).path("displayName").asText())
                        .collect(Collectors.joining(", "));
    }

    private static String labels(Issue issue) {
        return issue.labels().stream()
                .map(label -> "<span class=\"label\">" + BoardFrame.escape(label) + "</span>")
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
                            BoardFrame.escape(author),
                            moment(comment.path("created").asText()),
                            RichTextHtml.of(comment.path("body"))));
        }
        return comments.toString();
    }

    private static String moment(String instant) {
        return MOMENT.format(Instant.parse(instant));
    }
}
