package io.followthrough.actionitem;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ActionItemRepository extends JpaRepository<ActionItem, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from ActionItem i where i.id = :id")
    Optional<ActionItem> lock(String id);

    List<ActionItem> findByPostmortemOrderByPosition(long postmortem);

    List<ActionItem> findByOwnerAndStatusOrderByDueDateAscIdAsc(String owner, ActionItemStatus status);

    long countByOwnerInAndSettlementAndSettledAtBetween(
            Collection<String> owners, Settlement settlement, Instant from, Instant until);

    boolean existsByPostmortemAndStatus(long postmortem, ActionItemStatus status);
}
