package io.followthrough.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.RunMode;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemStatus;
import io.followthrough.postmortem.Postmortems;
import io.followthrough.review.Reviews;
import io.followthrough.team.Teams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SamplePostmortemsIT extends IntegrationTest {

    @Autowired
    private Postmortems postmortems;

    @Autowired
    private ActionItems items;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Teams teams;

    @Autowired
    private TransactionTemplate transactions;

    private long last;

    @BeforeEach
    void beginAnew() {
        jdbc.update("delete from setting where name = 'sample-postmortems'");
        last = lastNumber();
    }

    @AfterEach
    void leaveNoTeamBehind() {
        jdbc.update("delete from team");
    }

    @Test
    void areThereOnceHoweverOftenItStarts() {
        samples(true).handIn();
        samples(true).handIn();

        assertThat(since()).hasSize(2);
    }

    @Test
    void areOneThatIsFollowedAndOneThatWaits() {
        samples(true).handIn();

        List<PostmortemKey> keys = since();
        engine.runDueJobs(keys.get(0).toString());
        assertThat(postmortems.get(keys.get(0)).status()).isEqualTo(PostmortemStatus.TRACKING);
        assertThat(items.of(keys.get(0))).extracting(ActionItem::owner).contains("lead", "author", "reviewer");
        assertThat(postmortems.get(keys.get(1)).status()).isEqualTo(PostmortemStatus.IN_REVIEW);
        assertThat(items.of(keys.get(1))).isNotEmpty();
        assertThat(teams.of("author").orElseThrow().lead()).isEqualTo("lead");
    }

    @Test
    void areNotHandedInInEarnest() {
        samples(false).handIn();

        assertThat(since()).isEmpty();
    }

    private SamplePostmortems samples(boolean tryIt) {
        return new SamplePostmortems(new RunMode(tryIt), postmortems, items, reviews, teams, jdbc, transactions);
    }

    private List<PostmortemKey> since() {
        return jdbc
                .queryForList("select number from postmortem where number > ? order by number", Long.class, last)
                .stream()
                .map(PostmortemKey::new)
                .toList();
    }

    private long lastNumber() {
        Long number = jdbc.queryForObject("select coalesce(max(number), 0) from postmortem", Long.class);
        return number == null ? 0 : number;
    }
}
