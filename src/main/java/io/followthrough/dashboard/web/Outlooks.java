package io.followthrough.dashboard.web;

import io.followthrough.actionitem.ActionItems;
import io.followthrough.escalation.Decisions;
import io.followthrough.escalation.DueDateDrifts;
import io.followthrough.escalation.Extensions;
import io.followthrough.escalation.HandOvers;
import org.springframework.stereotype.Component;

/** Gathers what may become of an item. */
@Component
class Outlooks {

    private final ActionItems items;
    private final Decisions decisions;
    private final HandOvers handOvers;
    private final Extensions extensions;
    private final DueDateDrifts drifts;

    Outlooks(ActionItems items, Decisions decisions, HandOvers handOvers, Extensions extensions, DueDateDrifts drifts) {
        this.items = items;
        this.decisions = decisions;
        this.handOvers = handOvers;
        this.extensions = extensions;
        this.drifts = drifts;
    }

    Outlook of(String id) {
        return new Outlook(
                decisions.open(id).orElse(null),
                handOvers.pending(id).orElse(null),
                extensions.limits(items.get(id)),
                extensions.of(id),
                drifts.of(id).orElse(null));
    }
}
