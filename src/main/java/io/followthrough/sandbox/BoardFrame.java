package io.followthrough.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.web.util.HtmlUtils;

/** What is around each page of the board. */
class BoardFrame {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxSettings settings;
    private final Misbehaviour misbehaviour;

    BoardFrame(SandboxSettings settings, Misbehaviour misbehaviour) {
        this.settings = settings;
        this.misbehaviour = misbehaviour;
    }

    String page(String title, String body) {
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

    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
