package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.followthrough.ticket.TicketDraft;
import io.followthrough.ticket.TicketText;
import io.followthrough.ticket.TicketTracker;
import io.followthrough.ticket.TicketTracker.CreateOutcome;
import io.followthrough.ticket.TrackerGate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator writes, and what becomes of an item by it. */
class JiraMappingTest {

    private static final String MAPPING = """
            default:
              project: OPS
              issueType: Task
              priorities: {P0: Blocker, P1: "2"}
              labels: [postmortem]
              components: [Platform]
              parent: OPS-12
              fields:
                customfield_1: {value: Core}
                customfield_2: 2026-03-09
            routes:
              - owners: [Kim@example.org]
                project: CORE
              - services: [checkout, "single sign-on"]
                issueType: Bug
                components: [Shop]
              - owners: [ann@example.org]
                services: [mail]
                labels: []
            people:
              Kim@example.org: account-7
            """;

    private final JiraMapping mapping = JiraMappingYaml.read(MAPPING);

    @Test
    void takesTheFirstRouteThatTakesAnItem() {
        assertThat(mapping.targetOf(draft("Alert", "Why", null))).isEqualTo(mapping.usual());
        assertThat(mapping.targetOf(draft("Fix checkout", "Why", "kim@EXAMPLE.org"))
                        .project())
                .isEqualTo("CORE");
        assertThat(mapping.targetOf(draft("Fix CHECKOUT.", "Why", null)).issueType())
                .isEqualTo("Bug");
        assertThat(mapping.targetOf(draft("Fix", "Of the Single Sign-On, too", null))
                        .components())
                .containsExactly("Shop");
        assertThat(mapping.targetOf(draft("Fix checkouts", "precheckout", null)))
                .isEqualTo(mapping.usual());
        assertThat(mapping.targetOf(draft("Send mail", "Why", "ann@example.org"))
                        .labels())
                .isEmpty();
        assertThat(mapping.targetOf(draft("Send mail", "Why", "bob@example.org")))
                .isEqualTo(mapping.usual());
    }

    @Test
    void takesTheItemsOfATeamWhoeverOfItOwnsThem() {
        JiraMapping byTeam = JiraMappingYaml.read("""
                default: {project: OPS}
                routes:
                  - {teams: [Storage, Search], services: [disk], project: DISK}
                  - {teams: [Storage], project: STO}
                """);

        assertThat(byTeam.targetOf(draftOf("Storage", "Fix the disk")).project())
                .isEqualTo("DISK");
        assertThat(byTeam.targetOf(draftOf("Storage", "Fix the tape")).project())
                .isEqualTo("STO");
        assertThat(byTeam.targetOf(draftOf("Search", "Fix the index")).project())
                .isEqualTo("OPS");
        assertThat(byTeam.targetOf(draftOf(null, "Fix the disk")).project()).isEqualTo("OPS");
        assertThat(JiraMappingYaml.read(JiraMappingYaml.write(byTeam))).isEqualTo(byTeam);
    }

    @Test
    void takesFromTheDefaultWhatARouteLeavesOutUnlessTheProjectIsAnother() {
        JiraTarget other = mapping.routes().get(0).target();
        assertThat(other.labels()).containsExactly("postmortem");
        assertThat(other.issueType()).isEqualTo("Task");
        assertThat(other.priorities()).isEmpty();
        assertThat(other.components()).isEmpty();
        assertThat(other.parent()).isEmpty();
        assertThat(other.fields()).isEmpty();

        JiraTarget same = mapping.routes().get(1).target();
        assertThat(same.priorities()).isEqualTo(mapping.usual().priorities());
        assertThat(same.parent()).isEqualTo("OPS-12");
        assertThat(same.fields()).isEqualTo(mapping.usual().fields());
        assertThat(same.fields().get("customfield_2").asText()).isEqualTo("2026-03-09");
    }

