package io.followthrough.notification;

import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages to people: recorded in the transaction of what they are about, mailed after its commit. */
@Service
public class Notifications {

    private static final int SUBJECT_LENGTH = 250;

    private final MessageStore messages;
    private final MessageBody body;
    private final People people;
    private final FollowthroughProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean mailing;

    Notifications(
            MessageStore messages,
            MessageBody body,
            People people,
            FollowthroughProperties properties,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${spring.mail.host:}") String mailServer) {
        this.messages = messages;
        this.body = body;
        this.people = people;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
        this.mailing = !mailServer.isBlank();
    }

    /** Tells each recipient once, even when called again with the same key; must run inside a transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        for (String recipient : Set.copyOf(message.recipients())) {
            StoredMessage stored = stored(message, recipient);
            boolean added = messages.add(message.key() + "/" + recipient, stored);
            if (added && stored.state() == MessageState.QUEUED) {
                events.publishEvent(new MessageQueued());
            }
        }
    }

    /** Messages this person may see, newest first: their own; managers and administrators see all. */
    @Transactional(readOnly = true)
    public Page<StoredMessage> visibleTo(String person, Pageable page) {
        return messages.page(seesAll(person) ? null : person, page);
    }

    /**
     * Opens a message.
     *
     * @throws ForbiddenException when it is somebody else's and the reader is neither manager nor administrator
     */
    @Transactional(readOnly = true)
    public StoredMessage open(long id, String reader) {
        StoredMessage message =
                messages.find(id).orElseThrow(() -> new NotFoundException("There is no message " + id + "."));
        if (!message.recipient().equals(reader) && !seesAll(reader)) {
            throw new ForbiddenException("This message is not for you.");
        }
        return message;
    }

    /** Whether this person sees the messages of everybody. */
    public boolean seesAll(String id) {
        Optional<Person> person = people.find(id);
        return person.filter(found -> found.is(Role.MANAGER) || found.is(Role.ADMIN))
                .isPresent();
    }

    private StoredMessage stored(Message message, String recipient) {
        Optional<Person> person = people.find(recipient);
        String name = person.map(Person::name).orElse(recipient);
        String address = person.map(Person::mail).orElse(null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean queued = mailing && address != null;
        String messagesPage = properties.link("/messages");
        return new StoredMessage(
                0,
                recipient,
                address,
                message.about(),
                oneLine(message.subject()),
                body.text(message, name, messagesPage),
                body.html(message, name, messagesPage),
                queued ? MessageState.QUEUED : MessageState.RECORDED,
                0,
                queued ? now : null,
                null,
                now,
                null);
    }

    /** Words from documents must not become headers of their own. */
    private static String oneLine(@Nullable String subject) {
        String line =
                String.valueOf(subject).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= SUBJECT_LENGTH ? line : line.substring(0, SUBJECT_LENGTH - 1) + "…";
    }
}
