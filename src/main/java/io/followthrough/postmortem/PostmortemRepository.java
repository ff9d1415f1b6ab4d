package io.followthrough.postmortem;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PostmortemRepository extends JpaRepository<Postmortem, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Postmortem p where p.number = :number")
    Optional<Postmortem> lock(long number);

    @Query(
            "select p from Postmortem p where (:status is null or p.status = :status)"
                    + " and (lower(p.title) like :words escape '\\' or lower(concat('pm-', cast(p.number as string))) like :words escape '\\')")
    Page<Postmortem> search(@Nullable PostmortemStatus status, String words, Pageable page);
}
