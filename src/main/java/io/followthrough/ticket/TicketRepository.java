package io.followthrough.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TicketRepository extends JpaRepository<Ticket, String> {

    Optional<Ticket> findByTrackerId(String trackerId);

    Optional<Ticket> findFirstByStateAndActionItemNot(TicketState state, String actionItem);

    List<Ticket> findByStateIn(Collection<TicketState> states);

    /** Tickets whose state may still matter: of open items, and of items settled not long ago, which may reopen. */
    @Query(
            value = "select t.* from ticket t join action_item i on i.id = t.action_item"
                    + " where t.state in ('LINKED', 'MISSING')"
                    + " and (i.status = 'OPEN' or i.settled_at > :since) order by t.action_item",
            nativeQuery = true)
    List<Ticket> toReconcile(Instant since);
}
