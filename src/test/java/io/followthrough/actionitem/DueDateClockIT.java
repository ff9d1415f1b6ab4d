package io.followthrough.actionitem;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.Postmortems;
import io.followthrough.review.Reviews;
import io.followthrough.review.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From when the days of the policy are counted. */
class DueDateClockIT extends IntegrationTest {

    @Autowired
    private Postmortems postmortems;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ActionItems items;

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 2", "4, 4", "6, 4"})
    void countsFromPublicationButASlowReviewBuysNoMoreThanItsDeadline(int reviewed, int bought) throws IOException {
        String document = Files.readString(Path.of("src/main/resources/samples/checkout-memory-leak.md"));
        PostmortemKey key = postmortems.create(document, "author").key();
        postmortems.submit(key, "author");
        List<LocalDate> proposed = byPolicy(key);
        assertThat(proposed).isNotEmpty();

        time.tick(Duration.ofDays(reviewed));
        reviews.decide(key, "reviewer", Verdict.APPROVE, "Thorough, thank you.");
        engine.runDueJobs(key.toString());

        assertThat(items.of(key)).extracting(ActionItem::status).containsOnly(ActionItemStatus.OPEN);
        assertThat(byPolicy(key))
                .containsExactlyElementsOf(
                        proposed.stream().map(day -> day.plusDays(bought)).toList());
    }

    private List<LocalDate> byPolicy(PostmortemKey key) {
        return items.of(key).stream()
                .filter(ActionItem::isDueDateProposed)
                .map(ActionItem::dueDate)
                .toList();
    }
}
