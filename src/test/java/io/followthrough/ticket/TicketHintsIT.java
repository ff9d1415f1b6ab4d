package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.sandbox.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes of word that a ticket may have changed. */
class TicketHintsIT extends WithTickets {

    @Autowired
    private StoredTicketHints hints;

    @BeforeEach
    void tellNothingUnasked() {
        sandbox.misbehave().webhooksOff(true);
    }

    @Test
    void appliesAHintOnceHoweverOftenItIsTold() {
        String id = anItemWithATicket();
        sandbox.move(only(id).key(), "Done");

        for (int time = 0; time < 3; time++) {
            hints.hint("delivery of " + id, only(id).id(), false);
            hints.hint("another of " + id + " " + time, only(id).id(), false);
        }
        desk.round();
        hints.hint("delivery of " + id, only(id).id(), false);
        desk.round();

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
        assertThat(Collections.frequency(deeds(id), "settled")).isEqualTo(1);
        assertThat(waiting(only(id).id())).isZero();
    }

    @Test
    void readsATicketOnceForAllTheHintsThatWait() {
        String id = anItemWithATicket();
        String ticket = only(id).id();
        for (int number = 0; number < 250; number++) {
            hints.hint("one of many about " + id + " " + number, ticket, number % 50 == 0);
        }

        assertThat(callsDuring(hints::follow)).isEqualTo(1);

        assertThat(waiting(ticket)).isZero();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(callsDuring(hints::follow)).isZero();
    }

    @Test
    void readsAgainForAHintThatComesDuringTheReading() {
        String id = anItemWithATicket();
        String ticket = only(id).id();
        AtomicInteger calls = new AtomicInteger();
        sandbox.misbehave().plan((method, path) -> {
            if (calls.getAndIncrement() == 0) {
                hints.hint("during the reading of " + id, ticket, false);
            }
            return Optional.empty();
        });
        hints.hint("before the reading of " + id, ticket, false);

        hints.follow();

        assertThat(calls).hasValue(1);
        assertThat(waiting(ticket)).isEqualTo(1);
        sandbox.move(only(id).key(), "Done");
        hints.follow();
        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
        assertThat(waiting(ticket)).isZero();
    }

    @Test
    void readsManyTicketsWithOneRequestAndWhoChangedThemWithAnother() {
        List<String> ids = itemsWithTickets(20);
        for (String id : ids) {
            sandbox.move(only(id).key(), "Done");
            hints.hint("done " + id, only(id).id(), false);
            hints.hint("done and told again " + id, only(id).id(), false);
        }

        assertThat(callsDuring(hints::follow)).isEqualTo(2);

        assertThat(ids).allMatch(id -> item(id).status() == ActionItemStatus.SETTLED);
        assertThat(ids).allMatch(this::isSettledBySomebodyAtTheBoard);
    }

    @Test
    void keepsWhatItWasToldOfWhoChangedTicketsWhenTheRestIsNotTold() {
        List<String> ids = itemsWithTickets(30);
        for (String id : ids) {
            sandbox.move(only(id).key(), "Done");
            hints.hint("done while it fails " + id, only(id).id(), false);
        }
        AtomicInteger calls = new AtomicInteger();
        sandbox.misbehave()
                .plan((method, path) ->
                        calls.incrementAndGet() == 3 ? Optional.of(Fault.UNAVAILABLE) : Optional.empty());

        hints.follow();

        assertThat(calls).as("one for the tickets, two for 30 change logs").hasValue(3);
        assertThat(ids).allMatch(id -> item(id).status() == ActionItemStatus.SETTLED);
        assertThat(ids.stream().filter(this::isSettledBySomebodyAtTheBoard)).hasSize(25);
    }

