package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Visitor;
import io.followthrough.actionitem.ActionItem;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemStatus;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.actionitem.Settlement;
import io.followthrough.notification.ActionLinks;
import io.followthrough.notification.LinkPurpose;
import io.followthrough.notification.Message;
import io.followthrough.notification.Notifications;
import io.followthrough.platform.History;
import io.followthrough.platform.HistoryEntry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ItemLinksIT extends WithOpenItems {

    @Autowired
    private ActionLinks links;

    @Autowired
    private ActionItems items;

    @Autowired
    private History history;

    @Autowired
    private Notifications notifications;

    @Autowired
    private TransactionTemplate transactions;

    private String id;
    private LocalDate due;

    @BeforeEach
    void beOwned() {
        due = time.today().plusDays(20);
        id = anOpenItem(Priority.P2, due);
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingWhenAProgramLooksAtTheLink(LinkPurpose purpose) {
        String path = link(purpose);
        int before = history.of(id).size();

        anybody().get(path);
        anybody().send("HEAD", path, "text/plain", "");
        visitor("author").get(path);
        visitor("author").get(path);

        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(items.get(id).dueDate()).isEqualTo(due);
        assertThat(items.get(id).owner()).isEqualTo("author");
        assertThat(history.of(id)).hasSize(before);
    }

    @Test
    void settlesAnItemWithoutATicketForItsOwnerWithoutALogin() {
        String path = link(LinkPurpose.CLAIM_DONE);
        Visitor reader = anybody();
        assertThat(reader.get(path).body()).contains("Watch the disks", "In the name of Ann Author");

        HttpResponse<String> answer = reader.postForm(path, Map.of("reason", "The alarm rings"));

        assertThat(answer.body()).contains("is settled");
        assertThat(items.get(id).settlement()).isEqualTo(Settlement.DONE);
        assertThat(deeds()).contains("author claimed-done The alarm rings", "author settled The alarm rings");
        assertThat(reader.get(path).body()).contains("This link was used");
    }

    @Test
    void tellsTheTicketAndWaitsForItToBeClosed() {
        jdbc.update(
                "update ticket set state = 'LINKED', ticket_key = 'OPS-4711', tracker_id = ? where action_item = ?",
                id,
                id);
        if (count("select count(*) from ticket where action_item = ?") == 0) {
            throw new AssertionError("An open item has a ticket to be made");
        }

        String answer = anybody()
                .postForm(link(LinkPurpose.CLAIM_DONE), Map.of("reason", "The alarm rings"))
                .body();

        assertThat(answer).contains("OPS-4711");
        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
        assertThat(jdbc.queryForObject(
                        "select comment from ticket_edit where action_item = ? and label = 'pm-claimed-done'",
                        String.class,
                        id))
                .contains("Ann Author says that it is done: The alarm rings");
    }

    @Test
    void givesMoreTimeOnceAndKeepsTheReason() {
        String path = link(LinkPurpose.MORE_TIME);
        LocalDate later = due.plusDays(7);
        Map<String, String> form = Map.of("due", later.toString(), "reason", "The disks are on their way");

        String first = anybody().postForm(path, form).body();
        items.edit(id, new ActionItemEdit(null, null, due, null), "author");
        String second = anybody().postForm(path, form).body();

        assertThat(first).contains("is due on " + later);
        assertThat(second).contains("This link was used");
        assertThat(items.get(id).dueDate()).isEqualTo(due);
        assertThat(deeds())
                .contains(
                        "author extended Extension 1 of 2, until " + later + ": The disks are on their way",
                        "author rescheduled From " + due + " to " + later);
    }

    @Test
    void asksAgainWithoutUsingTheLinkUpWhenTheDayIsOfNoUse() {
        String path = link(LinkPurpose.MORE_TIME);

        for (LocalDate day : List.of(due, due.minusDays(30), due.plusDays(11))) {
            assertThat(anybody()
                            .postForm(path, Map.of("due", day.toString(), "reason", "Later"))
                            .body())
                    .contains("role=\"alert\"", "2 extensions, this one at most until " + due.plusDays(10));
        }
        assertThat(anybody()
                        .postForm(path, Map.of("due", due.plusDays(2).toString(), "reason", " "))
                        .body())
                .contains("Say why it takes longer.");

        assertThat(items.get(id).dueDate()).isEqualTo(due);
        assertThat(anybody()
                        .postForm(path, Map.of("due", due.plusDays(2).toString(), "reason", "Later"))
                        .body())
                .contains("is due on");
    }

    @Test
    void handsOverAfterLoggingInOnly() {
        String path = link(LinkPurpose.HAND_OVER);
        Map<String, String> form = Map.of("owner", "lead", "reason", "I am away");

        assertThat(anybody().get(path).headers().firstValue("location").orElseThrow())
                .endsWith("/login");
        assertThat(anybody()
                        .get(path + "/login")
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .endsWith("/login");
        assertThat(anybody().postForm(path, form).statusCode()).isEqualTo(302);
        assertThat(items.get(id).owner()).isEqualTo("author");

        Visitor author = visitor("author");
        assertThat(author.get(path + "/login").body()).contains("Lea").doesNotContain("value=\"author\"");
        assertThat(author.postForm(path, form).body()).contains("Leo Lead is asked to take " + id);
        assertThat(items.get(id).owner()).isEqualTo("author");
        assertThat(deeds()).contains("author offered To Leo Lead: I am away");

        String answer = link(LinkPurpose.ANSWER, "lead");
        assertThat(anybody().get(answer).body()).contains("Ann Author asks you to take it over", "I am away");
        assertThat(anybody().postForm(answer, Map.of("answer", "accept")).body())
                .contains("You own " + id + " now");
        assertThat(items.get(id).owner()).isEqualTo("lead");
        assertThat(jdbc.queryForList(
                        "select words from notice where about = ? and recipient = 'lead'", String.class, id))
                .singleElement()
                .asString()
                .startsWith("Ann Author asks you to take this over from Ann Author: I am away");
    }

    @Test
    void declinesByALinkAndTellsWhoAsked() {
        author().postForm(link(LinkPurpose.HAND_OVER), Map.of("owner", "lead", "reason", "I am away"));
        String answer = link(LinkPurpose.ANSWER, "lead");

        assertThat(anybody()
                        .postForm(answer, Map.of("answer", "decline", "reason", ""))
                        .body())
                .contains("Say why you decline.");
        assertThat(anybody()
                        .postForm(answer, Map.of("answer", "decline", "reason", "I am away, too"))
                        .body())
                .contains("stays with its owner");

        assertThat(items.get(id).owner()).isEqualTo("author");
        assertThat(anybody().get(answer).body()).contains("This link was used");
        assertThat(count("select count(*) from notice where about = ? and recipient = 'author'"
                        + " and words = 'Leo Lead has declined it: I am away, too'"))
                .isEqualTo(1);
    }

    @Test
    void givesMoreTimeTwiceAtMost() {
        for (int extension = 1; extension <= 2; extension++) {
            LocalDate latest = items.get(id).dueDate().plusDays(10);
            assertThat(anybody()
                            .postForm(link(LinkPurpose.MORE_TIME), Map.of("due", latest.toString(), "reason", "Later"))
                            .body())
                    .contains("is due on " + latest);
        }
        LocalDate last = items.get(id).dueDate();

        assertThat(anybody().get(link(LinkPurpose.MORE_TIME)).body())
                .contains("no more extensions, it has had 2")
                .doesNotContain("Take more time");
        assertThat(anybody()
                        .postForm(
                                link(LinkPurpose.MORE_TIME),
                                Map.of("due", last.plusDays(1).toString(), "reason", "Later"))
                        .body())
                .contains("role=\"alert\"");
        assertThat(items.get(id).dueDate()).isEqualTo(last);
    }

    @Test
    void servesNobodyButItsReader() {
        assertThat(visitor("manager").get(link(LinkPurpose.CLAIM_DONE)).statusCode())
                .isEqualTo(403);
        assertThat(visitor("manager")
                        .postForm(link(LinkPurpose.CLAIM_DONE), Map.of("reason", "Done"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
    }

    @Test
    void refusesWhatIsForgedCutOrTooOld() {
        String path = link(LinkPurpose.CLAIM_DONE);
        String other = link(LinkPurpose.MORE_TIME);
        String mixed = other.substring(0, other.indexOf('.')) + path.substring(path.indexOf('.'));

        for (String forged :
                List.of(mixed, path.substring(0, path.length() - 4), path + "AA", "/links/none", "/links/a.b")) {
            assertThat(anybody().get(forged).statusCode()).as(forged).isEqualTo(404);
            assertThat(anybody().postForm(forged, Map.of("reason", "Done")).statusCode())
                    .as(forged)
                    .isEqualTo(404);
        }
        time.tick(Duration.ofDays(7));
        assertThat(anybody().get(path).body()).contains("too old");
    }

    @Test
    void isOfNoUseOnceTheItemHasAnotherOwnerOrDayOrIsSettled() {
        String path = link(LinkPurpose.CLAIM_DONE);
        items.edit(id, new ActionItemEdit("lead", null, null, null), "author");
        assertThat(anybody().get(path).body()).contains("has another owner now");
        items.edit(id, new ActionItemEdit("author", null, due.plusDays(1), null), "lead");
        assertThat(anybody().postForm(path, Map.of("reason", "Done")).body()).contains("has another due date");
        String fresh = link(LinkPurpose.CLAIM_DONE);
        items.settle(id, Settlement.WONT_DO, "reviewer", "No need");
        assertThat(anybody().postForm(fresh, Map.of("reason", "Done")).body()).contains("is settled");
        assertThat(items.get(id).settlement()).isEqualTo(Settlement.WONT_DO);
    }

    @Test
    void takesNoFormOfAnotherSite() {
        assertThat(anybody()
                        .send("POST", link(LinkPurpose.CLAIM_DONE), "application/x-www-form-urlencoded", "reason=Done")
                        .statusCode())
                .isIn(302, 403);
        assertThat(items.get(id).status()).isEqualTo(ActionItemStatus.OPEN);
    }

    @Test
    void hidesTheLinksFromManagersWhoReadTheMessage() {
        String address = links.address(LinkPurpose.CLAIM_DONE, id, "author", 1);
        transactions.executeWithoutResult(status -> notifications.send(new Message(
                "test/" + id,
                id,
                List.of("author"),
                "Links of " + id,
                List.of(),
                List.of(),
                new Message.Link("Done", address))));
        Long message = jdbc.queryForObject("select id from message where about = ?", Long.class, id);
        String token = address.substring(address.lastIndexOf('/'));

        assertThat(visitor("author").get("/messages/" + message).body()).contains(token);
        for (String path : List.of("/messages/" + message, "/messages/" + message + "/mail")) {
            assertThat(visitor("manager").get(path).body())
                    .doesNotContain(token)
                    .contains("only-for-its-reader");
        }
    }

    private Visitor author() {
        return visitor("author");
    }

    private String link(LinkPurpose purpose) {
        return link(purpose, "author");
    }

    private String link(LinkPurpose purpose, String person) {
        ActionItem item = items.get(id);
        String address = links.address(purpose, id, person, item.dueDateCycle());
        return address.substring(base.toString().length());
    }

    private List<String> deeds() {
        return history.of(id).stream().map(ItemLinksIT::words).toList();
    }

    private static String words(HistoryEntry entry) {
        return entry.actor() + " " + entry.action() + " " + entry.detail();
    }

    private int count(String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class, id);
        return count == null ? 0 : count;
    }
}
