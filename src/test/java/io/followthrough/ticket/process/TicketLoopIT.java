package io.followthrough.ticket.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemBpmn.Elements;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.ticket.TicketDesk;
import io.followthrough.ticket.TicketProperties;
import io.followthrough.ticket.TicketState;
import io.followthrough.ticket.WithTickets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The loop that other tests do by hand. */
class TicketLoopIT extends WithTickets {

    private static final String[] TWELVE = {
        "Fix the first thing", "Fix the second thing", "Fix the third thing", "Fix the fourth thing",
        "Fix the fifth thing", "Fix the sixth thing", "Fix the seventh thing", "Fix the eighth thing",
        "Fix the ninth thing", "Fix the tenth thing", "Fix the eleventh thing", "Fix the twelfth thing"
    };

    private TicketLoop loop;

    @BeforeEach
    void newLoop(@Autowired TicketDesk desk) {
        loop = new TicketLoop(
                worker, desk, new TicketProperties(Duration.ofMinutes(1), Duration.ofMinutes(10), List.of(), 4));
    }

    @AfterEach
    void stopTheLoop() {
        loop.stop();
    }

    @Test
    void makesTicketsSideBySideAndEachOnce() {
        loop.start();

        List<ActionItem> opened = items.of(published(TWELVE));

        assertThat(opened).hasSize(12);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(opened).allMatch(item -> ticket(item.id()).state() == TicketState.LINKED);
            assertThat(opened).noneMatch(item -> engine.waitsAt(item.id()).contains(Elements.CREATE_TICKET));
        });
        opened.forEach(item -> only(item.id()));
    }

    @Test
    void followsWhatTheTrackerTells() {
        String id = anItemWithATicket();
        loop.start();

        sandbox.move(only(id).key(), "Done");

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> item(id).status() == ActionItemStatus.SETTLED);
    }

    @Test
    void leavesNoRequestBehindWhenItStops() {
        loop.start();
        List<ActionItem> opened = items.of(published(TWELVE));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        opened.stream().anyMatch(item -> !inTracker(item.id()).isEmpty()));

        loop.stop();

        assertThat(loop.isRunning()).isFalse();
        assertThat(opened)
                .allMatch(item -> List.of(TicketState.REQUESTED, TicketState.LINKED)
                        .contains(ticket(item.id()).state()));
        worker.letGo();
        worker.drain();
        opened.forEach(item -> only(item.id()));
    }
}
