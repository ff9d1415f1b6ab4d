package io.followthrough.ticket;

import io.followthrough.platform.History;
import io.followthrough.ticket.TicketSnapshot.Phase;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for further tickets with the same marker wherever an answer to a creation was lost: the search may have shown
 * the first one too late. Nothing is deleted or closed: a twin may be a copy somebody made on purpose.
 */
@Component
class TicketTwins {

    /** Far longer than a search lags behind. */
    private static final Duration SOON = Duration.ofMinutes(15);

    private static final Duration LATER = Duration.ofHours(6);

    private final TicketRepository tickets;
    private final TicketTracker tracker;
    private final TrackerPause pause;
    private final History history;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TicketTwins(
            TicketRepository tickets,
            TicketTracker tracker,
            TrackerPause pause,
            History history,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.tickets = tickets;
        this.tracker = tracker;
        this.pause = pause;
        this.history = history;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** Does what is due; call outside any transaction. */
    void look() {
        for (Ticket ticket : tickets.withTwinSearchDue(clock.instant())) {
            if (pause.current() != null) {
                return;
            }
            SearchOutcome outcome = tracker.findByMarker(ticket.marker());
            if (outcome instanceof SearchOutcome.Failed failed) {
                pause.note(failed.problem());
                note(ticket.actionItem(), null);
            } else {
                note(ticket.actionItem(), openTwins(ticket, (SearchOutcome.Found) outcome));
            }
        }
    }

    private static List<String> openTwins(Ticket ticket, SearchOutcome.Found found) {
        return found.tickets().stream()
                .filter(hit -> !hit.id().equals(ticket.trackerId()) && hit.phase() != Phase.DONE)
                .map(TicketSnapshot::key)
                .toList();
    }

    private void note(String actionItem, @Nullable List<String> keys) {
        transactions.executeWithoutResult(status -> {
            Ticket ticket = tickets.findById(actionItem).orElseThrow();
            String before = ticket.search().twins();
            Instant now = clock.instant();
            if (keys == null) {
                ticket.search().lookForTwinsAt(now.plus(SOON));
                return;
            }
            Instant sentAt = ticket.sentAt();
            boolean fresh = sentAt != null && now.isBefore(sentAt.plus(SOON));
            boolean lately = sentAt != null && now.isBefore(sentAt.plus(LATER));
            ticket.search().twins(keys, fresh || !keys.isEmpty() ? now.plus(SOON) : lately ? now.plus(LATER) : null);
            if (!keys.isEmpty() && !String.join(", ", keys).equals(before)) {
                history.record(
                        actionItem,
                        History.FOLLOWTHROUGH,
                        "ticket-twin",
                        ticket.key() + " has twins: " + String.join(", ", keys));
            }
        });
    }
}
