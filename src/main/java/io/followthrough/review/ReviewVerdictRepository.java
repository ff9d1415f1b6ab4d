package io.followthrough.review;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReviewVerdictRepository extends JpaRepository<ReviewVerdict, Long> {

    List<ReviewVerdict> findByPostmortemOrderByDecidedAtDesc(long postmortem);
}
