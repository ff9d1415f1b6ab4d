package io.followthrough.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface EscalationRepository extends JpaRepository<Escalation, Long> {

    List<Escalation> findByActionItemOrderById(String actionItem);

    List<Escalation> findByActionItemAndDueDateCycle(String actionItem, int dueDateCycle);

    /** When the last rung of the due dates before this one was reached. */
    @Query("select max(e.firedAt) from Escalation e where e.actionItem = :actionItem and e.dueDateCycle < :cycle")
    Optional<Instant> lastFiredBefore(String actionItem, int cycle);
}
