package io.followthrough.escalation.web;

import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.security.Principal;
import org.springframework.stereotype.Component;

/** Who may look at the tables and try them: managers and administrators. */
@Component
class PolicyReaders {

    private final People people;

    PolicyReaders(People people) {
        this.people = people;
    }

    /** @throws ForbiddenException when the viewer is neither */
    void require(Principal viewer) {
        if (people.find(viewer.getName())
                .filter(person -> person.is(Role.MANAGER) || person.is(Role.ADMIN))
                .isEmpty()) {
            throw new ForbiddenException("The policy is for managers and administrators.");
        }
    }
}
