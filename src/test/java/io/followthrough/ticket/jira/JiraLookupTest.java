package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.ticket.TicketChange;
import io.followthrough.ticket.TicketSnapshot;
import io.followthrough.ticket.TicketTracker.ChangesOutcome;
import io.followthrough.ticket.TicketTracker.FetchOutcome;
import io.followthrough.ticket.TicketTracker.SearchOutcome;
import io.followthrough.ticket.TrackerProblem.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JiraLookupTest {

    private final StubJira jira = new StubJira();

    @AfterEach
    void stop() {
        jira.close();
    }

    @Test
    void readsAloneWhatJiraCouldNotPutIntoTheBulk() {
        jira.on("POST /issue/bulkfetch", bulk(issue(1), error(2)));
        jira.on("GET /issue/2?", issue(2));

        FetchOutcome outcome = jira.tracker().fetch(List.of("1", "2"));

        assertThat(((FetchOutcome.Found) outcome).byId()).containsOnlyKeys("1", "2");
    }

    @Test
    void doesNotTakeATicketForGoneThatCannotBeReadNow() {
        jira.on("POST /issue/bulkfetch", bulk(issue(1), error(2)));
        jira.on("GET /issue/2?", "<html>Later</html>");

        FetchOutcome outcome = jira.tracker().fetch(List.of("1", "2"));

        assertThat(((FetchOutcome.Failed) outcome).problem().kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void missesATicketThatIsGoneWhenItIsReadAlone() {
        jira.on("POST /issue/bulkfetch", bulk(issue(1), error(2)));

        FetchOutcome outcome = jira.tracker().fetch(List.of("1", "2"));

        assertThat(((FetchOutcome.Found) outcome).byId()).containsOnlyKeys("1");
    }

    @Test
    void namesTheTicketWeMadeBeforeCopiesOfIt() {
        String copy = issue(3);
        String made = issue(7).replaceFirst("\\{", "{\"properties\":{\"followthrough\":{\"marker\":\"m\"}},");
        jira.on("POST /search/jql", "{\"issues\":[" + copy + "," + made + "," + issue(20) + "],\"isLast\":true}");

        SearchOutcome outcome = jira.tracker().findByMarker("m");

        assertThat(((SearchOutcome.Found) outcome).tickets())
                .extracting(TicketSnapshot::id)
                .containsExactly("7", "3", "20");
    }

    @Test
    void asksForTheChangesOfManyTicketsAtOnceAndAloneForWhatDidNotFit() {
        jira.on("POST /issue/bulkfetch", bulk(changed(1, "Kim"), error(2)));
        jira.on("GET /issue/2?", changed(2, "Ann"));

        ChangesOutcome outcome = jira.tracker().changes(List.of("1", "2", "3"));

        assertThat(((ChangesOutcome.Found) outcome).byId())
                .containsOnlyKeys("1", "2")
                .allSatisfy((id, changes) -> {
                    assertThat(changes.newestFirst())
                            .extracting(TicketChange::who)
                            .containsExactly(id.equals("1") ? "Kim" : "Ann");
                    assertThat(changes.newestFirst())
                            .extracting(TicketChange::field)
                            .containsExactly("status");
                });
        assertThat(jira.bodyOf("POST /issue/bulkfetch"))
                .contains("\"issueIdsOrKeys\":[\"1\",\"2\",\"3\"]", "\"expand\":[\"changelog\"]");
        assertThat(jira.calls())
                .filteredOn(call -> call.startsWith("GET /issue/2?"))
                .singleElement()
                .asString()
                .contains("expand=changelog");
    }

    @Test
    void knowsNoChangesWhenJiraFails() {
        jira.on("POST /issue/bulkfetch", "<html>Later</html>");

        assertThat(jira.tracker().changes(List.of("1"))).isInstanceOf(ChangesOutcome.Failed.class);
    }

    private static String bulk(String issue, String error) {
        return "{\"issues\":[" + issue + "],\"issueErrors\":[" + error + "]}";
    }

    private static String error(int id) {
        return "{\"id\":\"" + id + "\",\"errorMessage\":\"Payload too large\"}";
    }

    private static String issue(int id) {
        return """
                {"id":"%d","key":"OPS-%d","fields":{"status":{"name":"To Do","statusCategory":{"key":"new"}},
                 "labels":["m"],"updated":"2026-03-02T10:15:30.000+0000"}}
                """.formatted(id, id);
    }

    private static String changed(int id, String who) {
        return """
                {"id":"%d","fields":{"project":{"key":"OPS"},"issuetype":{"id":"7"}},
                 "changelog":{"histories":[{"author":{"displayName":"%s"},"created":"2026-03-02T10:15:30.000+0000",
                 "items":[{"field":"status","fromString":"To Do","toString":"Done"}]}]}}
                """.formatted(id, who);
    }
}
