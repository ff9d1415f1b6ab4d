package io.followthrough.review;

import io.followthrough.notification.Notice;
import io.followthrough.notification.Notices;
import io.followthrough.notification.Todo;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.Postmortems;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people that a review waits; each of them once a round, however often it is asked for. */
@Service
@Transactional
public class ReviewReminders {

    private final Postmortems postmortems;
    private final ReviewVerdictRepository verdicts;
    private final Notices notices;
    private final People people;

    ReviewReminders(Postmortems postmortems, ReviewVerdictRepository verdicts, Notices notices, People people) {
        this.postmortems = postmortems;
        this.verdicts = verdicts;
        this.notices = notices;
        this.people = people;
    }

    /** Reminds every reviewer who may judge it. */
    public void remindReviewers(PostmortemKey key) {
        tell(key, Role.REVIEWER, "review-reminder", "It has waited for two days.");
    }

    /** Asks the managers to review in place of the reviewers. */
    public void callInManagers(PostmortemKey key) {
        tell(key, Role.MANAGER, "review-overdue", "No reviewer has judged it for four days, so that you may now.");
    }

    private void tell(PostmortemKey key, Role role, String occasion, String reason) {
        Postmortem postmortem = postmortems.get(key);
        List<String> recipients = people.inRole(role).stream()
                .map(Person::id)
                .filter(person -> !person.equals(postmortem.author()))
                .toList();
        int round = verdicts.findByPostmortemOrderByDecidedAtDesc(key.number()).size() + 1;
        notices.collect(new Notice(
                occasion + ":" + key + ":" + round,
                key.toString(),
                recipients,
                Todo.REVIEW,
                postmortem.title(),
                "A postmortem by " + nameOf(postmortem.author()) + " waits for a review. " + reason,
                "",
                "/postmortems/" + key));
    }

    private String nameOf(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }
}
