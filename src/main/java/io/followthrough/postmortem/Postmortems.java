package io.followthrough.postmortem;

import io.followthrough.document.Documents;
import io.followthrough.document.OpenedDocument;
import io.followthrough.document.PostmortemDocument;
import io.followthrough.document.Reading;
import io.followthrough.document.ReadingView;
import io.followthrough.document.ReadingView.FindingView;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All postmortems: taken in, revised, and moved along their lifecycle. */
@Service
@Transactional
public class Postmortems {

    private final PostmortemRepository postmortems;
    private final PostmortemTexts texts;
    private final PostmortemProcess process;
    private final PostmortemDeeds deeds;
    private final Readings readings;

    Postmortems(
            PostmortemRepository postmortems,
            PostmortemTexts texts,
            PostmortemProcess process,
            PostmortemDeeds deeds,
            Readings readings) {
        this.postmortems = postmortems;
        this.texts = texts;
        this.process = process;
        this.deeds = deeds;
        this.readings = readings;
    }

    /**
     * Stores a text as a new draft and starts its lifecycle.
     *
     * @throws InvalidInputException when the text is not a postmortem
     */
    public Postmortem create(String source, String author) {
        return create(Documents.typed(source), author);
    }

    /**
     * Stores a file and its text as a new draft and starts its lifecycle.
     *
     * @throws InvalidInputException when the text is not a postmortem
     */
    public Postmortem create(OpenedDocument file, String author) {
        Postmortem postmortem = record(file, author);
        process.start(postmortem.key(), author);
        return postmortem;
    }

    /** Stores a text as a new draft whose lifecycle has been started by somebody else, in the Tasklist. */
    public Postmortem record(String source, String author) {
        return record(Documents.typed(source), author);
    }

    private Postmortem record(OpenedDocument file, String author) {
        PostmortemDocument document = readable(file.text()).document();
        Postmortem postmortem = postmortems.saveAndFlush(new Postmortem(title(document), author, deeds.now()));
        keepRevision(postmortem, file, author, document);
        deeds.record(postmortem, author, "draft-created", postmortem.title());
        return postmortem;
    }

    /**
     * Gives a draft a new text.
     *
     * @throws ConflictException when it is no draft any more
     * @throws ForbiddenException when the actor is neither its author nor an administrator
     */
    public Postmortem revise(PostmortemKey key, String source, String actor) {
        return revise(key, Documents.typed(source), actor);
    }

    /**
     * Gives a draft the text of a file, or does nothing when it has just that already.
     *
     * @throws ConflictException when it is no draft any more
     * @throws ForbiddenException when the actor is neither its author nor an administrator
     */
    public Postmortem revise(PostmortemKey key, OpenedDocument file, String actor) {
        Postmortem postmortem = lock(key);
        deeds.requireAuthorOrAdmin(postmortem, actor);
        if (texts.has(postmortem, file)) {
            return postmortem;
        }
        PostmortemDocument document = readable(file.text()).document();
        postmortem.revise(title(document));
        keepRevision(postmortem, file, actor, document);
        deeds.record(postmortem, actor, "draft-revised", "Revision " + postmortem.revision());
        return postmortem;
    }

    /**
     * Sends a draft to review by completing the author's task.
     *
     * @throws ConflictException with the findings that stand in the way, or when it is no draft
     */
    public Postmortem submit(PostmortemKey key, String actor) {
        Postmortem postmortem = lock(key);
        requireSubmittable(postmortem, actor);
        process.completeDraft(key, actor);
        return postmortem;
    }

    /** Takes note that the author's task was completed, wherever that was done. */
    public void submitted(PostmortemKey key, String actor) {
        Postmortem postmortem = lock(key);
        requireSubmittable(postmortem, actor);
        postmortem.submit(deeds.now());
        deeds.record(postmortem, actor, "submitted", "Revision " + postmortem.revision() + " went to review");
        deeds.publish(new PostmortemSubmitted(key, postmortem.author()));
    }

    /** Takes note that a reviewer wants changes: the postmortem is a draft again. */
    public void requestChanges(PostmortemKey key, String reviewer, String comment) {
        Postmortem postmortem = lock(key);
        postmortem.requestChanges(comment);
        deeds.record(postmortem, reviewer, "changes-requested", comment);
    }

    /** Takes note that a reviewer approved exactly the current text. */
    public void approve(PostmortemKey key, String reviewer, String comment) {
        Postmortem postmortem = lock(key);
        String sha256 = revision(postmortem).sha256();
        postmortem.approve(reviewer, sha256);
        String words = "Revision " + postmortem.revision() + ", SHA-256 " + sha256.substring(0, 12) + "…";
        deeds.record(postmortem, reviewer, "approved", comment.isBlank() ? words : words + ": " + comment);
    }

    /** Publishes an approved postmortem, or does nothing when that has happened. */
    public void publish(PostmortemKey key) {
        Postmortem postmortem = lock(key);
        if (postmortem.status().isPublished()) {
            return;
        }
        String approved = postmortem.approvedSha256();
        if (!revision(postmortem).sha256().equals(approved)) {
            throw new ConflictException(key + " was approved with another text and cannot be published.");
        }
        postmortem.publish(deeds.now());
        deeds.record(postmortem, History.FOLLOWTHROUGH, "published", "Approved by " + postmortem.approvedBy());
        deeds.publish(new PostmortemPublished(key, postmortem.author()));
    }

