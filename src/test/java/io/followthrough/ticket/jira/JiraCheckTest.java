package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.sandbox.JiraSandbox;
import io.followthrough.sandbox.SandboxDialect;
import io.followthrough.sandbox.SandboxExchange;
import io.followthrough.sandbox.SandboxPerson;
import io.followthrough.sandbox.SandboxSettings;
import io.followthrough.ticket.TrackerGate;
import io.followthrough.ticket.jira.JiraCheckLine.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each thing that can be wrong with Jira or the settings is named, with what to change; nothing is created. */
class JiraCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:15:30Z"), ZoneOffset.UTC);
    private static final String SECRET = "0123456789abcdef";
    private static final String PERMISSIONS = "GET /mypermissions";
    private static final String FIELDS = "GET /issue/createmeta/OPS/issuetypes/7";
    private static final String USERS = "GET /user/assignable/search";

    private final StubJira jira = new StubJira()
            .on("GET /serverInfo", serverInfo("2026-03-02T10:15:20.000+0000"))
            .on("GET /myself", "{\"accountId\":\"bot\",\"displayName\":\"Bot\",\"emailAddress\":\"u\",\"active\":true}")
            .on("GET /project/OPS", "{\"key\":\"OPS\",\"name\":\"Operations\"}")
            .on(
                    PERMISSIONS,
                    permissions(
                            "BROWSE_PROJECTS",
                            "CREATE_ISSUES",
                            "EDIT_ISSUES",
                            "ADD_COMMENTS",
                            "SCHEDULE_ISSUES",
                            "ASSIGN_ISSUES",
                            "MANAGE_WATCHERS"))
            .on(FIELDS, fields("summary", "description", "labels", "duedate", "priority", "assignee"))
            .on("GET /issue/createmeta/OPS/issuetypes", "{\"issueTypes\":[{\"id\":\"7\",\"name\":\"Task\"}]}")
            .on("POST /search/jql", "{\"issues\":[]}")
            .on(USERS, "[{\"accountId\":\"kim\",\"emailAddress\":\"kim@example.org\"}]");

    @AfterEach
    void createsNothing() {
        assertThat(jira.calls()).noneMatch(call -> call.startsWith("POST /issue") || call.startsWith("PUT"));
        jira.close();
    }

    @ParameterizedTest
    @EnumSource
    void isWellWithAnyJiraThatIsWell(SandboxDialect dialect) {
        SandboxSettings settings = SandboxSettings.simple()
                .withDialect(dialect)
                .withPeople(List.of(new SandboxPerson("sandbox:kim", "Kim Roe", "kim@example.org")));
        try (JiraSandbox sandbox = JiraSandbox.start(settings, CLOCK)) {
            JiraAccess access = access(sandbox.url().toString(), null, settings.user(), "sandbox", Map.of());

            List<JiraCheckLine> lines = run(access, CLOCK, List.of("kim@example.org"));

            assertThat(lines).allMatch(line -> line.level() == Level.OK);
            assertThat(lines)
                    .extracting(JiraCheckLine::what)
                    .containsExactly(
                            "Webhook",
                            "Connection",
                            "Clock",
                            "Dialect",
                            "Credentials",
                            "Project",
                            "Permissions",
                            "Issue type",
                            "Fields",
                            "Search",
                            "People");
            assertThat(sandbox.issues()).isEmpty();
            assertThat(sandbox.exchanges().stream().map(SandboxExchange::call))
                    .allMatch(call -> call.startsWith("GET ") || call.contains("/search"));
        }
    }

    @Test
    void findsNothingWrongWhenNothingIs() {
        assertThat(check()).allMatch(line -> line.level() == Level.OK).hasSize(11);
    }

    @Test
    void namesEachPermissionThatIsMissing() {
        jira.on(PERMISSIONS, permissions("BROWSE_PROJECTS", "CREATE_ISSUES", "EDIT_ISSUES"));

        assertThat(check("Permissions"))
                .extracting(JiraCheckLine::toText)
                .hasSize(4)
                .anyMatch(line -> line.startsWith("problem") && line.contains("permission Add Comments"))
                .anyMatch(line -> line.startsWith("warning") && line.contains("no due date"))
                .anyMatch(line -> line.startsWith("warning") && line.contains("assigned to nobody"))
                .anyMatch(line -> line.startsWith("warning") && line.contains("watch a ticket"));
    }

    @ParameterizedTest
    @EnumSource
    void warnsWhenNobodyCanBeMadeAWatcher(SandboxDialect dialect) {
        SandboxSettings settings = SandboxSettings.simple().withDialect(dialect);
        try (JiraSandbox sandbox = JiraSandbox.start(settings, CLOCK)) {
            sandbox.misbehave().refuseFields("watches");
            JiraAccess access = access(sandbox.url().toString(), null, settings.user(), "sandbox", Map.of());

            assertThat(run(access, CLOCK, List.of()))
                    .filteredOn(line -> line.level() != Level.OK)
                    .singleElement()
                    .extracting(JiraCheckLine::toText)
                    .asString()
                    .startsWith("warning  Permissions")
                    .contains(
                            "In the permission scheme of project OPS, give the account",
                            "the permission Manage Watcher List, or nobody will be made to watch a ticket");
        }
    }

    @Test
    void namesEachFieldThatIsMissing() {
        jira.on(FIELDS, fields("summary"));

        assertThat(check("Fields"))
                .extracting(JiraCheckLine::toText)
                .hasSize(5)
                .anyMatch(line -> line.startsWith("problem") && line.contains("Put Labels on the create screen"))
                .anyMatch(line -> line.startsWith("problem") && line.contains("Put Description"))
                .anyMatch(line -> line.startsWith("warning") && line.contains("Due date"))
                .anyMatch(line -> line.startsWith("warning") && line.contains("Priority"))
                .anyMatch(line -> line.startsWith("warning") && line.contains("Assignee"));
    }

    @Test
    void namesEachRequiredFieldThatNobodyFills() {
        jira.on(FIELDS, """
                {"fields":[{"fieldId":"summary","required":true},{"fieldId":"description"},{"fieldId":"labels"},
                 {"fieldId":"duedate"},{"fieldId":"assignee"},{"fieldId":"priority","allowedValues":[{"id":"1"}]},
                 {"fieldId":"customfield_1","name":"Team","required":true,"hasDefaultValue":false},
                 {"fieldId":"customfield_2","name":"Tier","required":true,"hasDefaultValue":true},
                 {"fieldId":"customfield_3","name":"Area","required":true,"hasDefaultValue":false}]}
                """);
        JiraAccess access =
                access(jira.access().baseUrl(), null, "u", "t", Map.of("customfield_3", "x", "customfield_4", "y"));

        assertThat(run(access, CLOCK, List.of()))
                .filteredOn(line -> line.what().equals("Fields"))
                .extracting(JiraCheckLine::toText)
                .hasSize(2)
                .anyMatch(line -> line.contains("Team is required. Set followthrough.jira.fields.customfield_1"))
                .anyMatch(line -> line.contains("customfield_4 is set by followthrough.jira.fields or the mapping"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:17:00.000+0000, OK, ahead of",
        "2026-03-02T10:05:30.000+0000, WARNING, 600 s behind",
        "2026-03-02T12:15:30.000+0100, WARNING, ahead of",
        "2026-03-02T12:15:30.000+0000, PROBLEM, webhooks are refused",
        "soon, WARNING, does not say"
    })
    void comparesTheClocks(String serverTime, Level level, String words) {
        jira.on("GET /serverInfo", serverInfo(serverTime));

        assertThat(check("Clock")).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo(level);
            assertThat(line.words()).contains(words);
        });
    }

    @Test
    void namesAnIssueTypeThatIsNotThere() {
        jira.on("GET /issue/createmeta/OPS/issuetypes", "{\"issueTypes\":[{\"id\":\"8\",\"name\":\"Story\"}]}");

        assertThat(check("Issue type"))
                .singleElement()
                .satisfies(line -> assertThat(line.toText())
                        .startsWith("problem")
                        .contains("it has Story", "FOLLOWTHROUGH_JIRA_ISSUE_TYPE"));
    }

    @Test
    void namesAProjectThatCannotBeSeenOrIsArchived() {
        jira.on("GET /project/OPS", "{\"key\":\"OPS\",\"archived\":true}");
        assertThat(check()).last().satisfies(line -> assertThat(line.toText()).contains("is archived"));

        jira.on("GET /project/OPS", "");
        assertThat(check())
                .last()
                .satisfies(line -> assertThat(line.toText())
                        .startsWith("problem  Project")
                        .contains("FOLLOWTHROUGH_JIRA_PROJECT"));
    }

    @Test
    void namesPeopleWhoCannotBeAssigned() {
        assertThat(run(
                        access(jira.access().baseUrl(), null, "u", "t", Map.of()),
                        CLOCK,
                        List.of("kim@example.org", "ann@example.org")))
                .last()
                .satisfies(line -> assertThat(line.toText())
                        .startsWith("warning  People")
                        .contains("ann@example.org")
                        .doesNotContain("kim@"));
        jira.on(USERS, "");
        assertThat(check())
                .last()
                .satisfies(line ->
                        assertThat(line.toText()).startsWith("warning  People").contains("browse users"));
    }

    @Test
    void seesThatTheTokenIsSomebodyElsesOrTheAccountInactive() {
        jira.on("GET /myself", "{\"displayName\":\"Ann\",\"emailAddress\":\"ann@example.org\",\"active\":true}");
        assertThat(run(access(jira.access().baseUrl(), null, "bot@example.org", "t", Map.of()), CLOCK, List.of()))
                .anyMatch(line -> line.level() == Level.WARNING && line.words().contains("belongs to ann@example.org"));

        jira.on("GET /myself", "{\"displayName\":\"Ann\",\"active\":false}");
        assertThat(check("Credentials"))
                .singleElement()
                .satisfies(line -> assertThat(line.words()).contains("not active"));
    }

    @ParameterizedTest
    @EnumSource
    void stopsAtCredentialsThatAreWrong(SandboxDialect dialect) {
        try (JiraSandbox sandbox = JiraSandbox.start(SandboxSettings.simple().withDialect(dialect), CLOCK)) {
            JiraAccess access = access(sandbox.url().toString(), null, "u", "wrong", Map.of());

            assertThat(run(access, CLOCK, List.of()))
                    .last()
                    .satisfies(line -> assertThat(line.toText())
                            .startsWith("problem  Credentials")
                            .contains("FOLLOWTHROUGH_JIRA_TOKEN")
                            .contains(dialect == SandboxDialect.CLOUD ? "api.atlassian.com" : "personal access token"));
        }
    }

    @Test
    void stopsAtTheWrongDialectAndSaysWhichIsRight() {
        JiraAccess access = access(jira.access().baseUrl(), new DataCenterDialect(), "", "t", Map.of());

        assertThat(run(access, CLOCK, List.of()))
                .last()
                .satisfies(line -> assertThat(line.toText())
                        .startsWith("problem  Dialect")
                        .contains("Set FOLLOWTHROUGH_JIRA_DIALECT=cloud"));
    }

    @Test
    void stopsWhereJiraIsNot() {
        JiraAccess access = access("http://localhost:1", null, "u", "t", Map.of());

        assertThat(run(access, CLOCK, List.of()))
                .last()
                .satisfies(line -> assertThat(line.toText())
                        .startsWith("problem  Connection")
                        .contains("cannot be reached", "FOLLOWTHROUGH_JIRA_BASE_URL"));
    }

    @Test
    void wantsASecretForWebhooks() {
        JiraAccess access = StubJira.access(jira.access().baseUrl(), "u", "t");

        assertThat(run(access, CLOCK, List.of()))
                .first()
                .satisfies(line -> assertThat(line.toText())
                        .startsWith("problem  Webhook")
                        .contains("FOLLOWTHROUGH_JIRA_WEBHOOK_SECRET"));
    }

    @Test
    void isACommandThatNeedsNoServer() {
        jira.on("GET /serverInfo", serverInfo(JiraCheckTest.now()));
        List<String> settings = List.of(
                "check-jira",
                "--followthrough.jira.base-url=" + jira.access().baseUrl(),
                "--followthrough.jira.user=u",
                "--followthrough.jira.token=hidden-token",
                "--followthrough.jira.project=OPS",
                "--followthrough.jira.webhook-secret=" + SECRET);

        assertThat(command(settings, 0))
                .contains("ok       Permissions", "Tickets can be made.")
                .doesNotContain("hidden-token", SECRET);
        jira.on(PERMISSIONS, permissions("BROWSE_PROJECTS", "CREATE_ISSUES", "EDIT_ISSUES", "ADD_COMMENTS"));
        assertThat(command(settings, 0))
                .contains("warning  Permissions", "Manage Watcher List", "Tickets can be made.");
        jira.on("GET /project/OPS", "");
        assertThat(command(settings, 1)).contains("problem  Project", "1 to change before tickets can be made.");
        assertThat(command(List.of("check-jira"), 2)).contains("No Jira is named");
    }

    private static String command(List<String> args, int exitCode) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(TrackerCheckCommand.isAskedFor(args.toArray(String[]::new))).isTrue();
        assertThat(TrackerCheckCommand.run(args.toArray(String[]::new), new PrintStream(out)))
                .isEqualTo(exitCode);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String now() {
        return Clock.systemUTC().instant().toString();
    }

    private List<JiraCheckLine> check() {
        return run(access(jira.access().baseUrl(), null, "u", "t", Map.of()), CLOCK, List.of());
    }

    private List<JiraCheckLine> check(String what) {
        return check().stream().filter(line -> line.what().equals(what)).toList();
    }

    private static List<JiraCheckLine> run(JiraAccess access, Clock clock, List<String> mails) {
        return JiraCheck.run(access, JiraMapping.of(access), TrackerGate.withoutDatabase(clock), clock, mails);
    }

    private static JiraAccess access(
            String url, JiraDialect dialect, String user, String token, Map<String, String> fields) {
        Duration patience = Duration.ofSeconds(10);
        return new JiraAccess(dialect, url, url, user, token, "OPS", "Task", SECRET, fields, patience, patience);
    }

    private static String serverInfo(String serverTime) {
        return "{\"deploymentType\":\"Cloud\",\"version\":\"1001\",\"serverTime\":\"" + serverTime + "\"}";
    }

    private static String permissions(String... given) {
        StringBuilder json = new StringBuilder();
        for (String name : given) {
            json.append(json.isEmpty() ? "" : ",").append("\"" + name + "\":{\"havePermission\":true}");
        }
        return "{\"permissions\":{" + json + "}}";
    }

    private static String fields(String... given) {
        StringBuilder json = new StringBuilder();
        for (String id : given) {
            json.append(json.isEmpty() ? "" : ",")
                    .append("{\"fieldId\":\"" + id + "\",\"allowedValues\":[{\"id\":\"1\"}]}");
        }
        return "{\"fields\":[" + json + "]}";
    }
}
