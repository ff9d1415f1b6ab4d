package io.followthrough.postmortem;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface PostmortemRevisionRepository extends JpaRepository<PostmortemRevision, PostmortemRevision.RevisionId> {

    List<PostmortemRevision> findByPostmortemOrderByRevisionDesc(long postmortem);
}
