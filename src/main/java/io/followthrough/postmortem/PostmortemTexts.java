package io.followthrough.postmortem;

import io.followthrough.document.OpenedDocument;
import io.followthrough.postmortem.PostmortemRevision.RevisionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The texts of postmortems, and the files they came in. */
@Component
class PostmortemTexts {

    private final PostmortemRevisionRepository revisions;
    private final PostmortemOriginalRepository originals;

    PostmortemTexts(PostmortemRevisionRepository revisions, PostmortemOriginalRepository originals) {
        this.revisions = revisions;
        this.originals = originals;
    }

    /** Keeps the text as the current revision of the postmortem. */
    void keep(Postmortem postmortem, OpenedDocument file, String by, Instant at) {
        PostmortemKey key = postmortem.key();
        revisions.saveAndFlush(new PostmortemRevision(key, postmortem.revision(), file.text(), by, at));
        originals.save(new PostmortemOriginal(key, postmortem.revision(), file));
    }

    /** Whether this is what the postmortem has already: the same text, and no file that is not kept yet. */
    boolean has(Postmortem postmortem, OpenedDocument file) {
        PostmortemRevision revision = current(postmortem);
        if (!revision.source().equals(file.text())) {
            return false;
        }
        String sha256 = PostmortemRevision.sha256(file.original());
        return sha256.equals(revision.sha256())
                || files(postmortem.key()).stream()
                        .anyMatch(kept -> kept.revision() == revision.revision()
                                && kept.sha256().equals(sha256));
    }

    PostmortemRevision current(Postmortem postmortem) {
        return revisions
                .findById(new RevisionId(postmortem.key().number(), postmortem.revision()))
                .orElseThrow(() -> new IllegalStateException(postmortem.key() + " has lost its revision"));
    }

    List<PostmortemRevision> all(PostmortemKey key) {
        return revisions.findByPostmortemOrderByRevisionDesc(key.number());
    }

    List<OriginalFile> files(PostmortemKey key) {
        return originals.filesOf(key.number());
    }

    Optional<byte[]> bytes(PostmortemKey key, int revision) {
        return originals.findById(new RevisionId(key.number(), revision)).map(PostmortemOriginal::content);
    }
}
