package io.followthrough.escalation;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.escalation.Schedule.Planned;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an open item waits for: its next rung or the answer to an offer; a promise only when no rung is left. */
@Component
class Waits {

    private final HandOverLog handOvers;
    private final Promises promises;

    Waits(HandOverLog handOvers, Promises promises) {
        this.handOvers = handOvers;
        this.promises = promises;
    }

    /** Whichever ends first; a decision when there is nothing to wait for. */
    Plan first(ActionItem item, Optional<Planned> rung, Instant now) {
        Optional<Plan.Wait> offer =
                handOvers.pending(item.id()).map(pending -> new Plan.OfferAnswered(pending.answerBy()));
        Optional<Plan.Wait> other = rung.isPresent()
                ? rung.map(planned -> new Plan.NextRung(
                        planned.rung().name(), planned.at(), planned.rung().row()))
                : promises.pendingUntil(item, now).map(Plan.PromiseKept::new);
        return Stream.concat(offer.stream(), other.stream())
                .min(Comparator.comparing(Plan.Wait::at))
                .<Plan>map(wait -> wait)
                .orElseGet(Plan.Decision::new);
    }
}
