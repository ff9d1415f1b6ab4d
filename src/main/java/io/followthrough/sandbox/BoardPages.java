package io.followthrough.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** The board and the pages of tickets: what a person does in Jira, done here by hand. No scripts, no login. */
class BoardPages {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int MOST_CALLS = 1000;
    /** Names of statuses and priorities in a project that has its own. */
    private static final Map<String, String> FRENCH = Map.of(
            "To Do", "À faire",
            "In Progress", "En cours",
            "Done", "Terminé",
            "Highest", "Urgente",
            "High", "Haute",
            "Medium", "Moyenne",
            "Low", "Basse",
            "Lowest", "Très basse");

    private final int port;
    private final SandboxDialect dialect;
    private final Issues issues;
    private final Webhooks webhooks;
    private final Misbehaviour misbehaviour;
    private final BoardFrame frame;
    private final Routes routes;

    BoardPages(
            int port,
            SandboxSettings settings,
            Issues issues,
            Webhooks webhooks,
            IssueJson json,
            Misbehaviour misbehaviour,
            Clock clock) {
        this.port = port;
        this.dialect = settings.dialect();
        this.issues = issues;
        this.webhooks = webhooks;
        this.misbehaviour = misbehaviour;
        this.frame = new BoardFrame(settings, misbehaviour);
        AssigneeHtml assignee = new AssigneeHtml(settings, json);
        BoardHtml board = new BoardHtml(frame, assignee, settings.project(), clock);
        TicketHtml ticket = new TicketHtml(frame, json, assignee);
        MisbehaviourHtml trouble = new MisbehaviourHtml(frame, misbehaviour);
        this.routes = new Routes()
                .on("GET", "/", (call, path) -> Answer.html(200, board.page(issues.all())))
                .on("GET", "/browse/{}", (call, path) -> Answer.html(200, ticket.page(issues.get(path[0]))))
                .on("POST", "/browse/{}/move", this::move)
                .on("POST", "/browse/{}/edit", this::edit)
                .on("POST", "/browse/{}/comment", this::comment)
                .on("POST", "/browse/{}/delete", this::delete)
                .on("POST", "/browse/{}/trouble", this::trouble)
                .on("GET", "/misbehave", (call, path) -> Answer.html(200, trouble.page()))
                .on("POST", "/misbehave", this::misbehave)
                .on("GET", "/board.css", (call, path) -> stylesheet())
                .on("GET", "/favicon.ico", (call, path) -> Answer.noContent());
    }

    Answer answer(Call call) {
        try {
            refuseOtherSites(call);
            Answer answer = routes.answer(call);
            return secured(answer.status() >= 400 ? page(answer) : answer);
        } catch (RefusedException refusal) {
            return secured(page(refusal.answer()));
        }
    }

    private static Answer secured(Answer answer) {
        return answer.with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store");
    }

    /** Pages of other origins in the same browser must neither read nor press anything here. */
    private void refuseOtherSites(Call call) {
        String host = Objects.requireNonNullElse(call.header("host"), "");
        String origin = Objects.requireNonNullElse(call.header("origin"), "http://" + host);
        boolean local = host.equals("localhost:" + port) || host.equals("127.0.0.1:" + port);
        if (!local || !origin.equals("http://" + host)) {
            throw RefusedException.because(403, "This page can only be used from this machine, by its own forms.");
        }
    }

    private Answer page(Answer error) {
        return Answer.html(error.status(), frame.refusal(error));
    }

    private Answer move(Call call, String[] path) {
        Map<String, String> form = call.form();
        String to = form.getOrDefault("to", "");
        if (to.equals("wont-do")) {
            issues.resolve(path[0], Status.DONE, "Won't Do", IssueJson.SOMEBODY);
        } else {
            issues.move(path[0], Status.withId(to), IssueJson.SOMEBODY);
        }
        return Answer.seeOther(form.containsKey("board") ? "/" : "/browse/" + path[0]);
    }

