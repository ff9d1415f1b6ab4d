package io.followthrough.postmortem;

import io.followthrough.platform.ConflictException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record of one incident and its lifecycle; its text is kept in revisions. */
@Entity
public class Postmortem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "postmortem_number")
    @SequenceGenerator(name = "postmortem_number", sequenceName = "postmortem_number", allocationSize = 1)
    private @Nullable Long number;

    private String title;
    private String author;

    @Enumerated(EnumType.STRING)
    private PostmortemStatus status;

    private int revision;
    private Instant createdAt;
    private @Nullable Instant submittedAt;
    private @Nullable String approvedBy;
    private @Nullable String approvedSha256;
    private @Nullable Instant publishedAt;
    private @Nullable Instant closedAt;
    private @Nullable String reviewComment;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Postmortem() {}

    Postmortem(String title, String author, Instant at) {
        this.title = title;
        this.author = author;
        this.createdAt = at;
        this.status = PostmortemStatus.DRAFT;
        this.revision = 1;
    }

    void revise(String newTitle) {
        requireStatus(PostmortemStatus.DRAFT, "Only a draft can be changed");
        title = newTitle;
        revision++;
    }

    void submit(Instant at) {
        become(PostmortemStatus.IN_REVIEW);
        submittedAt = at;
    }

    void requestChanges(String comment) {
        become(PostmortemStatus.DRAFT);
        reviewComment = comment;
    }

    void approve(String reviewer, String sha256) {
        requireStatus(PostmortemStatus.IN_REVIEW, "Only a postmortem in review can be approved");
        approvedBy = reviewer;
        approvedSha256 = sha256;
    }

    void publish(Instant at) {
        if (approvedBy == null) {
            throw new ConflictException(key() + " has no approval and cannot be published.");
        }
        become(PostmortemStatus.PUBLISHED);
        publishedAt = at;
    }

    void track() {
        become(PostmortemStatus.TRACKING);
        closedAt = null;
    }

    void close(Instant at) {
        become(PostmortemStatus.CLOSED);
        closedAt = at;
    }

    private void become(PostmortemStatus next) {
        if (!status.canBecome(next)) {
            throw new ConflictException(key() + " is " + words(status) + " and cannot become " + words(next) + ".");
        }
        status = next;
    }

    private void requireStatus(PostmortemStatus required, String rule) {
        if (status != required) {
            throw new ConflictException(rule + "; " + key() + " is " + words(status) + ".");
        }
    }

    private static String words(PostmortemStatus status) {
        return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    public PostmortemKey key() {
        if (number == null) {
            throw new IllegalStateException("not stored yet");
        }
        return new PostmortemKey(number);
    }

    public String title() {
        return title;
    }

    public String author() {
        return author;
    }

    public PostmortemStatus status() {
        return status;
    }

    /** Number of the current revision, from 1. */
    public int revision() {
        return revision;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    /** Login name of the reviewer whose approval published it. */
    public @Nullable String approvedBy() {
        return approvedBy;
    }

    /** SHA-256, in hex, of the text that was approved. */
    public @Nullable String approvedSha256() {
        return approvedSha256;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** What the last reviewer asked to change, or null. */
    public @Nullable String reviewComment() {
        return reviewComment;
    }
}
