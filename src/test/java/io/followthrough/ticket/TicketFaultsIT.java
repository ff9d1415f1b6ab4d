package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.Settlement;
import io.followthrough.sandbox.Fault;
import io.followthrough.ticket.TrackerProblem.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Exactly one ticket, whatever the tracker does and whenever it does it. */
class TicketFaultsIT extends WithTickets {

    /** All but the one that lets the application wait until it gives up. */
    private static final List<Fault> QUICK = Arrays.stream(Fault.values())
            .filter(fault -> fault != Fault.TOO_LATE)
            .toList();

    @Autowired
    private TrackerPause pause;

    @Autowired
    private TicketTracker tracker;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void noticesACallOfTheTrackerInsideATransaction() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> tracker.probe()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void doesNotAskAgainWhileTheSearchHidesWhatIsCertainlyThere() {
        String canary = anItemWithATicket();
        sandbox.misbehave().searchLag(Duration.ofDays(365)).next(Fault.ANSWER_LOST, 1, CREATE);
        String id = anItem();

        workFor(120);

        assertThat(ticket(id).state()).isEqualTo(TicketState.UNKNOWN);
        assertThat(ticket(id).problem()).contains("search");
        assertThat(troubles.list("manager"))
                .extracting(TicketTrouble::actionItem)
                .contains(id)
                .doesNotContain(canary);
        sandbox.misbehave().reset();
        workFor(10);
        assertThat(ticket(id).key()).isEqualTo(only(id).key());
    }

    @Test
    void countsTheQuietWindowFromWhenTheSearchAnswersAgain() {
        anItemWithATicket();
        time.tick(Duration.ofHours(3));
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, CREATE).searchLag(Duration.ofMinutes(72));
        String id = anItem();
        worker.drain();
        sandbox.misbehave().down(true);
        workFor(60);

        // By the growing pauses the first look that is answered is made after 68 minutes.
        sandbox.misbehave().down(false);
        workFor(10);
        assertThat(ticket(id).state()).isEqualTo(TicketState.UNKNOWN);
        workFor(30);

