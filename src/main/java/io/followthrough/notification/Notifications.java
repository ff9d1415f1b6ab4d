package io.followthrough.notification;

import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages that cannot wait for a digest: recorded in the transaction of what they are about, mailed after it. */
@Service
public class Notifications {

    private final MessageStore messages;
    private final Outbox outbox;
    private final MessageBody body;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notifications(
            MessageStore messages,
            Outbox outbox,
            MessageBody body,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.messages = messages;
        this.outbox = outbox;
        this.body = body;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Tells each recipient once, even when called again with the same key; must run inside a transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        for (String recipient : Set.copyOf(message.recipients())) {
            outbox.put(
                    message.key() + "/" + recipient,
                    message.about(),
                    recipient,
                    message.subject(),
                    reader -> body.letter(message, reader));
        }
    }

    /** Messages this person may see, newest first: their own; managers and administrators see all. */
    @Transactional(readOnly = true)
    public Page<StoredMessage> visibleTo(String person, Pageable page) {
        return messages.page(seesAll(person) ? null : person, page);
    }

    /**
     * Opens a message; the links by which its recipient acts work for nobody else and are left out for others.
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
        return message.recipient().equals(reader) ? message : message.withoutLinks();
    }

    /**
     * Mails a message that was given up again, from the start; does nothing when it was not given up.
     *
     * @throws ForbiddenException when it is somebody else's and the actor is neither manager nor administrator
     */
    @Transactional
    public void retry(long id, String actor) {
        open(id, actor);
        if (messages.requeue(id, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            events.publishEvent(new MessageQueued());
        }
    }

    /** Whether this person sees the messages of everybody. */
    public boolean seesAll(String id) {
        Optional<Person> person = people.find(id);
        return person.filter(found -> found.is(Role.MANAGER) || found.is(Role.ADMIN))
                .isPresent();
    }
}
