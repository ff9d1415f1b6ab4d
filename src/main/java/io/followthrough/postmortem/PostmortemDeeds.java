package io.followthrough.postmortem;

import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When something is done to a postmortem, by whom it may be done, and who hears about it. */
@Component
class PostmortemDeeds {

    private final People people;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PostmortemDeeds(People people, History history, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void record(Postmortem postmortem, String actor, String action, String detail) {
        history.record(postmortem.key().toString(), actor, action, detail);
    }

    void publish(Object event) {
        events.publishEvent(event);
    }

    void requireAuthorOrAdmin(Postmortem postmortem, String actor) {
        boolean admin = people.find(actor).map(person -> person.is(Role.ADMIN)).orElse(false);
        if (!admin && !postmortem.author().equals(actor)) {
            throw new ForbiddenException("Only its author may change or submit " + postmortem.key() + ".");
        }
    }
}