    @Test
    void isTheSameAfterExportAndImport() {
        assertThat(JiraMappingYaml.read(JiraMappingYaml.write(mapping))).isEqualTo(mapping);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "default: {project: [}                                     # This is not YAML",
                "default: {}                                               # default needs a project",
                "routes: []                                                # default needs a project",
                "default: {project: 'O P'}                                 # O P is no key of a project",
                "default: {project: OPS, colour: red}                      # There is no \"colour\" in default",
                "{default: {project: OPS}, rules: []}                      # There is no \"rules\" in the mapping",
                "{default: {project: OPS}, routes: [{project: X}]}         # route 1 needs teams, owners or services",
                "{default: {project: OPS}, routes: x}                      # routes must be a list",
                "default: {project: OPS, labels: ['a b']}                  # Jira takes no label \"a b\"",
                "default: {project: OPS, priorities: {P7: High}}           # P7 is no priority",
                "default: {project: OPS, fields: {summary: x}}             # summary is set already",
                "default: {project: OPS, project: X}                       # This is not YAML",
                "default: &a {project: OPS, fields: {x: *a}}               # This is not YAML",
                "default: !!java.net.URL [x]                               # This is not YAML",
                "- a                                                       # the mapping must be"
            })
    void refusesWhatItDoesNotUnderstandAndNamesIt(String yaml, String message) {
        assertThatThrownBy(() -> JiraMappingYaml.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void makesTicketsByIt() throws Exception {
        try (StubJira jira = jira()) {
            JsonNode fields = created(jira, draft("Fix checkout", "Why", "kim2@example.org"));

            assertThat(fields.at("/project/key").asText()).isEqualTo("OPS");
            assertThat(fields.at("/issuetype/id").asText()).isEqualTo("9");
            assertThat(fields.at("/components/0/name").asText()).isEqualTo("Shop");
            assertThat(fields.at("/parent/key").asText()).isEqualTo("OPS-12");
            assertThat(fields.at("/priority/id").asText()).isEqualTo("2");
            assertThat(fields.at("/customfield_1/value").asText()).isEqualTo("Core");
            assertThat(fields.path("labels").toString()).isEqualTo("[\"m\",\"pm-1\",\"postmortem\"]");
        }
    }

    @Test
    void believesTheMappingWhoSomebodyIs() throws Exception {
        try (StubJira jira = jira()) {
            created(jira, draft("Fix", "Why", "kim@example.org"));

            assertThat(jira.bodyOf("PUT /issue/7/assignee")).contains("account-7");
            assertThat(jira.calls()).noneMatch(call -> call.contains("assignable"));
        }
    }

    @Test
    void findsNothingWrongWithAMappingThatJiraTakes() {
        try (StubJira jira = jira()) {
            assertThat(problems(jira, mapping)).isEmpty();
        }
    }

    @Test
    void namesWhatJiraWouldRefuse() {
        JiraMapping wrong = JiraMappingYaml.read("""
                default: {project: OPS, priorities: {P0: Burning}, components: [Nothing], parent: OPS-99}
                routes:
                  - {owners: [a@b.c], project: NOPE}
                  - {owners: [b@b.c], issueType: Story}
                  - {owners: [c@b.c], fields: {customfield_9: x}}
                """);
        try (StubJira jira = jira()) {
            assertThat(problems(jira, wrong))
                    .anyMatch(words -> words.contains("no priority Burning for P0") && words.contains("blocker"))
                    .anyMatch(words -> words.contains("no component Nothing") && words.contains("Platform"))
                    .anyMatch(words -> words.contains("no issue OPS-99"))
                    .anyMatch(words -> words.contains("no project NOPE"))
                    .anyMatch(words -> words.contains("no issue type Story"))
                    .anyMatch(words -> words.contains("customfield_9"));
        }
    }

    @Test
    void putsIssuesOfDataCenterUnderAnEpicByItsField() {
        var fields = new ObjectMapper().createObjectNode();
        JiraDialect dialect = new DataCenterDialect();

        assertThat(dialect.setParent(fields, "OPS-12", screen("{\"fieldId\":\"labels\"}")))
                .isFalse();
        assertThat(dialect.setParent(
                        fields,
                        "OPS-12",
                        screen("{\"fieldId\":\"customfield_5\","
                                + "\"schema\":{\"custom\":\"com.pyxis.greenhopper.jira:gh-epic-link\"}}")))
                .isTrue();
        assertThat(fields.toString()).isEqualTo("{\"customfield_5\":\"OPS-12\"}");
    }

    private static JiraScreen screen(String field) {
        try {
            return JiraScreen.of("1", new ObjectMapper().readTree("[" + field + "]"));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> problems(StubJira jira, JiraMapping checked) {
        return JiraCheck.run(
                        access(jira),
                        checked,
                        TrackerGate.withoutDatabase(Clock.systemUTC()),
                        Clock.systemUTC(),
                        List.of())
                .stream()
                .filter(JiraCheckLine::isProblem)
                .map(JiraCheckLine::words)
                .toList();
    }

    private JsonNode created(StubJira jira, TicketDraft draft) throws Exception {
        TicketTracker tracker = JiraConfiguration.tracker(access(jira), () -> mapping, Clock.systemUTC());
        assertThat(tracker.create(draft)).isInstanceOf(CreateOutcome.Created.class);
        return new ObjectMapper().readTree(jira.bodyOf("POST /issue")).path("fields");
    }

    private static JiraAccess access(StubJira jira) {
        Duration patience = Duration.ofSeconds(10);
        String url = jira.access().baseUrl();
        return new JiraAccess(
                null, url, url, "u", "t", "OPS", "Task", "0123456789abcdef", Map.of(), patience, patience);
    }

    /** Two projects, OPS with everything, CORE with the least. */
    private static StubJira jira() {
        String some = "{\"fieldId\":\"summary\"},{\"fieldId\":\"description\"},{\"fieldId\":\"labels\"},"
                + "{\"fieldId\":\"duedate\"},{\"fieldId\":\"assignee\"},"
                + "{\"fieldId\":\"priority\",\"allowedValues\":[{\"id\":\"1\",\"name\":\"Blocker\"},{\"id\":\"2\",\"name\":\"High\"}]}";
        String all = some + ",{\"fieldId\":\"customfield_1\"},{\"fieldId\":\"customfield_2\"},"
                + "{\"fieldId\":\"components\",\"allowedValues\":[{\"name\":\"Platform\"},{\"name\":\"Shop\"}]}";
        return new StubJira()
                .on(
                        "GET /serverInfo",
                        "{\"deploymentType\":\"Cloud\",\"serverTime\":\""
                                + Clock.systemUTC().instant() + "\"}")
                .on("GET /myself", "{\"accountId\":\"bot\",\"displayName\":\"Bot\"}")
                .on("GET /project/OPS", "{\"key\":\"OPS\"}")
                .on("GET /project/CORE", "{\"key\":\"CORE\"}")
                .on(
                        "GET /mypermissions",
                        "{\"permissions\":{\"BROWSE_PROJECTS\":{\"havePermission\":true},"
                                + "\"CREATE_ISSUES\":{\"havePermission\":true},\"EDIT_ISSUES\":{\"havePermission\":true},"
                                + "\"ADD_COMMENTS\":{\"havePermission\":true}}}")
                .on("GET /issue/createmeta/OPS/issuetypes/", "{\"fields\":[" + all + "]}")
                .on("GET /issue/createmeta/CORE/issuetypes/", "{\"fields\":[" + some + "]}")
                .on(
                        "GET /issue/createmeta/",
                        "{\"issueTypes\":[{\"id\":\"8\",\"name\":\"Task\"},{\"id\":\"9\",\"name\":\"Bug\"}]}")
                .on("GET /issue/OPS-12", "{\"id\":\"12\",\"fields\":{}}")
                .on("POST /search/jql", "{\"issues\":[]}")
                .on("GET /user/assignable/search", "[]")
                .on("PUT /issue/7/assignee", "{}")
                .on("POST /issue", "{\"id\":\"7\",\"key\":\"OPS-7\"}");
    }

    private static TicketDraft draftOf(@Nullable String team, String summary) {
        return new TicketDraft(
                "m",
                "PM-1-1",
                summary,
                TicketText.of(List.of("Why")),
                "http://x",
                LocalDate.EPOCH,
                "P1",
                List.of(),
                null,
                team);
    }

    private static TicketDraft draft(String summary, String description, @Nullable String mail) {
        return new TicketDraft(
                "m",
                "PM-1-1",
                summary,
                TicketText.of(List.of(description)),
                "http://x",
                LocalDate.EPOCH,
                "P1",
                List.of("pm-1"),
                mail,
                null);
    }
}