        assertThat(ticket(id).key()).isEqualTo(only(id).key());
        assertThat(deeds(id)).contains("ticket-found").doesNotContain("ticket-created");
    }

    @Test
    void reportsATwinUntilItIsClosedAndClosesNothingItself() {
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, CREATE);
        String id = anItem();
        worker.drain();
        time.tick(Duration.ofSeconds(6));
        worker.drain();
        String ours = only(id).key();
        String twin = aCopyOf(id);

        desk.round();

        assertThat(ticket(id).key()).isEqualTo(ours);
        assertThat(ticket(id).problem()).contains(twin);
        assertThat(troubles.list("manager"))
                .extracting(TicketTrouble::actionItem)
                .contains(id);
        desk.round();
        time.tick(Duration.ofMinutes(16));
        desk.round();
        assertThat(deeds(id)).containsOnlyOnce("ticket-twin");
        assertThat(inTracker(id)).hasSize(2).noneMatch(issue -> issue.status().equals("Done"));

        sandbox.move(twin, "Done");
        time.tick(Duration.ofMinutes(16));
        desk.round();
        assertThat(ticket(id).problem()).isNull();
    }

    @Test
    void adoptsTheTicketItMadeAndNotAnOlderOneWithItsLabel() {
        String id = anItem();
        String label = aCopyOf(id);
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1, CREATE);

        worker.drain();
        time.tick(Duration.ofSeconds(6));
        worker.drain();

        assertThat(inTracker(id)).hasSize(2);
        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(ticket(id).key()).isNotEqualTo(label);
    }

    @Test
    void makesNoTicketForAnItemThatWasSettledMeanwhile() {
        sandbox.misbehave().down(true);
        String id = anItem();
        worker.drain();

        items.settle(id, Settlement.WONT_DO, "manager", "The service is switched off");
        sandbox.misbehave().reset();
        workFor(30);

        assertThat(inTracker(id)).isEmpty();
        assertThat(troubles.list("manager"))
                .extracting(TicketTrouble::actionItem)
                .doesNotContain(id);
    }

    @Test
    void showsWhyAndUntilWhenATicketIsDelayed() {
        sandbox.misbehave().down(true);
        String id = anItem();

        worker.drain();

        assertThat(ticket(id).problem()).isNotBlank();
        assertThat(ticket(id).delayedUntil()).isAfter(time.now());
        assertThat(troubles.of(id, "author")).anyMatch(trouble -> trouble.offers("RETRY"));
        sandbox.misbehave().reset();
        workFor(20);
        assertThat(ticket(id).problem()).isNull();
        assertThat(ticket(id).delayedUntil()).isNull();
    }

    @Test
    void leavesTheTrackerAloneWhenTheCredentialsAreWrongAndGoesOnAfterwards() {
        sandbox.misbehave().next(Fault.UNAUTHORIZED, 1, CREATE);
        String id = anItem();

        worker.drain();

        assertThat(tickets.paused()).contains("TOKEN");
        assertThat(ticket(id).state()).isEqualTo(TicketState.REQUESTED);
        assertThat(callsDuring(() -> {
                    worker.drain();
                    desk.round();
                }))
                .isZero();
        tickets.retry(id, "manager");
        worker.drain();
        only(id);
    }

    @Test
    void keepsAPauseTheTrackerAskedForWhateverAPersonWants() {
        sandbox.misbehave().next(Fault.THROTTLED, 1, CREATE);
        String id = anItem();
        worker.drain();

        int calls = callsDuring(() -> {
            tickets.retry(id, "author");
            worker.drain();
        });

        assertThat(calls).isZero();
        time.tick(Duration.ofSeconds(8));
        tickets.retry(id, "author");
        worker.drain();
        only(id);
    }

    @Test
    void neverShortensAPause() {
        Instant late = time.now().plus(Duration.ofMinutes(10));
        pause.note(new TrackerProblem(Kind.THROTTLED, "Ten minutes, please", Map.of(), late));

        pause.note(new TrackerProblem(Kind.THROTTLED, "One minute", Map.of(), late.minusSeconds(540)));
        pause.note(new TrackerProblem(Kind.AUTHENTICATION, "Who are you?", Map.of(), null));

        assertThat(tickets.paused()).isEqualTo("Ten minutes, please");
    }

    /** Faults of every kind at random moments; what the tracker holds afterwards is counted in the tracker. */
    @Test
    void makesEachTicketExactlyOnceUnderAHailOfFaults() {
        anItemWithATicket();
        Random random = new Random(20260302);
        List<String> ids = new ArrayList<>();
        for (int round = 0; round < 400; round++) {
            sandbox.misbehave().reset();
            if (round % 10 == 0 && round < 100) {
                items.of(published("Fix the first thing", "Fix the second thing", "Fix the third thing")).stream()
                        .map(ActionItem::id)
                        .forEach(ids::add);
            }
            sandbox.misbehave().searchLag(Duration.ofSeconds(random.nextInt(121)));
            if (round < 300) {
                Fault fault = random.nextBoolean() ? Fault.ANSWER_LOST : QUICK.get(random.nextInt(QUICK.size()));
                int calls = 1 + random.nextInt(3);
                if (random.nextInt(3) == 0) {
                    sandbox.misbehave().next(fault, calls);
                } else {
                    sandbox.misbehave().next(fault, calls, CREATE);
                }
            }
            worker.drain();
            time.tick(Duration.ofSeconds(random.nextInt(90)));
        }
        sandbox.misbehave().reset();
        workFor(30);

        for (String id : ids) {
            assertThat(ticket(id).state()).as(id).isEqualTo(TicketState.LINKED);
            assertThat(ticket(id).key()).isEqualTo(only(id).key());
        }
        assertThat(ids).hasSize(30);
        assertThat(ids.stream().filter(id -> deeds(id).contains("ticket-found")))
                .as("tickets whose answer was lost, each of which a plain retry would have doubled")
                .hasSizeGreaterThan(5);
    }

    /** Somebody else's ticket with the label of this item; returns its key. */
    private String aCopyOf(String id) {
        String marker = jdbc.queryForObject("select marker from ticket where action_item = ?", String.class, id);
        List<String> before = inTracker(id).stream().map(issue -> issue.key()).toList();
        trackerUser()
                .postJson(
                        "/rest/api/3/issue",
                        "{\"fields\":{\"project\":{\"key\":\"OPS\"},\"issuetype\":{\"name\":\"Task\"},"
                                + "\"summary\":\"A copy\",\"labels\":[\"" + marker + "\"]}}");
        return inTracker(id).stream()
                .map(issue -> issue.key())
                .filter(key -> !before.contains(key))
                .findFirst()
                .orElseThrow();
    }
}
