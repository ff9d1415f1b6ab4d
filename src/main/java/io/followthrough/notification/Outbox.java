package io.followthrough.notification;

import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a message to one person down, to be mailed after the commit where that is possible. */
@Component
class Outbox {

    private static final int SUBJECT_LENGTH = 250;

    private final MessageStore messages;
    private final People people;
    private final FollowthroughProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean mailing;

    Outbox(
            MessageStore messages,
            People people,
            FollowthroughProperties properties,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${spring.mail.host:}") String mailServer) {
        this.messages = messages;
        this.people = people;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
        this.mailing = !mailServer.isBlank();
    }

    /** Who reads it, and where they find all their messages. */
    record Reader(String name, String messagesPage) {}

    /** What they read, in both forms. */
    record Letter(String text, String html) {}

    /** Does nothing when the key is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(String key, String about, String recipient, String subject, Function<Reader, Letter> write) {
        Optional<Person> person = people.find(recipient);
        String address = person.map(Person::mail).orElse(null);
        Letter letter =
                write.apply(new Reader(person.map(Person::name).orElse(recipient), properties.link("/messages")));
        boolean queued = mailing && address != null;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredMessage message = new StoredMessage(
                0,
                recipient,
                address,
                about,
                oneLine(subject),
                letter.text(),
                letter.html(),
                queued ? MessageState.QUEUED : MessageState.RECORDED,
                0,
                queued ? now : null,
                null,
                now,
                null);
        if (messages.add(key, message) && queued) {
            events.publishEvent(new MessageQueued());
        }
    }

    /** Words from documents must not become headers of their own. */
    private static String oneLine(@Nullable String subject) {
        String line =
                String.valueOf(subject).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= SUBJECT_LENGTH ? line : line.substring(0, SUBJECT_LENGTH - 1) + "…";
    }
}
