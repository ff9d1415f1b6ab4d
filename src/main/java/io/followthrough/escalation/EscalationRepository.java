package io.followthrough.escalation;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface EscalationRepository extends JpaRepository<Escalation, Long> {

    List<Escalation> findByActionItemOrderById(String actionItem);

    List<Escalation> findByActionItemAndDueDateCycle(String actionItem, int dueDateCycle);
}
