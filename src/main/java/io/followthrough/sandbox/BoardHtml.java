package io.followthrough.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The board with a column for each status. */
class BoardHtml {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final BoardFrame frame;
    private final AssigneeHtml assignee;
    private final String project;
    private final Clock clock;

    BoardHtml(BoardFrame frame, AssigneeHtml assignee, String project, Clock clock) {
        this.frame = frame;
        this.assignee = assignee;
        this.project = project;
        this.clock = clock;
    }

    String page(List<Issue> issues) {
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
        return frame.page("Board " + project, "<h1>Board</h1><div class=\"board\">" + columns + "</div>");
    }

    private String card(Issue issue) {
        String moves = Arrays.stream(Status.values())
                .filter(status -> status != issue.status())
                .map(status -> "<button name=\"to\" value=\"%s\" aria-label=\"Move %s to %s\">%s</button>"
                        .formatted(status.id, BoardFrame.escape(issue.key()), status.title, status.title))
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
                        BoardFrame.escape(issue.key()),
                        BoardFrame.escape(issue.key()),
                        priority(issue),
                        BoardFrame.escape(issue.key()),
                        BoardFrame.escape(issue.get("summary")),
                        due(issue),
                        BoardFrame.escape(issue.key()),
                        moves);
    }

    private static String priority(Issue issue) {
        return Level.withIdOrName(issue.get("priority"), "")
                .map(level -> "<span class=\"priority is-p%s\">%s</span>".formatted(level.id, level.title))
                .orElse("");
    }

    private String due(Issue issue) {
        if (issue.get("duedate").isEmpty()) {
            return "No due date · " + assignee.name(issue);
        }
        LocalDate date = LocalDate.parse(issue.get("duedate"));
        boolean late =
                issue.status() != Status.DONE && date.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return "<span%s>Due %s</span> · %s"
                .formatted(late ? " class=\"late\"" : "", DAY.format(date), assignee.name(issue));
    }
}
