package io.followthrough.review;

import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemRevision;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One verdict, bound to exactly the text that was judged. */
@Entity
public class ReviewVerdict {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long postmortem;
    private int revision;
    private String sha256;
    private String reviewer;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String comment;
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewVerdict() {}

    ReviewVerdict(
            PostmortemKey key, PostmortemRevision text, String reviewer, Verdict verdict, String comment, Instant at) {
        this.postmortem = key.number();
        this.revision = text.revision();
        this.sha256 = text.sha256();
        this.reviewer = reviewer;
        this.verdict = verdict;
        this.comment = comment;
        this.decidedAt = at;
    }

    public int revision() {
        return revision;
    }

    /** SHA-256, in hex, of the text that was judged. */
    public String sha256() {
        return sha256;
    }

    public String reviewer() {
        return reviewer;
    }

    public Verdict verdict() {
        return verdict;
    }

    public String comment() {
        return comment;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
