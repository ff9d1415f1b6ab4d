package io.followthrough.postmortem;

import io.followthrough.document.Finding;
import io.followthrough.document.Reading;
import io.followthrough.document.Suppressed;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Findings that reviewers have answered with a reason. Authors answer theirs in the text, where a reviewer reads it. */
@Service
@Transactional
public class Suppressions {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_QUOTE = 80;

    private final Postmortems postmortems;
    private final SuppressionStore store;
    private final PostmortemDeeds deeds;
    private final People people;

    Suppressions(Postmortems postmortems, SuppressionStore store, PostmortemDeeds deeds, People people) {
        this.postmortems = postmortems;
        this.store = store;
        this.deeds = deeds;
        this.people = people;
    }

    /**
     * Sets a finding aside for as long as the words it is about stay as they are, or every finding of a rule for good.
     *
     * @return what was written down
     * @throws InvalidInputException when no reason is given
     * @throws NotFoundException when there is no such finding now
     * @throws ForbiddenException when the actor wrote the postmortem or may not review
     * @throws ConflictException when it is set aside already, the text has changed since, or it is published
     */
    public Suppression suppress(SuppressFinding wanted, String actor) {
        PostmortemKey key = wanted.postmortem();
        Postmortem postmortem = lockFor(key, actor);
        Integer seen = wanted.revision();
        if (seen != null && seen != postmortem.revision()) {
            throw new ConflictException(key + " has a new text since you looked (revision " + postmortem.revision()
                    + "): look at it again.");
        }
        String reason = reason(wanted.reason());
        Finding finding = finding(postmortem, wanted);
        FindingWords words = new FindingWords(postmortems.revision(postmortem).source());
        boolean everywhere = wanted.line() == null;
        Suppression suppression = new Suppression(
                0,
                finding.rule(),
                everywhere ? "" : words.fingerprint(finding),
                finding.message(),
                words.of(finding),
                reason,
                actor,
                deeds.now(),
                null,
                null);
        long id = store.add(key, suppression);
        deeds.record(postmortem, actor, "finding-set-aside", told(suppression) + ": " + reason);
        return withId(key, id);
    }

    /**
     * Takes a suppression back; the finding counts again. Nothing happens when it has been taken back before.
     *
     * @throws NotFoundException when the postmortem has no such suppression
     * @throws ForbiddenException when the actor wrote the postmortem or may not review
     * @throws ConflictException when it is published
     */
    public void revoke(PostmortemKey key, long id, String actor) {
        Postmortem postmortem = lockFor(key, actor);
        Suppression suppression = withId(key, id);
        if (store.revoke(id, actor, deeds.now())) {
            deeds.record(postmortem, actor, "finding-counts-again", told(suppression));
        }
    }

    /** All suppressions of a postmortem, revoked ones too, oldest first. */
    @Transactional(readOnly = true)
    public List<Suppression> of(PostmortemKey key) {
        postmortems.get(key);
        return store.of(key);
    }

    /** The same with the findings that each answers in the present text. */
    @Transactional(readOnly = true)
    public List<Answer> answers(Postmortem postmortem, Reading reading) {
        FindingWords words = new FindingWords(postmortems.revision(postmortem).source());
        return store.of(postmortem.key()).stream()
                .map(each -> new Answer(each, each.holds() ? answered(each, reading, words) : List.of()))
                .toList();
    }

    /** Whether this person may answer findings of the postmortem now. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(Postmortem postmortem, String actor) {
        return !postmortem.status().isPublished() && mayReview(postmortem, actor);
    }

    private static List<Finding> answered(Suppression suppression, Reading reading, FindingWords words) {
        return reading.suppressed().stream()
                .filter(each -> each.by() != null)
                .map(Suppressed::finding)
                .filter(finding -> Readings.answers(suppression, finding, words))
                .toList();
    }

    private Finding finding(Postmortem postmortem, SuppressFinding wanted) {
        Reading reading = postmortems.reading(postmortem);
        return reading.findings().stream()
                .filter(each -> isWanted(each, wanted))
                .findFirst()
                .orElseThrow(() -> none(reading, wanted));
    }

    private static RuntimeException none(Reading reading, SuppressFinding wanted) {
        String where = wanted.rule() + (wanted.line() == null ? "" : " in line " + wanted.line());
        return reading.suppressed().stream()
                .filter(each -> isWanted(each.finding(), wanted))
                .findFirst()
                .<RuntimeException>map(each ->
                        new ConflictException(where + " is set aside already, with the reason: " + each.reason()))
                .orElseGet(() -> new NotFoundException(wanted.postmortem() + " has no finding of " + where + "."));
    }

    private static boolean isWanted(Finding finding, SuppressFinding wanted) {
        return finding.rule().equals(wanted.rule()) && (wanted.line() == null || finding.line() == wanted.line());
    }

    private static String reason(String given) {
        String reason = given.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (reason.codePoints().noneMatch(Character::isLetter) || reason.length() > LONGEST_REASON) {
            throw new InvalidInputException("Say why the finding does not apply, in at most 1,000 characters.");
        }
        return reason;
    }

    private Postmortem lockFor(PostmortemKey key, String actor) {
        Postmortem postmortem = postmortems.lock(key);
        if (!mayReview(postmortem, actor)) {
            throw new ForbiddenException("Only a reviewer who did not write " + key
                    + " may set its findings aside. Its author answers them in the text:"
                    + " <!-- followthrough: ignore RULE -- reason -->");
        }
        if (postmortem.status().isPublished()) {
            throw new ConflictException(key + " is published: its findings are part of what was approved.");
        }
        return postmortem;
    }

    private boolean mayReview(Postmortem postmortem, String actor) {
        Person person = people.find(actor).orElse(null);
        return person != null
                && !postmortem.author().equals(actor)
                && Stream.of(Role.REVIEWER, Role.MANAGER, Role.ADMIN).anyMatch(person::is);
    }

    private Suppression withId(PostmortemKey key, long id) {
        return store.of(key).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(key + " has no suppression " + id + "."));
    }

    private static String told(Suppression suppression) {
        String words = suppression.words();
        if (suppression.everywhere()) {
            return "Every finding of " + suppression.rule();
        }
        return suppression.rule()
                + (words.isEmpty()
                        ? ""
                        : " at \""
                                + (words.length() <= LONGEST_QUOTE
                                        ? words
                                        : words.substring(0, LONGEST_QUOTE - 1) + "…")
                                + "\"");
    }

    /**
     * A suppression with what it answers.
     *
     * @param findings of the present text; none when it was taken back or its words are gone
     */
    public record Answer(Suppression suppression, List<Finding> findings) {}
}
