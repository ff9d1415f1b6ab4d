package io.followthrough.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.JiraContract;
import io.followthrough.Visitor;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox answers as Atlassian's document says, also to calls that the adapter does not make. */
class SandboxContractTest {

    private JiraSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = JiraSandbox.start(
                SandboxSettings.simple()
                        .withPeople(List.of(new SandboxPerson("account-kim", "Kim Roe", "kim@example.org"))),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void answersAsTheDocumentSays() {
        create();
        put("/issue/OPS-1", """
                {"fields":{"duedate":"2026-03-09"},"update":{"labels":[{"add":"b"},{"remove":"a"}],
                 "comment":[{"add":{"body":{"type":"doc","version":1,"content":[]}}}]}}
                """);
        put("/issue/OPS-1/assignee", "{\"accountId\":\"account-kim\"}");
        post("/issue/OPS-1/watchers", "\"account-kim\"");
        post("/issue/OPS-1/watchers", "\"nobody\"");
        get("/issue/OPS-1/watchers");
        get("/issue/OPS-1");
        get("/issue/OPS-1?fields=labels,status&properties=followthrough");
        get("/issue/OPS-1/transitions");
        post("/issue/OPS-1/transitions", "{\"transition\":{\"id\":\"31\"}}");
        post("/issue/OPS-1/comment", """
                {"body":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Hi"}]}]}}
                """);
        post(
                "/issue/bulkfetch",
                "{\"issueIdsOrKeys\":[\"10001\",\"4\"],\"fields\":[\"*all\"],\"expand\":[\"changelog\"]}");
        post("/search/jql", "{\"jql\":\"project = OPS\",\"fields\":[\"*all\"],\"properties\":[\"followthrough\"]}");
        post("/search/jql", "{\"jql\":\"key = OPS-77\"}");
        get("/issue/createmeta/OPS/issuetypes");
        get("/issue/createmeta/OPS/issuetypes/10001");
        get("/priority/search");
        get("/myself");
        get("/serverInfo");
        get("/project/OPS");
        get("/mypermissions?permissions=BROWSE_PROJECTS&projectKey=OPS");
        get("/user/assignable/search?query=kim&project=OPS");
        get("/issue/OPS-1/properties/followthrough");
        post("/issue", "{\"fields\":{}}");
        visitor().send("DELETE", "/rest/api/3/issue/OPS-1", "application/json", "");

        assertThat(sandbox.exchanges().stream().map(SandboxExchange::call)).hasSize(25);
        JiraContract.assertKept(sandbox.exchanges());
    }

    @Test
    void answersAsTheDocumentOfDataCenterSays() {
        JiraContract.need();
        try (JiraSandbox dataCenter = JiraSandbox.start(
                SandboxSettings.simple()
                        .withDialect(SandboxDialect.DATA_CENTER)
                        .withPeople(List.of(new SandboxPerson("sandbox:kim", "Kim Roe", "kim@example.org"))),
                Clock.systemUTC())) {
            Visitor script = new Visitor(dataCenter.url()).with("Authorization", "Bearer sandbox");
            String api = "/rest/api/2";
            script.postJson(api + "/issue", """
                    {"fields":{"project":{"key":"OPS"},"issuetype":{"id":"10001"},"summary":"Alert on a full disk",
                     "labels":["a"],"duedate":"2026-03-02","priority":{"id":"2"},"description":"*Why*"},
                     "properties":[{"key":"followthrough","value":{"marker":"m"}}]}
                    """);
            script.send("PUT", api + "/issue/OPS-1", "application/json", """
                    {"fields":{"duedate":"2026-03-09"},"update":{"labels":[{"add":"b"},{"remove":"a"}],
                     "comment":[{"add":{"body":"h1. Hi"}}]}}
                    """);
            script.send("PUT", api + "/issue/OPS-1/assignee", "application/json", "{\"name\":\"kim\"}");
            script.postJson(api + "/issue/OPS-1/watchers?userName=kim", "\"kim\"");
            script.postJson(api + "/issue/OPS-1/watchers", "\"nobody\"");
            script.get(api + "/issue/OPS-1/watchers");
            script.get(api + "/issue/OPS-1");
            script.get(api + "/issue/OPS-1?fields=labels,status");
            script.get(api + "/issue/OPS-1/properties/followthrough");
            script.get(api + "/issue/OPS-1/properties/other");
            script.get(api + "/issue/OPS-1/transitions");
            script.postJson(api + "/issue/OPS-1/transitions", "{\"transition\":{\"id\":\"31\"}}");
            script.postJson(api + "/issue/OPS-1/comment", "{\"body\":\"Hi\"}");
            script.postJson(
                    api + "/search",
                    "{\"jql\":\"id in (10001, 4)\",\"fields\":[\"*all\"],\"maxResults\":2,\"validateQuery\":false,\"expand\":[\"changelog\"]}");
            script.postJson(api + "/search", "{\"jql\":\"key = OPS-77\"}");
            script.get(api + "/issue/createmeta/OPS/issuetypes");
            script.get(api + "/issue/createmeta/OPS/issuetypes/10001");
            script.get(api + "/priority");
            script.get(api + "/myself");
            script.get(api + "/serverInfo");
            script.get(api + "/project/OPS");
            script.get(api + "/mypermissions?projectKey=OPS");
            script.get(api + "/user/assignable/search?username=kim&project=OPS");
            script.postJson(api + "/issue", "{\"fields\":{}}");
            script.send("DELETE", api + "/issue/OPS-1", "application/json", "");

            assertThat(dataCenter.exchanges()).hasSize(25);
            assertThat(dataCenter.exchanges().stream()
                            .map(SandboxExchange::status)
                            .filter(status -> status >= 400))
                    .containsExactly(404, 404, 400, 400);
            JiraContract.assertKept(dataCenter.exchanges());
        }
    }

    @Test
    void isHeldToADocumentOfDataCenterThatCanBeBroken() {
        JiraContract.need();
        SandboxExchange good = numbered("{\"jql\":\"x = 1\",\"startAt\":0}", "{\"issues\":[],\"total\":0}");
        JiraContract.assertKept(List.of(good));

        assertBroken(numbered("{\"jql\":\"x = 1\",\"nextPageToken\":\"t\"}", good.responseBody()));
        assertBroken(numbered(good.requestBody(), "{\"issues\":[],\"isLast\":true}"));
        assertBroken(numbered(good.requestBody(), "{\"issues\":[{\"id\":10001}]}"));
        assertBroken(numbered(good.requestBody(), "{\"issues\":[{\"fields\":{\"description\":{}}}]}"));
        assertBroken(
                new SandboxExchange("POST", "/rest/api/2/issue/bulkfetch", "", "{}", 200, "application/json", "{}"));
    }

    private static SandboxExchange numbered(String request, String response) {
        return new SandboxExchange(
                "POST", "/rest/api/2/search", "", request, 200, "application/json;charset=UTF-8", response);
    }

    @Test
    void isHeldToADocumentThatCanBeBroken() {
        SandboxExchange good = exchange("{\"jql\":\"x = 1\"}", "{\"issues\":[],\"isLast\":true}");
        JiraContract.assertKept(List.of(good));

        assertBroken(exchange("{\"jql\":\"x = 1\",\"startAt\":0}", good.responseBody()));
        assertBroken(exchange(good.requestBody(), "{\"issues\":[],\"total\":0}"));
        assertBroken(exchange(good.requestBody(), "{\"issues\":[{\"id\":10001}]}"));
        assertBroken(exchange(good.requestBody(), "{\"issues\":[{\"fields\":{\"description\":\"text\"}}]}"));
        assertBroken(new SandboxExchange("GET", "/rest/api/3/nothing", "", "", 200, "application/json", "{}"));
    }

    private void assertBroken(SandboxExchange exchange) {
        assertThatThrownBy(() -> JiraContract.assertKept(List.of(exchange))).isInstanceOf(AssertionError.class);
    }

    private static SandboxExchange exchange(String request, String response) {
        return new SandboxExchange(
                "POST", "/rest/api/3/search/jql", "", request, 200, "application/json;charset=UTF-8", response);
    }

    private void create() {
        post("/issue", """
                {"fields":{"project":{"key":"OPS"},"issuetype":{"id":"10001"},"summary":"Alert on a full disk",
                 "labels":["a"],"duedate":"2026-03-02","priority":{"id":"2"},
                 "description":{"type":"doc","version":1,"content":[{"type":"paragraph","content":
                  [{"type":"text","text":"Why"}]}]}},
                 "properties":[{"key":"followthrough","value":{"marker":"m"}}]}
                """);
    }

    private void get(String path) {
        visitor().get("/rest/api/3" + path);
    }

    private void post(String path, String body) {
        visitor().postJson("/rest/api/3" + path, body);
    }

    private void put(String path, String body) {
        visitor().send("PUT", "/rest/api/3" + path, "application/json", body);
    }

    private Visitor visitor() {
        return new Visitor(sandbox.url()).withBasic("followthrough@example.org", "sandbox");
    }
}
