package io.followthrough.ticket;

import io.followthrough.ticket.TicketTracker.CreateOutcome;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes the ticket of an action item exactly once although the tracker offers no way to say "once": the intent is
 * committed before the request leaves, and a request whose answer was lost is not repeated until its marker has been
 * looked for in vain over a quiet window, by a search that is shown to work.
 *
 * <p>Each call takes one step: at most one remote exchange, never inside a database transaction.
 */
@Component
public class TicketCreation {

    private static final List<Duration> LOOKUPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(45),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10));
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final TicketTracker tracker;
    private final TicketRecords records;
    private final TicketDrafts drafts;
    private final TrackerPause pause;
    private final TicketProperties properties;
    private final Clock clock;

    TicketCreation(
            TicketTracker tracker,
            TicketRecords records,
            TicketDrafts drafts,
            TrackerPause pause,
            TicketProperties properties,
            Clock clock) {
        this.tracker = tracker;
        this.records = records;
        this.drafts = drafts;
        this.pause = pause;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is left to do after a step. */
    public sealed interface Step {
        /** There is a ticket. */
        record Done() implements Step {}

        /** Come back after this pause, for this reason. */
        record Again(Duration pause, String reason) implements Step {}

        /** Nothing helps but a person. */
        record Stuck(String reason) implements Step {}
    }

    /** Takes the next step towards the ticket of this item; call outside any transaction. */
    public Step step(String actionItem) {
        TrackerPause.Pause paused = pause.current();
        if (paused != null) {
            return new Step.Again(Duration.between(clock.instant(), paused.until()), paused.why());
        }
        Ticket ticket = records.get(actionItem);
        return switch (ticket.state()) {
            case LINKED, MISSING -> new Step.Done();
            case REFUSED -> new Step.Stuck(String.valueOf(ticket.problem()));
            case REQUESTED -> create(actionItem);
            case SENDING -> {
                records.lostAnswer(actionItem, "Followthrough stopped while the ticket was being made");
                yield lookUp(actionItem);
            }
            case UNKNOWN -> lookUp(actionItem);
        };
    }

    private Step create(String actionItem) {
        TicketDraft draft = drafts.of(actionItem);
        records.sending(actionItem);
        CreateOutcome outcome = tracker.create(draft);
        if (outcome instanceof CreateOutcome.Created created) {
            records.link(actionItem, created.id(), created.key(), created.warnings(), draft.dueDate());
            return new Step.Done();
        }
        if (outcome instanceof CreateOutcome.NotCreated notCreated) {
            return notCreated(actionItem, notCreated.problem());
        }
        String reason = ((CreateOutcome.Unknown) outcome).reason();
        records.lostAnswer(actionItem, reason);
        return new Step.Again(LOOKUPS.get(0), "The answer was lost; the ticket is looked for: " + reason);
    }

    private Step notCreated(String actionItem, TrackerProblem problem) {
        pause.note(problem);
        if (problem.kind() == TrackerProblem.Kind.REFUSED) {
            String reason = describe(problem);
            records.refused(actionItem, reason);
            return new Step.Stuck(reason);
        }
        int failures = records.notMade(actionItem, problem.message());
        return new Step.Again(pauseAfter(failures, problem), problem.message());
    }

    private Step lookUp(String actionItem) {
        Ticket ticket = records.get(actionItem);
        SearchOutcome outcome = tracker.findByMarker(ticket.marker());
        if (outcome instanceof SearchOutcome.Failed failed) {
            pause.note(failed.problem());
            return new Step.Again(
                    pauseAfter(1, failed.problem()), failed.problem().message());
        }
        List<TicketSnapshot> hits = ((SearchOutcome.Found) outcome)
                .tickets().stream()
                        .sorted(Comparator.comparing(
                                        (TicketSnapshot hit) -> hit.id().length())
                                .thenComparing(TicketSnapshot::id))
                        .toList();
        if (hits.isEmpty()) {
            return notFound(ticket);
        }
        records.adopt(actionItem, hits);
        return new Step.Done();
    }

    private Step notFound(Ticket ticket) {
        int lookups = records.lookedUpInVain(ticket.actionItem());
        Instant sentAt = ticket.sentAt();
        boolean quiet = sentAt != null && !clock.instant().isBefore(sentAt.plus(properties.quietWindow()));
        if (quiet && lookups >= 2 && searchWorks(ticket)) {
            records.requestAgain(ticket.actionItem());
            return new Step.Again(
                    Duration.ZERO,
                    "Looked for in vain for " + properties.quietWindow().toMinutes() + " minutes");
        }
        return new Step.Again(
                LOOKUPS.get(Math.min(lookups, LOOKUPS.size() - 1)),
                "The answer to its creation was lost; it is being looked for");
    }

    /** An empty answer counts only from a search that finds what is certainly there. */
    private boolean searchWorks(Ticket ticket) {
        return records.canary(ticket.actionItem())
                .map(canary -> tracker.findByMarker(canary.marker()) instanceof SearchOutcome.Found found
                        && found.tickets().stream().anyMatch(hit -> hit.id().equals(canary.trackerId())))
                .orElseGet(() -> tracker.probe().isHealthy());
    }

    private Duration pauseAfter(int failures, TrackerProblem problem) {
        Instant notBefore = problem.notBefore();
        if (notBefore != null && notBefore.isAfter(clock.instant())) {
            return Duration.between(clock.instant(), notBefore);
        }
        return PAUSES.get(Math.min(Math.max(failures, 1), PAUSES.size()) - 1);
    }

    private static String describe(TrackerProblem problem) {
        StringBuilder words = new StringBuilder(problem.message());
        problem.fieldErrors()
                .forEach((field, error) ->
                        words.append(' ').append(field).append(": ").append(error));
        return words.toString();
    }
}
