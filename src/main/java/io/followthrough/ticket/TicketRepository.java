package io.followthrough.ticket;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TicketRepository extends JpaRepository<Ticket, String> {

    String PERHAPS_IN_TROUBLE = "select t.* from ticket t join action_item i on i.id = t.action_item"
            + " where i.status = 'OPEN' and (t.state in ('REFUSED', 'MISSING') or t.problem is not null"
            + " or t.twins is not null or t.warnings is not null"
            + " or exists (select 1 from ticket_edit e where e.action_item = t.action_item and e.refused)"
            + " or exists (select 1 from ticket_drift d where d.action_item = t.action_item and d.flagged))";

    Optional<Ticket> findByTrackerId(String trackerId);

    List<Ticket> findByTrackerIdIn(Collection<String> trackerIds);

    /** Keeps every other worker from this ticket until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Ticket t where t.actionItem = :item")
    Optional<Ticket> lock(String item);

    /** Some of the newest tickets that are certainly there, to see whether a search is up to date. */
    @Query(
            value = "select * from ticket where state = 'LINKED' and fetched_at is not null"
                    + " and action_item <> :besides order by sent_at desc limit 3",
            nativeQuery = true)
    List<Ticket> canaries(String besides);

    @Query(
            value = "select * from ticket where state = 'LINKED' and twin_search_at <= :now"
                    + " order by twin_search_at limit 5",
            nativeQuery = true)
    List<Ticket> withTwinSearchDue(Instant now);

    /** Items whose ticket no task of the engine waits for, and that can be worked on now. */
    @Query(
            value =
                    "select action_item from ticket where by_desk and state in ('REQUESTED', 'SENDING', 'UNKNOWN')"
                            + " and (delayed_until is null or delayed_until <= :now) order by delayed_until nulls first limit 5",
            nativeQuery = true)
    List<String> byDesk(Instant now);

    /** Tickets of open items that something may be wrong with, for people to look at. */
    @Query(value = PERHAPS_IN_TROUBLE + " order by i.postmortem, i.position", nativeQuery = true)
    List<Ticket> perhapsInTrouble();

    /** The ticket of this item, if it is open and something may be wrong with its ticket. */
    @Query(value = PERHAPS_IN_TROUBLE + " and i.id = :item", nativeQuery = true)
    List<Ticket> perhapsInTrouble(String item);

    /** Like {@link #perhapsInTrouble()} for one postmortem, by number. */
    @Query(value = PERHAPS_IN_TROUBLE + " and i.postmortem = :postmortem order by i.position", nativeQuery = true)
    List<Ticket> perhapsInTroubleOf(long postmortem);

    /** Tickets whose state may still matter: of open items, and of items settled not long ago, which may reopen. */
    @Query(
            value = "select t.* from ticket t join action_item i on i.id = t.action_item"
                    + " where t.state in ('LINKED', 'MISSING')"
                    + " and (i.status = 'OPEN' or i.settled_at > :since) order by t.action_item",
            nativeQuery = true)
    List<Ticket> toReconcile(Instant since);
}
