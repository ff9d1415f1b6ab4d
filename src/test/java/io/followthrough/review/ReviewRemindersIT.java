package io.followthrough.review;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemLifecycleBpmn.Elements;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.Postmortems;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReviewRemindersIT extends IntegrationTest {

    @Autowired
    private Postmortems postmortems;

    @Autowired
    private Reviews reviews;

    @Test
    void remindsEveryReviewerButTheAuthorAfterTwoDays() {
        PostmortemKey key = inReview("lead");

        time.tick(Duration.ofDays(2).plusMinutes(1));
        engine.runDueJobs(key.toString());

        assertThat(told(key)).contains("reviewer").doesNotContain("lead", "manager");
        assertThat(engine.waitsAt(key.toString())).contains(Elements.REVIEW_POSTMORTEM);
    }

    @Test
    void callsInTheManagersAfterFourDaysAndTheyMayReview() {
        PostmortemKey key = inReview("author");

        time.tick(Duration.ofDays(4).plusMinutes(1));
        engine.runDueJobs(key.toString());
        reviews.decide(key, "manager", Verdict.REQUEST_CHANGES, "Say when it was noticed");

        assertThat(told(key)).contains("manager");
        assertThat(postmortems.get(key).status()).isEqualTo(PostmortemStatus.DRAFT);
    }

    private PostmortemKey inReview(String author) {
        PostmortemKey key = postmortems.create(aDocument().text(), author).key();
        postmortems.submit(key, author);
        engine.runDueJobs(key.toString());
        return key;
    }

    private List<String> told(PostmortemKey key) {
        return jdbc.queryForList("select recipient from notice where about = ?", String.class, key.toString());
    }
}
