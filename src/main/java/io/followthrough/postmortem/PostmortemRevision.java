package io.followthrough.postmortem;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** One immutable text of a postmortem. */
@Entity
@IdClass(PostmortemRevision.RevisionId.class)
public class PostmortemRevision {

    @Id
    private long postmortem;

    @Id
    private int revision;

    private String source;
    private String sha256;
    private String createdBy;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected PostmortemRevision() {}

    PostmortemRevision(PostmortemKey key, int revision, String source, String by, Instant at) {
        this.postmortem = key.number();
        this.revision = revision;
        this.source = source;
        this.sha256 = sha256(source.getBytes(StandardCharsets.UTF_8));
        this.createdBy = by;
        this.createdAt = at;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public int revision() {
        return revision;
    }

    /** The text that is read, reviewed and approved. */
    public String source() {
        return source;
    }

    /** SHA-256 of the text in UTF-8, in hex. */
    public String sha256() {
        return sha256;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Identity: which postmortem, which revision of it. */
    public record RevisionId(long postmortem, int revision) implements Serializable {}
}
