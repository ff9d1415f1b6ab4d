package io.followthrough.notification.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.notification.News;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Writes news as each kind of channel understands it. */
final class ChannelWords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChannelWords() {}

    /** @param address the page about it, absolute */
    static String body(ChannelKind kind, News news, String address) {
        try {
            return JSON.writeValueAsString(
                    switch (kind) {
                        case SLACK -> slack(news, address);
                        case TEAMS -> teams(news, address);
                        case WEBHOOK -> webhook(news, address);
                    });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> slack(News news, String address) {
        String text = "<" + address + "|" + escaped(news.about()) + "> *" + escaped(news.title()) + "*\n"
                + escaped(news.words());
        return Map.of("text", text);
    }

    /** The three characters with which Slack's own markup begins; without them nobody can be mentioned or led away. */
    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A card of plain runs of text, in which nothing is taken for markup. */
    private static Map<String, Object> teams(News news, String address) {
        Map<String, Object> card = Map.of(
                "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
                "type", "AdaptiveCard",
                "version", "1.4",
                "body",
                        List.of(
                                paragraph(news.about() + " " + news.title(), "Bolder"),
                                paragraph(news.words(), "Default")),
                "actions", List.of(Map.of("type", "Action.OpenUrl", "title", "Open " + news.about(), "url", address)));
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private static Map<String, Object> paragraph(String words, String weight) {
        return Map.of(
                "type",
                "RichTextBlock",
                "inlines",
                List.of(Map.of("type", "TextRun", "text", words, "weight", weight)));
    }

    private static Map<String, Object> webhook(News news, String address) {
        return Map.of(
                "type",
                news.type(),
                "timestamp",
                news.at().truncatedTo(ChronoUnit.MILLIS).toString(),
                "data",
                Map.of("id", news.about(), "title", news.title(), "words", news.words(), "url", address));
    }
}
