package io.followthrough.demo;

import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.document.Documents;
import io.followthrough.platform.DemoPerson;
import io.followthrough.platform.RunMode;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.Postmortems;
import io.followthrough.review.Reviews;
import io.followthrough.review.Verdict;
import io.followthrough.team.TeamDraft;
import io.followthrough.team.Teams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forms a team and hands in two postmortems of our own at the first start of a try-out: one is approved, the other waits
 * for review.
 */
@Component
@ConditionalOnProperty("followthrough.demo.enabled")
class SamplePostmortems {

    /** Approved: its action items are followed at once, each owned by somebody else. */
    private static final String APPROVED = "samples/checkout-memory-leak.md";

    private static final String IN_REVIEW = "samples/dns-expiry.txt";
    private static final List<DemoPerson> OWNERS =
            List.of(DemoPerson.LEAD, DemoPerson.AUTHOR, DemoPerson.REVIEWER, DemoPerson.LEAD);

    private final RunMode runMode;
    private final Postmortems postmortems;
    private final ActionItems items;
    private final Reviews reviews;
    private final Teams teams;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    SamplePostmortems(
            RunMode runMode,
            Postmortems postmortems,
            ActionItems items,
            Reviews reviews,
            Teams teams,
            JdbcTemplate jdbc,
            TransactionTemplate transactions) {
        this.runMode = runMode;
        this.postmortems = postmortems;
        this.items = items;
        this.reviews = reviews;
        this.teams = teams;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void handIn() {
        if (runMode.tryIt()) {
            transactions.executeWithoutResult(status -> handInOnce());
        }
    }

    private void handInOnce() {
        boolean first = jdbc.update("insert into setting (name, value) values ('sample-postmortems', 'handed in')"
                        + " on conflict (name) do nothing")
                == 1;
        if (!first) {
            return;
        }
        teams.found(
                new TeamDraft(
                        "Checkout",
                        DemoPerson.LEAD.id(),
                        DemoPerson.MANAGER.id(),
                        DemoPerson.ADMIN.id(),
                        List.of(DemoPerson.AUTHOR.id(), DemoPerson.REVIEWER.id(), DemoPerson.LEAD.id())),
                DemoPerson.ADMIN.id());
        PostmortemKey approved = submit(APPROVED);
        List<ActionItem> promised = items.of(approved);
        for (int i = 0; i < promised.size(); i++) {
            String owner = OWNERS.get(i % OWNERS.size()).id();
            items.edit(promised.get(i).id(), new ActionItemEdit(owner, null, null, null), DemoPerson.REVIEWER.id());
        }
        reviews.decide(approved, DemoPerson.REVIEWER.id(), Verdict.APPROVE, "Thorough, thank you.");
        submit(IN_REVIEW);
    }

    private PostmortemKey submit(String sample) {
        String author = DemoPerson.AUTHOR.id();
        PostmortemKey key = postmortems.create(text(sample), author).key();
        postmortems.submit(key, author);
        return key;
    }

    private static String text(String sample) {
        try (InputStream file = new ClassPathResource(sample).getInputStream()) {
            return Documents.decode(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
