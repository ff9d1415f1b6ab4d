package io.followthrough.escalation;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes up the table of a new release before anything is planned by it. */
@Component
class PolicyStart {

    private final Policies policies;

    PolicyStart(Policies policies) {
        this.policies = policies;
    }

    @EventListener(ApplicationStartedEvent.class)
    void takeUpShipped() {
        policies.takeUpShipped();
    }
}