    private Answer edit(Call call, String[] path) {
        String dueDate = call.form().getOrDefault("duedate", "");
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode fields = request.putObject("fields");
        fields.put("duedate", dueDate.isEmpty() ? null : dueDate);
        fields.putObject("priority").put("id", call.form().getOrDefault("priority", ""));
        if (call.form().containsKey("assignee")) {
            String assignee = call.form().get("assignee");
            fields.putObject("assignee").put(dialect == SandboxDialect.CLOUD ? "accountId" : "name", assignee);
        }
        issues.edit(path[0], request, IssueJson.SOMEBODY);
        return Answer.seeOther("/browse/" + path[0]);
    }

    private Answer comment(Call call, String[] path) {
        issues.comment(path[0], dialect.rich(call.form().getOrDefault("body", "")), IssueJson.SOMEBODY);
        return Answer.seeOther("/browse/" + path[0]);
    }

    private Answer delete(Call call, String[] path) {
        issues.delete(path[0], IssueJson.SOMEBODY);
        return Answer.seeOther("/");
    }

    /** Trouble with one ticket. */
    private Answer trouble(Call call, String[] path) {
        Map<String, String> form = call.form();
        Issue issue = issues.get(path[0]);
        switch (form.getOrDefault("what", "")) {
            case "hide" -> issues.hide(path[0], !issue.isHidden());
            case "lag" -> issues.keepFromSearch(path[0], Duration.ofSeconds(number(form)));
            case "transfer" -> {
                String project = form.getOrDefault("project", "").trim();
                return Answer.seeOther("/browse/"
                        + issues.transfer(path[0], project, IssueJson.SOMEBODY).key());
            }
            case "forge" -> webhooks.forge(issue);
            default -> throw RefusedException.because(400, "Not understood.");
        }
        return Answer.seeOther("/browse/" + path[0]);
    }

    private Answer misbehave(Call call, String[] path) {
        Map<String, String> form = call.form();
        try {
            switch (form.getOrDefault("what", "")) {
                case "fault" -> misbehaviour.next(fault(form), number(form));
                case "sometimes" -> misbehaviour.sometimes(fault(form), number(form));
                case "fields" -> {
                    misbehaviour.refuseFields(names(form, "fields"));
                    misbehaviour.requireFields(names(form, "required"));
                    misbehaviour.refusePriorities(names(form, "priorities"));
                    misbehaviour.refuseAssignees(form.containsKey("assignees"));
                }
                case "lag" -> misbehaviour.searchLag(Duration.ZERO, Duration.ofSeconds(number(form)));
                case "slow" -> misbehaviour.latency(Duration.ofMillis(number(form)));
                case "messages" ->
                    misbehaviour.webhooks(percent(form, "twice"), percent(form, "late"), percent(form, "lost"));
                case "webhooks" -> misbehaviour.webhooksOff(!misbehaviour.areWebhooksOff());
                case "project" -> misbehaviour.hideProject(!misbehaviour.isProjectHidden());
                case "search" -> misbehaviour.removeSearch(!misbehaviour.isSearchRemoved());
                case "names" -> misbehaviour.rename(misbehaviour.hasOwnNames() ? Map.of() : FRENCH);
                case "down" -> misbehaviour.down(!misbehaviour.isDown());
                default -> misbehaviour.reset();
            }
        } catch (IllegalArgumentException e) {
            throw RefusedException.because(400, "Not understood: " + e.getMessage());
        }
        return Answer.seeOther("/misbehave");
    }

    private static Fault fault(Map<String, String> form) {
        return Fault.valueOf(form.getOrDefault("fault", ""));
    }

    private static String[] names(Map<String, String> form, String field) {
        String names = form.getOrDefault(field, "");
        return names.isBlank()
                ? new String[0]
                : Arrays.stream(names.trim().split("[\\s,]+")).distinct().toArray(String[]::new);
    }

    private static int percent(Map<String, String> form, String field) {
        return Math.max(0, Math.min(100, Integer.parseInt(form.getOrDefault(field, "0"))));
    }

    private static int number(Map<String, String> form) {
        return Math.max(0, Math.min(MOST_CALLS, Integer.parseInt(form.getOrDefault("number", "1"))));
    }

    private static Answer stylesheet() {
        try (InputStream css = BoardPages.class.getResourceAsStream("/sandbox/board.css")) {
            String text = new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(200, Map.of("Content-Type", "text/css;charset=UTF-8"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
