package io.followthrough.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.TestDatabase;
import io.followthrough.Visitor;
import io.followthrough.WrongRequests;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@WrongRequests
class JiraSandboxTest extends WithASandbox {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:15:30Z"), ZoneOffset.UTC);
    private static final String MINIMAL = """
            {"fields":{"project":{"key":"OPS"},"issuetype":{"name":"Task"},"summary":"Alert on a full disk","labels":["a"]}}
            """;

    @Override
    JiraSandbox started() {
        return JiraSandbox.start(SandboxSettings.simple(), CLOCK);
    }

    @Test
    void createsAnIssueThatCanBeReadAndFound() {
        JsonNode created = json(script().postJson("/rest/api/3/issue", MINIMAL));

        assertThat(created.path("key").asText()).isEqualTo("OPS-1");
        JsonNode read = json(script().get("/rest/api/3/issue/OPS-1"));
        assertThat(read.at("/fields/status/statusCategory/key").asText()).isEqualTo("new");
        assertThat(search("project = OPS AND labels = \"a\" order by created")).containsExactly("OPS-1");
        assertThat(search("labels in (b, 'c')")).isEmpty();
    }

    @Test
    void namesEachFieldItRefuses() {
        HttpResponse<String> refused = script().postJson("/rest/api/3/issue", """
                        {"fields":{"project":{"key":"OPS"},"issuetype":{"id":"10001"},"summary":"two\\nlines",
                         "priority":{"name":"Urgent"},"labels":["with space"],"description":"no document","colour":"red"}}
                        """);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("errors").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("summary", "priority", "labels", "description", "colour");
        assertThat(sandbox.issues()).isEmpty();
    }

    @Test
    void changesEverythingOrNothingInOneEdit() {
        script().postJson("/rest/api/3/issue", MINIMAL);

        HttpResponse<String> refused = script().send("PUT", "/rest/api/3/issue/OPS-1", "application/json", """
                        {"update":{"labels":[{"add":"b"}],"priority":[{"set":{"id":"99"}}]}}
                        """);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(sandbox.issues().get(0).labels()).containsExactly("a");
    }

    @Test
    void treatsAWrongTokenAsJiraDoes() {
        Visitor stranger = new Visitor(sandbox.url()).withBasic("followthrough@example.org", "expired");

        HttpResponse<String> search = stranger.postJson("/rest/api/3/search/jql", "{\"jql\":\"project = OPS\"}");
        assertThat(search.statusCode()).isEqualTo(200);
        assertThat(search.headers().firstValue("X-Seraph-LoginReason")).contains("AUTHENTICATED_FAILED");
        assertThat(stranger.get("/rest/api/3/myself").statusCode()).isEqualTo(401);
    }

    @Test
    void misbehavesAsOftenAsToldAndNoMore() {
        sandbox.misbehave().next(Fault.THROTTLED, 1);

        HttpResponse<String> throttled = script().get("/rest/api/3/myself");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
        assertThat(script().get("/rest/api/3/myself").statusCode()).isEqualTo(200);
    }

    @Test
    void losesAnAnswerAfterDoingWhatWasAsked() {
        sandbox.misbehave().next(Fault.ANSWER_LOST, 1);

        assertThatThrownBy(() -> script().postJson("/rest/api/3/issue", MINIMAL))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(sandbox.issues()).hasSize(1);
    }

    @Test
    void hidesNewIssuesFromTheSearchWhileItLags() {
        sandbox.misbehave().searchLag(Duration.ofMinutes(2));
        script().postJson("/rest/api/3/issue", MINIMAL);

        assertThat(search("labels = a")).isEmpty();
        sandbox.misbehave().reset();
        assertThat(search("labels = a")).containsExactly("OPS-1");
    }

    @Test
    void saysOnEveryPageThatItIsNotJira() {
        script().postJson("/rest/api/3/issue", MINIMAL);

        for (String page : List.of("/", "/browse/OPS-1", "/misbehave", "/browse/OPS-404")) {
            assertThat(browser().get(page).body()).as(page).contains("This is not Jira: it is Followthrough's sandbox");
        }
    }

    @Test
    void movesCommentsAndDeletesOnItsPages() {
        script().postJson("/rest/api/3/issue", MINIMAL);

        press("/browse/OPS-1/move", "to=10002");
        press("/browse/OPS-1/comment", "body=Done+%3Cb%3Etoday%3C%2Fb%3E");
        press("/browse/OPS-1/edit", "duedate=2026-03-09&priority=1");

        SandboxIssue issue = sandbox.issues().get(0);
        assertThat(issue.status()).isEqualTo("Done");
        assertThat(issue.comments()).containsExactly("Done <b>today</b>");
        assertThat(issue.priority()).isEqualTo("Highest");
        assertThat(browser().get("/browse/OPS-1").body()).contains("Done &lt;b&gt;today&lt;/b&gt;");
        press("/browse/OPS-1/delete", "");
        assertThat(sandbox.issues()).isEmpty();
    }

    @Test
    void ignoresFormsOfOtherSites() {
        script().postJson("/rest/api/3/issue", MINIMAL);

        HttpResponse<String> forged = browser()
                .with("Origin", "https://evil.example")
                .send("POST", "/browse/OPS-1/delete", "application/x-www-form-urlencoded", "");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(sandbox.issues()).hasSize(1);
    }

    @Test
    void keepsTicketsOverARestartAndGivesNoNumberTwice() {
        DriverManagerDataSource database =
                new DriverManagerDataSource(TestDatabase.url("sandbox"), TestDatabase.USER, "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V070__create_jira_sandbox.sql"))
                .execute(database);
        restartOn(database);
        script().postJson("/rest/api/3/issue", MINIMAL);
        script().postJson("/rest/api/3/issue", MINIMAL);
        sandbox.move("OPS-1", "In Progress");
        sandbox.delete("OPS-2");
        List<SandboxIssue> before = sandbox.issues();

        restartOn(database);

        assertThat(sandbox.issues()).isEqualTo(before).hasSize(1);
        assertThat(json(script().postJson("/rest/api/3/issue", MINIMAL))
                        .path("key")
                        .asText())
                .isEqualTo("OPS-3");
    }

    private void restartOn(DriverManagerDataSource database) {
        sandbox.close();
        sandbox = JiraSandbox.start(SandboxSettings.simple(), new JdbcIssueStore(new JdbcTemplate(database)), CLOCK);
    }

    private List<String> search(String jql) {
        HttpResponse<String> answer = script().postJson(
                        "/rest/api/3/search/jql",
                        new ObjectMapper()
                                .valueToTree(Map.of("jql", jql, "fields", List.of("labels")))
                                .toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("issues").findValuesAsText("key");
    }
}
