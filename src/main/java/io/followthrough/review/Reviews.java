package io.followthrough.review;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.Postmortems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Verdicts on postmortems: by somebody else than the author, on exactly the text that was read. */
@Service
@Transactional
public class Reviews {

    private final ReviewVerdictRepository verdicts;
    private final Postmortems postmortems;
    private final ActionItems items;
    private final ReviewProcess process;
    private final People people;
    private final FollowthroughProperties properties;
    private final Clock clock;

    Reviews(
            ReviewVerdictRepository verdicts,
            Postmortems postmortems,
            ActionItems items,
            ReviewProcess process,
            People people,
            FollowthroughProperties properties,
            Clock clock) {
        this.verdicts = verdicts;
        this.postmortems = postmortems;
        this.items = items;
        this.process = process;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Decides on a postmortem by completing its review task.
     *
     * @throws ForbiddenException when the reviewer wrote it, or may not review
     * @throws ConflictException when it is not in review, or an action item is not ready to be published
     */
    public void decide(PostmortemKey key, String reviewer, Verdict verdict, String comment) {
        requireReviewable(postmortems.lock(key), reviewer, verdict, comment);
        process.complete(key, reviewer, verdict, comment);
    }

    /**
     * Takes note of a review that was completed, wherever that was done.
     *
     * @param edits what the reviewer chose for the action items
     */
    public void record(PostmortemKey key, String reviewer, Verdict verdict, String comment, List<ReviewedItem> edits) {
        Postmortem postmortem = postmortems.lock(key);
        requireReviewable(postmortem, reviewer, verdict, comment);
        for (ReviewedItem edited : edits) {
            requirePart(key, edited.id());
            items.edit(edited.id(), edited.edit(), reviewer);
        }
        verdicts.saveAndFlush(new ReviewVerdict(
                key,
                postmortems.revision(postmortem),
                reviewer,
                verdict,
                comment,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        if (verdict == Verdict.REQUEST_CHANGES) {
            postmortems.requestChanges(key, reviewer, comment);
            return;
        }
        requireReadyItems(key);
        postmortems.approve(key, reviewer, comment);
    }

    /**
     * Refuses a reviewer who may not judge this postmortem, before anything is decided.
     *
     * @throws ForbiddenException when the reviewer is its author
     */
    public void requireMayReview(PostmortemKey key, String reviewer) {
        requireNotAuthor(postmortems.get(key), reviewer);
    }

    /** All verdicts on a postmortem, newest first. */
    @Transactional(readOnly = true)
    public List<ReviewVerdict> of(PostmortemKey key) {
        return verdicts.findByPostmortemOrderByDecidedAtDesc(key.number());
    }

    private static void requireReviewable(Postmortem postmortem, String reviewer, Verdict verdict, String comment) {
        requireNotAuthor(postmortem, reviewer);
        if (postmortem.status() != PostmortemStatus.IN_REVIEW) {
            throw new ConflictException(postmortem.key() + " is not in review.");
        }
        if (verdict == Verdict.REQUEST_CHANGES && comment.isBlank()) {
            throw new InvalidInputException("Say in a comment what the author shall change.");
        }
    }

    private static void requireNotAuthor(Postmortem postmortem, String reviewer) {
        if (postmortem.author().equals(reviewer)) {
            throw new ForbiddenException("You wrote " + postmortem.key() + ": somebody else has to review it.");
        }
    }

    private static void requirePart(PostmortemKey key, String item) {
        if (!item.startsWith(key + "-")) {
            throw new InvalidInputException(item + " is no action item of " + key + ".");
        }
    }

    private void requireReadyItems(PostmortemKey key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        List<String> unready = new ArrayList<>();
        for (ActionItem item : items.of(key)) {
            if (people.find(item.owner()).isEmpty()) {
                unready.add(item.id() + " belongs to " + item.owner() + ", who cannot log in");
            }
            if (item.dueDate().isBefore(today)) {
                unready.add(item.id() + " was due " + item.dueDate());
            }
        }
        if (!unready.isEmpty()) {
            throw new ConflictException(
                    "Not ready to be published: " + String.join("; ", unready) + ".", Map.of("actionItems", unready));
        }
    }
}