    /** Takes note that its action items are being tracked. */
    public void track(PostmortemKey key) {
        Postmortem postmortem = lock(key);
        if (postmortem.status() != PostmortemStatus.TRACKING) {
            postmortem.track();
        }
    }

    /** Closes a postmortem all of whose items are settled. */
    public void close(PostmortemKey key) {
        Postmortem postmortem = lock(key);
        if (postmortem.status() == PostmortemStatus.CLOSED) {
            return;
        }
        postmortem.close(deeds.now());
        deeds.record(postmortem, History.FOLLOWTHROUGH, "closed", "Every action item is settled");
    }

    /** Says that no item is open any more; the lifecycle closes the postmortem. Call under {@link #lock}. */
    public void allSettled(PostmortemKey key) {
        process.allSettled(key);
    }

    /** Opens a closed postmortem again because it has an open item; nothing happens to any other. */
    public void resumeTracking(PostmortemKey key) {
        Postmortem postmortem = lock(key);
        if (postmortem.status() != PostmortemStatus.CLOSED) {
            return;
        }
        postmortem.track();
        deeds.record(postmortem, History.FOLLOWTHROUGH, "tracking-resumed", "An action item is open again");
        process.resumeTracking(key);
    }

    /** Reads a postmortem and keeps others from changing it until the transaction ends. */
    public Postmortem lock(PostmortemKey key) {
        return postmortems.lock(key.number()).orElseThrow(() -> unknown(key));
    }

    @Transactional(readOnly = true)
    public Postmortem get(PostmortemKey key) {
        return postmortems.findById(key.number()).orElseThrow(() -> unknown(key));
    }

    /** The text a postmortem has now. */
    @Transactional(readOnly = true)
    public PostmortemRevision revision(Postmortem postmortem) {
        return texts.current(postmortem);
    }

    /** All texts a postmortem has had, newest first. */
    @Transactional(readOnly = true)
    public List<PostmortemRevision> revisions(PostmortemKey key) {
        return texts.all(key);
    }

    /** The files its texts came in, newest first, one for each revision. */
    @Transactional(readOnly = true)
    public List<OriginalFile> originals(PostmortemKey key) {
        return texts.files(key);
    }

    /**
     * The bytes of a file as they came.
     *
     * @throws NotFoundException when the postmortem has no such revision
     */
    @Transactional(readOnly = true)
    public byte[] originalBytes(PostmortemKey key, int revision) {
        return texts.bytes(key, revision)
                .orElseThrow(() -> new NotFoundException(key + " has no revision " + revision + "."));
    }

    /** What its current text says, read and linted. */
    @Transactional(readOnly = true)
    public Reading reading(Postmortem postmortem) {
        return reading(postmortem, revision(postmortem).source());
    }

    /** What another text would say as that of this postmortem, with the findings set aside that were answered. */
    @Transactional(readOnly = true)
    public Reading reading(Postmortem postmortem, String source) {
        return readings.of(postmortem.key(), source);
    }

    /** Postmortems whose number or title contains the words, newest first. */
    @Transactional(readOnly = true)
    public Page<Postmortem> search(@Nullable PostmortemStatus status, String words, Pageable page) {
        String pattern = words.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
        return postmortems.search(status, "%" + pattern + "%", page);
    }

    private void requireSubmittable(Postmortem postmortem, String actor) {
        deeds.requireAuthorOrAdmin(postmortem, actor);
        if (postmortem.status() != PostmortemStatus.DRAFT) {
            throw new ConflictException(postmortem.key() + " is not a draft and cannot be submitted.");
        }
        Reading reading = reading(postmortem);
        if (!reading.hasErrors()) {
            return;
        }
        List<FindingView> blocking = ReadingView.of(reading).findings().stream()
                .filter(finding -> finding.severity().equals("error"))
                .toList();
        throw new ConflictException(
                postmortem.key() + " cannot go to review before this is mended: "
                        + blocking.stream().map(FindingView::message).collect(Collectors.joining("; ")),
                Map.of("findings", blocking));
    }

    private void keepRevision(Postmortem postmortem, OpenedDocument file, String by, PostmortemDocument document) {
        texts.keep(postmortem, file, by, deeds.now());
        deeds.publish(new RevisionRecorded(postmortem.key(), postmortem.author(), document));
    }

    private Reading readable(String source) {
        Reading reading = readings.of(source);
        if (!reading.document().postmortem()) {
            throw new InvalidInputException(
                    "This does not read like a postmortem: there is no incident, timeline, cause"
                            + " or list of measures to be found in it. Nothing was stored.");
        }
        return reading;
    }

    private static String title(PostmortemDocument document) {
        String title = document.title();
        return title == null ? "Untitled postmortem" : title.length() <= 250 ? title : title.substring(0, 249) + "…";
    }

    private static NotFoundException unknown(PostmortemKey key) {
        return new NotFoundException("There is no postmortem " + key + ".");
    }
}
