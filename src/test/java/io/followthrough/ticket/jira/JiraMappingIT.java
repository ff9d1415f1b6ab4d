package io.followthrough.ticket.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.followthrough.Visitor;
import io.followthrough.team.Team;
import io.followthrough.team.TeamDraft;
import io.followthrough.team.Teams;
import io.followthrough.ticket.WithTickets;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of the mapping: saved when Jira takes it, version by version. */
class JiraMappingIT extends WithTickets {

    private static final String GOOD = "# ours\ndefault:\n  project: OPS\n  labels: [postmortem]\n";

    @AfterEach
    void forget() {
        jdbc.update("delete from jira_mapping");
    }

    @Test
    void savesWhatJiraTakesAsANewVersion() {
        Visitor admin = visitor("admin");
        assertThat(admin.get("/admin/jira/mapping").body()).contains("As the settings say", "project: OPS");

        assertThat(save(admin, 0, GOOD).statusCode()).isIn(302, 303);
        assertThat(save(admin, 1, GOOD + "people: {a@example.org: b}\n").statusCode())
                .isIn(302, 303);

        assertThat(admin.get("/admin/jira/mapping").body()).contains("Version 2", "people: {a@example.org: b}");
        assertThat(admin.get("/admin/jira/mapping?version=1").body()).doesNotContain("people: {a@example.org");
        HttpResponse<String> export = admin.get("/admin/jira/mapping.yaml");
        assertThat(export.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("jira-mapping.yaml");
        assertThat(export.body()).isEqualTo(GOOD + "people: {a@example.org: b}\n");
        assertThat(jdbc.queryForList("select saved_by from jira_mapping", String.class))
                .containsExactly("admin", "admin");
    }

    @Test
    void savesNothingThatJiraWouldRefuse() {
        Visitor admin = visitor("admin");

        HttpResponse<String> refused = save(admin, 0, "default: {project: OPS, issueType: Saga, components: [X]}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing was saved", "no issue type Saga", "issueType: Saga");
        assertThat(save(admin, 0, "default: {colour: red}").body()).contains("There is no &quot;colour&quot;");
        assertThat(jdbc.queryForObject("select count(*) from jira_mapping", Integer.class))
                .isZero();
    }

    @Test
    void neverOverwritesWhatSomebodyElseSavedMeanwhile() {
        Visitor admin = visitor("admin");
        save(admin, 0, GOOD);

        HttpResponse<String> late = save(admin, 0, "default: {project: OPS}");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody has saved another version meanwhile");
        assertThat(jdbc.queryForObject("select source from jira_mapping", String.class))
                .isEqualTo(GOOD);
    }

    @Test
    void takesAFileInPlaceOfTheText() {
        Visitor admin = visitor("admin");

        HttpResponse<String> imported = admin.postForm(
                "/admin/jira/mapping",
                Map.of("after", "0", "source", "default: {project: OPS}"),
                "mapping.yaml",
                "application/yaml",
                (GOOD + "# für alle\n").getBytes(StandardCharsets.UTF_8));

        assertThat(imported.statusCode()).isIn(302, 303);
        assertThat(admin.get("/admin/jira/mapping.yaml").body()).isEqualTo(GOOD + "# für alle\n");
        HttpResponse<String> refused = admin.postForm(
                "/admin/jira/mapping", Map.of("after", "1", "source", GOOD), "picture.png", "image/png", new byte[] {
                    (byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff
                });
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not YAML");
    }

    @Test
    void routesByTheTeamOfTheOwner(@Autowired Teams teams, @Autowired JiraMappings mappings) {
        Optional<Team> before = teams.of("author");
        long id = teams.found(new TeamDraft("Mapped", "lead", "manager", "manager", List.of("author")), "admin")
                .id();
        Visitor admin = visitor("admin");
        String mapping = GOOD + "routes:\n  - teams: [%s]\n    labels: [of-the-team]\n";
        try {
            assertThat(save(admin, 0, mapping.formatted("Nobody")).body()).contains("There is no team Nobody");
            assertThat(save(admin, 0, mapping.formatted("Mapped")).statusCode()).isIn(302, 303);

            assertThat(mappings.current().routes().get(0).teams()).containsExactly("Mapped");
            String item = anItem();
            worker.drain();
            assertThat(only(item).labels()).contains("of-the-team").doesNotContain("postmortem");
        } finally {
            teams.dissolve(id, "admin");
            before.ifPresent(team -> teams.change(
                    team.id(),
                    new TeamDraft(team.name(), team.lead(), team.manager(), team.director(), team.members()),
                    "admin"));
        }
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(visitor("manager").get("/admin/jira/mapping").statusCode()).isEqualTo(403);
        assertThat(visitor("manager").get("/admin/jira/mapping.yaml").statusCode())
                .isEqualTo(403);
        assertThat(save(visitor("manager"), 0, GOOD).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> save(Visitor visitor, int after, String source) {
        return visitor.postForm("/admin/jira/mapping", Map.of("after", String.valueOf(after), "source", source));
    }
}
