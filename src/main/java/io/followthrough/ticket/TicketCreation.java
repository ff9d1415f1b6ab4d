package io.followthrough.ticket;

import io.followthrough.platform.History;
import io.followthrough.ticket.ExistingTickets.Existing;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes the ticket of an action item exactly once although the tracker offers no way to say "once": the intent is
 * committed before the request leaves, and a request whose answer was lost is not repeated until its marker has been
 * looked for in vain over a quiet window, by a search that is shown to work.
 *
 * <p>Each call takes one step, with few remote exchanges and never inside a database transaction.
 */
@Component
public class TicketCreation {

    /** How long after the first look for a lost ticket the next ones follow; the last is at the end of the window. */
    private static final List<Duration> LOOKUPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(40),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10));

    private static final Duration FIRST_LOOKUP = Duration.ofSeconds(5);
    private static final Duration LATER_LOOKUPS = Duration.ofMinutes(5);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final TicketTracker tracker;
    private final TicketRecords records;
    private final TicketDrafts drafts;
    private final ExistingTickets finder;
    private final TrackerPause pause;
    private final TicketProperties properties;
    private final Clock clock;
    private final Semaphore announced;
    private final Semaphore requests;

    TicketCreation(
            TicketTracker tracker,
            TicketRecords records,
            TicketDrafts drafts,
            ExistingTickets finder,
            TrackerPause pause,
            TicketProperties properties,
            Clock clock) {
        this.tracker = tracker;
        this.records = records;
        this.drafts = drafts;
        this.finder = finder;
        this.pause = pause;
        this.properties = properties;
        this.clock = clock;
        // After a kill each announced request has to be looked for, so few are announced before their turn.
        this.announced = new Semaphore(properties.concurrency() + (properties.concurrency() + 9) / 10);
        this.requests = new Semaphore(properties.concurrency());
    }

    /** What is left to do after a step. */
    public sealed interface Step {
        /** There is a ticket, or none is needed any more. */
        record Done() implements Step {}

        /** Come back after this pause, for this reason. */
        record Again(Duration pause, String reason) implements Step {}

        /** Nothing helps but a person. */
        record Stuck(String reason) implements Step {}
    }

    /** Takes the next step towards the ticket of this item; call outside any transaction. */
    public Step step(String actionItem) {
        TrackerPause.Pause paused = pause.current();
        Step step = paused == null ? next(actionItem) : after(paused);
        if (step instanceof Step.Again again) {
            records.delayed(actionItem, again.pause());
        }
        return step;
    }

    private Step after(TrackerPause.Pause paused) {
        return new Step.Again(Duration.between(clock.instant(), paused.until()), paused.why());
    }

    private Step next(String actionItem) {
        Ticket ticket = records.get(actionItem);
        return switch (ticket.state()) {
            case LINKED, MISSING -> new Step.Done();
            case REFUSED -> new Step.Stuck(String.valueOf(ticket.problem()));
            case REQUESTED -> {
                String existing = ticket.attachTo();
                if (existing != null) {
                    yield attach(actionItem, existing);
                }
                yield ticket.search().isDoubtful() ? lookUp(ticket) : create(actionItem);
            }
            case SENDING -> {
                records.lostAnswer(actionItem, "Followthrough stopped while the ticket was being made");
                yield lookUp(records.get(actionItem));
            }
            case UNKNOWN -> lookUp(ticket);
        };
    }

    /** Takes the ticket that the item names, if it is there and free. */
    private Step attach(String actionItem, String reference) {
        Existing existing = finder.find(reference, actionItem);
        if (existing instanceof Existing.Unavailable unavailable) {
            return notCreated(actionItem, unavailable.problem());
        }
        if (existing instanceof Existing.Unusable unusable) {
            String why = "The item names the ticket " + reference + ". " + unusable.why()
                    + " Link another one, or ask for a new one here.";
            records.refused(actionItem, why);
            return new Step.Stuck(why);
        }
        TicketSnapshot found = ((Existing.Found) existing).ticket();
        records.attach(actionItem, found, History.FOLLOWTHROUGH, "ticket-attached");
        return new Step.Done();
    }

    private Step create(String actionItem) {
        Optional<TicketDraft> wanted = drafts.of(actionItem);
        if (wanted.isEmpty()) {
            return new Step.Done();
        }
        TicketDraft draft = wanted.get();
        CreateOutcome outcome;
        announced.acquireUninterruptibly();
        try {
            TrackerPause.Pause paused = pause.current();
            if (paused != null) {
                return after(paused);
            }
            if (!records.sending(actionItem)) {
                return new Step.Again(FIRST_LOOKUP, "It is being asked for by somebody else");
            }
            outcome = request(draft);
        } finally {
            announced.release();
        }
        if (outcome instanceof CreateOutcome.Created created) {
            records.link(actionItem, created.id(), created.key(), created.warnings(), draft.dueDate());
            return new Step.Done();
        }
        if (outcome instanceof CreateOutcome.NotCreated notCreated) {
            return notCreated(actionItem, notCreated.problem());
        }
        String reason = ((CreateOutcome.Unknown) outcome).reason();
        records.lostAnswer(actionItem, reason);
        return new Step.Again(FIRST_LOOKUP, "The answer was lost; the ticket is looked for: " + reason);
    }

    /** Only the request takes one of the places: meanwhile others announce theirs, or write down what came of them. */
    private CreateOutcome request(TicketDraft draft) {
        requests.acquireUninterruptibly();
        try {
            return tracker.create(draft);
        } finally {
            requests.release();
        }
    }

    private Step notCreated(String actionItem, TrackerProblem problem) {
        pause.note(problem);
        if (problem.kind() == TrackerProblem.Kind.REFUSED) {
            records.refused(actionItem, problem.message());
            return new Step.Stuck(problem.message());
        }
        int failures = records.notMade(actionItem, problem.message());
        return new Step.Again(pauseAfter(failures, problem), problem.message());
    }

    private Step lookUp(Ticket ticket) {
        SearchOutcome outcome = tracker.findByMarker(ticket.marker());
        if (outcome instanceof SearchOutcome.Failed failed) {
            pause.note(failed.problem());
            int failures =
                    records.notLookedUp(ticket.actionItem(), failed.problem().message());
            return new Step.Again(
                    pauseAfter(failures, failed.problem()), failed.problem().message());
        }
        List<TicketSnapshot> hits = ((SearchOutcome.Found) outcome).tickets();
        if (!hits.isEmpty()) {
            records.adopt(ticket.actionItem(), hits.get(0));
            return new Step.Done();
        }
        return ticket.state() == TicketState.REQUESTED ? create(ticket.actionItem()) : notFound(ticket.actionItem());
    }

    private Step notFound(String actionItem) {
        Ticket ticket = records.lookedUpInVain(actionItem);
        Duration searched =
                Duration.between(Objects.requireNonNull(ticket.search().since()), clock.instant());
        if (searched.compareTo(properties.quietWindow()) < 0) {
            return new Step.Again(nextLookup(searched), "The answer to its creation was lost; it is being looked for");
        }
        if (!searchWorks(ticket)) {
            String reason = "The answer to its creation was lost, and the tracker's search does not find"
                    + " what is certainly there. It is asked for again as soon as the search can be believed.";
            records.notLookedUp(actionItem, reason);
            return new Step.Again(LATER_LOOKUPS, reason);
        }
        records.requestAgain(actionItem);
        return new Step.Again(
                Duration.ZERO,
                "Looked for in vain for " + properties.quietWindow().toMinutes() + " minutes");
    }

    private Duration nextLookup(Duration searched) {
        return Stream.concat(LOOKUPS.stream(), Stream.of(properties.quietWindow()))
                .filter(instant -> instant.compareTo(searched) > 0)
                .min(Comparator.naturalOrder())
                .map(instant -> instant.minus(searched))
                .orElse(LATER_LOOKUPS);
    }

    /** An empty answer counts only from a search that finds what is certainly there. */
    private boolean searchWorks(Ticket ticket) {
        List<Ticket> canaries = records.canaries(ticket.actionItem());
        return canaries.isEmpty()
                ? tracker.probe().isHealthy()
                : canaries.stream().anyMatch(this::finds);
    }

    private boolean finds(Ticket canary) {
        if (pause.current() != null) {
            return false;
        }
        SearchOutcome outcome = tracker.findByMarker(canary.marker());
        if (outcome instanceof SearchOutcome.Failed failed) {
            pause.note(failed.problem());
            return false;
        }
        return ((SearchOutcome.Found) outcome)
                .tickets().stream().anyMatch(hit -> hit.id().equals(canary.trackerId()));
    }

    private Duration pauseAfter(int failures, TrackerProblem problem) {
        Instant notBefore = problem.notBefore();
        if (notBefore != null && notBefore.isAfter(clock.instant())) {
            return Duration.between(clock.instant(), notBefore);
        }
        return PAUSES.get(Math.min(Math.max(failures, 1), PAUSES.size()) - 1);
    }
}
