package io.followthrough.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class WebappGuardIT extends IntegrationTest {

    private static final String ENGINE = "/engine/engine/default";

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    /** CVE-2026-109432: an expression in a nested query was evaluated for anybody who may list tasks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assigneeExpression\":\"${7*7}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"candidateGroupsExpression\":\"${7*7}\"}]}]}",
                "{\"orQueries\":[{\"\\u0061ssigneeExpressio\\u006e\":\"${7*7}\"}]}",
                "{\"assigneeExpression\":\"${7*7}\"}",
                "{\"ASSIGNEEEXPRESSION\":\"${7*7}\"}"
            })
    void noExpressionGetsThroughInAQuery(String query) {
        Visitor reviewer = visitor("reviewer");

        assertThat(reviewer.callWebapp("POST", ENGINE + "/task", query).statusCode())
                .isEqualTo(403);
        assertThat(reviewer.callWebapp("POST", ENGINE + "/task/count", query).statusCode())
                .isEqualTo(403);
    }

    @Test
    void noExpressionGetsThroughInAFilterOrTheAddress() {
        Visitor admin = visitor("admin");
        String filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"owner\":\"admin\",\"properties\":{},"
                + "\"query\":{\"orQueries\":[{\"assigneeExpression\":\"${7*7}\"}]}}";

        assertThat(admin.callWebapp("POST", ENGINE + "/filter/create", filter).statusCode())
                .isEqualTo(403);
        assertThat(admin.get("/camunda/api" + ENGINE + "/task?assigneeExpression=%24%7B7*7%7D")
                        .statusCode())
                .isEqualTo(403);
    }

    /** The engine alone would evaluate this; without method calls and foreign beans nothing comes of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class.name}",
                "${jdbcTemplate}",
                "${processEngine}",
                "${identityService.createUserQuery()}"
            })
    void anExpressionThatGotThroughAllTheSameWouldNotBeCode(String expression) {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(expression)
                        .endOr()
                        .list())
                .hasMessageContaining("Unable to resolve expression");
    }

    @Test
    void ordinaryQueriesOfTheTasklistWork() {
        Visitor reviewer = visitor("reviewer");

        HttpResponse<String> answer = reviewer.callWebapp(
                "POST", ENGINE + "/task", "{\"orQueries\":[{\"assignee\":\"reviewer\"}],\"sorting\":[]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("[");
    }

    /** CVE-2026-77226: with an empty group of admins anybody could create one. */
    @Test
    void nobodyCreatesAFirstAdminThroughTheSetUp() {
        String user = "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"I\",\"lastName\":\"I\"},"
                + "\"credentials\":{\"password\":\"intruder\"}}";
        identities.deleteMembership("admin", "camunda-admin");
        try {
            assertThat(anybody()
                            .callWebapp("POST", "/admin/setup/default/user/create", user)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(visitor("author")
                            .callWebapp("POST", "/admin/setup/default/user/create", user)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(visitor("author")
                            .get("/camunda/app/admin/default/setup/")
                            .statusCode())
                    .isEqualTo(403);
        } finally {
            identities.createMembership("admin", "camunda-admin");
        }
        assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "admin, POST, /deployment/create",
        "admin, POST, /%64eployment/create",
        "admin, POST, /process-definition/key/postmortem-lifecycle/start",
        "admin, POST, /task/create",
        "author, POST, /process-definition/key/postmortem-lifecycle/start",
        "author, POST, /message",
        "author, POST, /signal",
        "author, POST, /process-instance/any/modification",
        "author, POST, /task/any/bpmnError",
        "author, POST, /task/any/variables",
        "author, POST, /task/any/assignee",
        "author, GET, /deployment",
        "author, POST, /authorization/create",
        "author, POST, /user/create",
        "author, POST, /external-task/fetchAndLock",
        "author, POST, /history/cleanup"
    })
    void dangerousCallsAreRefused(String person, String method, String path) {
        assertThat(visitor(person).callWebapp(method, ENGINE + path, "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void candidatesMayNotGiveTasksAway() {
        assertThat(visitor("author")
                        .callWebapp("PUT", ENGINE + "/task/any", "{\"assignee\":\"author\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        assertThat(visitor("reviewer")
                        .callWebapp("POST", ENGINE + "/task", "{'a")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void withoutTheTokenOfTheWebApplicationsNothingChanges() {
        assertThat(visitor("reviewer")
                        .send("POST", "/camunda/api" + ENGINE + "/task", "application/json", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void modelsWithScriptsAreNotDeployed() {
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>"
                + "<process id='scripted' isExecutable='true'><startEvent id='start'/>"
                + "<scriptTask id='script' scriptFormat='js'><script>1</script></scriptTask>"
                + "<sequenceFlow id='flow' sourceRef='start' targetRef='script'/></process></definitions>";

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("scripted.bpmn", model)
                        .deploy())
                .hasMessageContaining("Script tasks are not allowed");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("scripted")
                        .count())
                .isZero();
    }

    /** Unguarded, about half of the pages loaded at once carry another page's nonce and stay blank. */
    @Test
    void everyPageCarriesTheNonceOfItsOwnPolicy() throws Exception {
        List<Visitor> visitors = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            visitors.add(visitor("reviewer"));
        }
        ExecutorService crowd = Executors.newFixedThreadPool(visitors.size());
        List<Future<Integer>> mismatches = new ArrayList<>();
        for (Visitor visitor : visitors) {
            Callable<Integer> loads = () -> {
                int wrong = 0;
                for (int load = 0; load < 25; load++) {
                    wrong += carriesItsNonce(visitor.get("/camunda/app/tasklist/default/")) ? 0 : 1;
                }
                return wrong;
            };
            mismatches.add(crowd.submit(loads));
        }
        crowd.shutdown();

        for (Future<Integer> mismatch : mismatches) {
            assertThat(mismatch.get()).isZero();
        }
    }

    private static boolean carriesItsNonce(HttpResponse<String> page) {
        Matcher policy = Pattern.compile("'nonce-([^']+)'")
                .matcher(page.headers().firstValue("content-security-policy").orElse(""));
        Matcher script = Pattern.compile("<script [^>]*nonce=\"([^\"]+)\"").matcher(page.body());
        return policy.find() && script.find() && policy.group(1).equals(script.group(1));
    }
}
