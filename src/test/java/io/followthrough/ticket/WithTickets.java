package io.followthrough.ticket;

import static io.followthrough.ADocument.aDocument;
import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.History;
import io.followthrough.platform.HistoryEntry;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.Postmortems;
import io.followthrough.review.Reviews;
import io.followthrough.review.Verdict;
import io.followthrough.sandbox.JiraSandbox;
import io.followthrough.sandbox.SandboxExchange;
import io.followthrough.sandbox.SandboxIssue;
import io.followthrough.ticket.process.TicketWorker;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Integration tests of tickets in the sandbox, over real HTTP; what runs by itself otherwise is run by hand. */
public abstract class WithTickets extends IntegrationTest {

    protected static final String CREATE = "POST /rest/api/3/issue";

    @Autowired
    protected Postmortems postmortems;

    @Autowired
    protected ActionItems items;

    @Autowired
    protected Tickets tickets;

    @Autowired
    protected TicketTroubles troubles;

    @Autowired
    protected TicketWorker worker;

    @Autowired
    protected TicketDesk desk;

    @Autowired
    protected Reconciliation reconciliation;

    @Autowired
    protected JiraSandbox sandbox;

    @Autowired
    protected History history;

    @Autowired
    private Reviews reviews;

    @BeforeEach
    @AfterEach
    void calm() {
        sandbox.misbehave().reset();
        jdbc.update("delete from tracker_pause");
        jdbc.update("update ticket_hint set done_at = now() where done_at is null");
        jdbc.update("update ticket_edit set done_at = now() where done_at is null");
        jdbc.update("update ticket set twin_search_at = null");
        // What was made while a test had moved the clock ahead is not there yet for the tracker's search.
        jdbc.update("update ticket set sent_at = timestamptz '2000-01-01' where sent_at > now()");
    }

    /** A published postmortem with an action item for each line, or one of its own when there is none. */
    protected PostmortemKey published(String... actionItems) {
        PostmortemKey key = postmortems
                .create(aDocument().promising(actionItems).text(), "author")
                .key();
        postmortems.submit(key, "author");
        reviews.decide(key, "reviewer", Verdict.APPROVE, "");
        engine.runDueJobs(key.toString());
        items.of(key).forEach(item -> engine.runDueJobs(item.id()));
        return key;
    }

    /** Id of the only open item of a new postmortem; its ticket is not made yet. */
    protected String anItem() {
        return items.of(published()).get(0).id();
    }

    /** Id of the only open item of a new postmortem, with its ticket made and read. */
    protected String anItemWithATicket() {
        String id = anItem();
        worker.drain();
        desk.round();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LINKED);
        return id;
    }

    protected ActionItem item(String id) {
        return items.get(id);
    }

    protected TicketView ticket(String id) {
        return tickets.of(id).orElseThrow();
    }

    /** The one ticket of the item, counted in the tracker. */
    protected SandboxIssue only(String id) {
        List<SandboxIssue> found = inTracker(id);
        assertThat(found).as("tickets of %s", id).hasSize(1);
        return found.get(0);
    }

    /** What the tracker holds for this item, whatever we know of it. */
    protected List<SandboxIssue> inTracker(String id) {
        String marker = jdbc.queryForObject("select marker from ticket where action_item = ?", String.class, id);
        return sandbox.issues().stream()
                .filter(issue -> issue.labels().contains(marker))
                .toList();
    }

    /** Lets the worker work once a minute for so many minutes. */
    protected void workFor(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            worker.drain();
            time.tick(Duration.ofMinutes(1));
        }
    }

    /** How often the tracker was called while this was done. */
    protected int callsDuring(Runnable work) {
        List<SandboxExchange> before = sandbox.exchanges();
        SandboxExchange last = before.isEmpty() ? null : before.get(before.size() - 1);
        work.run();
        int calls = 0;
        List<SandboxExchange> after = sandbox.exchanges();
        // The sandbox remembers only so many calls, hence by identity from the end.
        for (int i = after.size() - 1; i >= 0 && after.get(i) != last; i--) {
            calls++;
        }
        return calls;
    }

    protected List<String> deeds(String id) {
        return history.of(id).stream().map(HistoryEntry::action).toList();
    }

    protected void moveDueDateInTracker(String key, LocalDate due) {
        trackerUser()
                .send("PUT", api() + "/issue/" + key, "application/json", "{\"fields\":{\"duedate\":\"" + due + "\"}}");
    }

    /** Below which the tracker's REST API is. */
    protected String api() {
        return "/rest/api/3";
    }

    protected Visitor trackerUser() {
        Visitor script = new Visitor(sandbox.url());
        return api().endsWith("/2")
                ? script.with("Authorization", "Bearer sandbox")
                : script.withBasic("followthrough@example.org", "sandbox");
    }

    /** Key of a ticket that somebody made by hand. */
    protected String aTicketOfSomebody() {
        List<String> before = sandbox.issues().stream().map(SandboxIssue::key).toList();
        trackerUser()
                .postJson(
                        api() + "/issue",
                        "{\"fields\":{\"project\":{\"key\":\"OPS\"},\"issuetype\":{\"name\":\"Task\"},"
                                + "\"summary\":\"Somebody made this by hand\"}}");
        return sandbox.issues().stream()
                .map(SandboxIssue::key)
                .filter(key -> !before.contains(key))
                .findFirst()
                .orElseThrow();
    }
}