    @Test
    void saysWhetherMoreTicketsWaitThanWereRead() {
        List<String> ids = itemsWithTickets(102);
        ids.forEach(id -> hints.hint("all of them " + id, only(id).id(), false));

        assertThat(hints.follow()).isTrue();
        assertThat(hints.follow()).isFalse();

        assertThat(ids).allMatch(id -> waiting(only(id).id()) == 0);
    }

    @Test
    void saysWhetherMoreHintsWaitThanWereLookedThrough() {
        String id = anItemWithATicket();
        String ticket = only(id).id();
        IntStream.range(0, 5_001).forEach(i -> hints.hint("told too often " + i + " " + id, ticket, false));

        assertThat(hints.follow()).isTrue();
        assertThat(waiting(ticket)).isEqualTo(1);
        assertThat(hints.follow()).isFalse();

        assertThat(waiting(ticket)).isZero();
    }

    @Test
    void believesNoHintButWhatItReads() {
        String id = anItemWithATicket();

        hints.hint("says deleted " + id, only(id).id(), true, "Mallory");
        hints.hint("says nothing " + id, only(id).id(), false);
        hints.hint("somebody else's " + id, "999999999", true);
        desk.round();

        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(item(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(waiting(only(id).id())).isZero();
    }

    @Test
    void asksNothingAboutTicketsOfOthers() {
        String stranger = aTicketOfSomebody();
        String ticket = sandbox.find(stranger).orElseThrow().id();
        hints.hint("about " + stranger, ticket, true);

        assertThat(callsDuring(hints::follow)).isZero();

        assertThat(waiting(ticket)).isZero();
    }

    @Test
    void keepsAHintUntilTheTrackerAnswers() {
        String id = anItemWithATicket();
        sandbox.move(only(id).key(), "Done");
        hints.hint("while away " + id, only(id).id(), false);
        sandbox.misbehave().next(Fault.UNAVAILABLE, 1);

        hints.follow();
        assertThat(item(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(waiting(only(id).id())).isEqualTo(1);
        hints.follow();

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
    }

    @Test
    void declaresATicketMissingWhenItsDeletionWasToldAndItIsGone() {
        String id = anItemWithATicket();
        String trackerId = only(id).id();
        sandbox.delete(only(id).key());

        hints.hint("changed before " + id, trackerId, false, "Ann");
        hints.hint("deleted " + id, trackerId, true, "Kim");
        hints.hint("changed and told late " + id, trackerId, false, "Bob");
        hints.follow();

        assertThat(ticket(id).state()).isEqualTo(TicketState.MISSING);
        assertThat(ticket(id).problem()).contains("deleted in the tracker by Kim");
        assertThat(troubles.list("manager"))
                .extracting(TicketTrouble::actionItem)
                .contains(id);
        worker.drain();
        assertThat(inTracker(id)).isEmpty();
    }

    @Test
    void leavesToTheReconciliationWhatIsGoneAlthoughNobodySaidThatItWasDeleted() {
        String id = anItemWithATicket();
        String trackerId = only(id).id();
        sandbox.delete(only(id).key());

        hints.hint("changed " + id, trackerId, false);
        hints.follow();

        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(waiting(trackerId)).isZero();
    }

    private List<String> itemsWithTickets(int number) {
        String[] things = IntStream.range(0, number)
                .mapToObj(n -> "Fix the thing number " + n)
                .toArray(String[]::new);
        List<String> ids =
                items.of(published(things)).stream().map(ActionItem::id).toList();
        worker.drain();
        while (desk.round()) {
            // Until every new ticket was read.
        }
        assertThat(ids).hasSize(number);
        return ids;
    }

    private boolean isSettledBySomebodyAtTheBoard(String id) {
        return history.of(id).stream()
                .anyMatch(entry ->
                        (entry.action() + " by " + entry.actor()).equals("settled by Somebody at the board (tracker)"));
    }

    private int waiting(String ticket) {
        return jdbc.queryForObject(
                "select count(*) from ticket_hint where ticket_id = ? and done_at is null", Integer.class, ticket);
    }
}
