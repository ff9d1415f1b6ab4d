package io.followthrough.review;

import io.followthrough.notification.Message;
import io.followthrough.notification.Message.Fact;
import io.followthrough.notification.Message.Link;
import io.followthrough.notification.Notifications;
import io.followthrough.platform.FollowthroughProperties;
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
    private final Notifications notifications;
    private final People people;
    private final FollowthroughProperties properties;

    ReviewReminders(
            Postmortems postmortems,
            ReviewVerdictRepository verdicts,
            Notifications notifications,
            People people,
            FollowthroughProperties properties) {
        this.postmortems = postmortems;
        this.verdicts = verdicts;
        this.notifications = notifications;
        this.people = people;
        this.properties = properties;
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
        notifications.send(new Message(
                occasion + ":" + key + ":" + round,
                key.toString(),
                recipients,
                "Please review " + key + ": " + postmortem.title(),
                List.of("A postmortem waits for a review. " + reason),
                List.of(
                        new Fact("Postmortem", key + " " + postmortem.title()),
                        new Fact("Author", postmortem.author())),
                new Link("Open the Tasklist", properties.link("/camunda/app/tasklist/default/"))));
    }
}
