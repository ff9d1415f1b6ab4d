package io.followthrough.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items whose text names a ticket get that one, and no other. */
class AttachTicketIT extends WithTickets {

    private static final String READ = "POST /rest/api/3/issue/bulkfetch";

    @Test
    void takesTheTicketThatTheItemNamesInsteadOfMakingOne() {
        String existing = aTicketOfSomebody();
        String id = itemNaming(existing);

        int created = creationsDuring(worker::drain);
        desk.round();
        desk.round();

        assertThat(created).isZero();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        assertThat(ticket(id).key()).isEqualTo(existing);
        assertThat(deeds(id)).contains("ticket-attached").doesNotContain("ticket-created");
        assertThat(only(id).key()).isEqualTo(existing);
        assertThat(only(id).comments()).singleElement().asString().contains(id);
    }

    @Test
    void takesTheTicketOfAnAddressAtTheConfiguredSite() {
        String existing = aTicketOfSomebody();
        String id = itemNaming(sandbox.url() + "/browse/" + existing);

        worker.drain();

        assertThat(ticket(id).key()).isEqualTo(existing);
    }

    @Test
    void followsTheTicketItTook() {
        String existing = aTicketOfSomebody();
        String id = itemNaming(existing);
        worker.drain();
        desk.round();

        sandbox.move(existing, "Done");
        reconciliation.run();

        assertThat(item(id).status()).isEqualTo(ActionItemStatus.SETTLED);
    }

    @Test
    void asksAPersonWhenTheTicketThatIsNamedDoesNotExist() {
        String id = itemNaming("OPS-987654");

        int created = creationsDuring(worker::drain);

        assertThat(created).isZero();
        assertThat(ticket(id).state()).isEqualTo(TicketState.REFUSED);
        assertThat(ticket(id).problem()).contains("OPS-987654", "does not exist, or may not be seen", "Link another");
    }

    @Test
    void takesNoTicketThatBelongsToAnotherItem() {
        String other = anItemWithATicket();
        String id = itemNaming(only(other).key());

        worker.drain();

        assertThat(ticket(id).state()).isEqualTo(TicketState.REFUSED);
        assertThat(ticket(id).problem()).contains("belongs to " + other);
    }

    @Test
    void waitsForTheTrackerBeforeItSaysThatATicketDoesNotExist() {
        String existing = aTicketOfSomebody();
        sandbox.misbehave().next(Fault.UNAVAILABLE, 1, READ);
        String id = itemNaming(existing);

        worker.drain();
        assertThat(ticket(id).state()).isEqualTo(TicketState.REQUESTED);
        time.tick(Duration.ofMinutes(2));
        worker.drain();

        assertThat(ticket(id).key()).isEqualTo(existing);
    }

    private String itemNaming(String reference) {
        List<ActionItem> opened = items.of(published("Add an alert on the queue length (" + reference + ")"));
        assertThat(opened).hasSize(1);
        assertThat(opened.get(0).existingTicket()).isEqualTo(reference);
        return opened.get(0).id();
    }

    private int creationsDuring(Runnable work) {
        int before = sandbox.issues().size();
        work.run();
        return sandbox.issues().size() - before;
    }
}
