package io.followthrough.postmortem;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PostmortemOriginalRepository extends Repository<PostmortemOriginal, PostmortemRevision.RevisionId> {

    PostmortemOriginal save(PostmortemOriginal original);

    Optional<PostmortemOriginal> findById(PostmortemRevision.RevisionId id);

    /** Without the bytes, newest first. */
    @Query("""
            select new io.followthrough.postmortem.OriginalFile(
                o.revision, o.fileName, o.mediaType, o.kind, o.charset, o.size, o.sha256, o.changed)
            from PostmortemOriginal o where o.postmortem = :postmortem order by o.revision desc""")
    List<OriginalFile> filesOf(long postmortem);
}
