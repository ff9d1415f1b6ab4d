package io.followthrough.notification;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a message to one person out as text and as HTML. */
@Component
class MessageBody {

    private static final String FOOTER = "Sent by Followthrough. All your messages: ";

    private final ITemplateEngine templates;

    MessageBody(ITemplateEngine templates) {
        this.templates = templates;
    }

    Outbox.Letter letter(Message message, Outbox.Reader reader) {
        return new Outbox.Letter(
                text(message, reader.name(), reader.messagesPage()),
                html(message, reader.name(), reader.messagesPage()));
    }

    private String html(Message message, String name, String messagesPage) {
        Map<String, Object> model = Map.of("message", message, "name", name, "messagesPage", messagesPage);
        return templates.process("notification/mail", new Context(Locale.ENGLISH, model));
    }

    private String text(Message message, String name, String messagesPage) {
        int width = message.facts().stream()
                .mapToInt(fact -> fact.name().length() + 2)
                .max()
                .orElse(0);
        String facts = message.facts().stream()
                .map(fact -> (fact.name() + ":" + " ".repeat(width)).substring(0, width) + fact.value() + "\n")
                .collect(Collectors.joining());
        Message.Link link = message.link();
        return "Hello " + name + ",\n\n"
                + message.paragraphs().stream()
                        .map(paragraph -> paragraph + "\n\n")
                        .collect(Collectors.joining())
                + (facts.isEmpty() ? "" : facts + "\n")
                + (link == null ? "" : link.text() + ": " + link.address() + "\n\n")
                + "-- \n" + FOOTER + messagesPage + "\n";
    }
}
