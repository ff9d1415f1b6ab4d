package io.followthrough.notification;

import io.followthrough.notification.Digest.Entry;
import io.followthrough.notification.Digest.Group;
import io.followthrough.notification.Message.Link;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a digest out as text and as HTML. */
@Component
class DigestBody {

    private final ITemplateEngine templates;

    DigestBody(ITemplateEngine templates) {
        this.templates = templates;
    }

    Outbox.Letter letter(Digest digest, Outbox.Reader reader) {
        Map<String, Object> model = Map.of("digest", digest, "messagesPage", reader.messagesPage());
        return new Outbox.Letter(
                text(digest, reader.messagesPage()),
                templates.process("notification/digest", new Context(Locale.ENGLISH, model)));
    }

    private static String text(Digest digest, String messagesPage) {
        StringBuilder text = new StringBuilder("Hello " + digest.name() + ",\n\n" + digest.intro() + "\n");
        digest.groups().forEach(group -> write(group, text));
        return text + "\n-- \n" + digest.footer() + "\nSent by Followthrough. All your messages: " + messagesPage
                + "\n";
    }

    private static void write(Group group, StringBuilder text) {
        String title = group.heading().title();
        text.append("\n")
                .append(title)
                .append("\n")
                .append("-".repeat(title.length()))
                .append("\n");
        group.entries().forEach(entry -> write(entry, text));
        if (group.more() > 0) {
            text.append("\nand ").append(group.more()).append(" more\n");
        }
    }

    private static void write(Entry entry, StringBuilder text) {
        text.append("\n* ")
                .append(entry.about())
                .append(" ")
                .append(oneLine(entry.title()))
                .append("\n");
        if (!entry.facts().isEmpty()) {
            text.append("  ").append(entry.facts()).append("\n");
        }
        entry.words().forEach(words -> text.append("  ").append(oneLine(words)).append("\n"));
        if (!entry.source().isEmpty()) {
            text.append("  Said by ").append(oneLine(entry.source())).append("\n");
        }
        for (Link link : entry.links()) {
            text.append("  ")
                    .append(link.text())
                    .append(": ")
                    .append(link.address())
                    .append("\n");
        }
    }

    /** Words from documents must not look like lines of ours. */
    private static String oneLine(String words) {
        return words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
