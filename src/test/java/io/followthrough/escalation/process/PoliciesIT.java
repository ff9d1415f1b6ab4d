package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.Visitor;
import io.followthrough.actionitem.Priority;
import io.followthrough.escalation.DryRun;
import io.followthrough.escalation.DryRunReport;
import io.followthrough.escalation.Policies;
import io.followthrough.escalation.PolicyDiff;
import io.followthrough.escalation.PolicyDiff.Cell;
import io.followthrough.escalation.PolicyTables;
import io.followthrough.escalation.PolicyVersion;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tables that administrators change. */
class PoliciesIT extends WithOpenItems {

    @Autowired
    private Policies policies;

    @Autowired
    private PolicyTables tables;

    @Autowired
    private DryRun dryRun;

    private String shipped;
    private int inForce;

    @BeforeEach
    void readTheShippedTable() throws IOException {
        shipped = Files.readString(Path.of("bpmn", "escalation-policy.dmn"));
        inForce = policies.inForce().number();
    }

    @AfterEach
    void returnToTheShippedTable() {
        if (policies.inForce().number() != inForce) {
            policies.activate(inForce, "admin");
        }
    }

    @Test
    void shipsATableWithoutProblemsThatIsInForceAtOnce() {
        PolicyVersion version = policies.get(1);

        assertThat(version.note()).isEqualTo("As shipped");
        assertThat(version.dmn()).isEqualTo(shipped);
        assertThat(policies.problems(version)).isEmpty();
        assertThat(policies.inForce().activatedAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
        Row_Late4, when, "soon"                | Row_Late4: "soon"
        Row_Late4, tell, "owner, boss"         | Row_Late4: "boss" is none of owner, author
        Row_Late4, onlyWhen, "sometimes"       | Row_Late4: "sometimes" is none of always
        Row_Late4, raisePriority, "yes"        | Invalid value 'yes'
        """)
    void refusesATableThatCannotBeRead(String cell, String named) {
        String[] parts = cell.split(", ", 3);
        String broken = tables.edit(shipped, Map.of(parts[0], Map.of(parts[1], parts[2])), Set.of());

        assertThatThrownBy(() -> policies.propose(broken, "", "admin"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(named);
    }

    @Test
    void refusesWhatIsNoTableAndWhatHoldsAScript() {
        assertThatThrownBy(() -> policies.propose("<html/>", "", "admin")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> policies.propose("", "", "admin")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> policies.propose(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + shipped, "", "admin"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> policies.propose(
                        shipped.replace(
                                "<outputEntry id=\"Row_Due_Say\">",
                                "<outputEntry id=\"Row_Due_Say\" expressionLanguage=\"groovy\">"),
                        "",
                        "admin"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("groovy");
    }

    @Test
    void keepsATableWithProblemsOutOfForce() {
        String gap = tables.edit(shipped, Map.of(), Set.of("Row_Late1", "Row_Late2", "Row_Late3", "Row_Late4"));
        PolicyVersion version = policies.propose(gap, "Nobody hears of P3 and P4", "admin");

        assertThat(policies.problems(version))
                .anyMatch(problem -> problem.contains("priority P3"))
                .anyMatch(problem -> problem.contains("priority P4"));
        assertThatThrownBy(() -> policies.activate(version.number(), "admin"))
                .isInstanceOf(InvalidInputException.class);
        assertThat(policies.inForce().number()).isEqualTo(inForce);
    }

    @Test
    void namesRowsThatOverlap() {
        String overlap =
                tables.edit(shipped, Map.of("Row_Late2", Map.of("Priority", "\"P1\",\"P3\",\"P4\"")), Set.of());

        assertThat(policies.problems(policies.propose(overlap, "", "admin")))
                .anyMatch(problem -> problem.startsWith("Row_Late2_P1_P2 and Row_Late2 overlap: both give P1"));
    }

    @Test
    void namesPeopleWhoCannotBeTold() {
        jdbc.update("insert into team (name, lead, manager, director) values ('Ghosts', 'lead', 'manager', 'casper')");
        try {
            assertThat(policies.problems(policies.inForce()))
                    .singleElement()
                    .asString()
                    .contains("director of team Ghosts, casper");
        } finally {
            jdbc.update("delete from team");
        }
    }

    @Test
    void showsWhatDiffersCellByCell() {
        String other = tables.edit(
                shipped,
                Map.of(
                        "Row_Due", Map.of("say", "\"Today!\""),
                        "Row_Late5",
                                Map.of(
                                        "Priority", "\"P0\"",
                                        "rung", "\"late-5\"",
                                        "when", "\"30 days after due\"",
                                        "onlyWhen", "\"always\"",
                                        "tell", "\"director\"",
                                        "raisePriority", "false",
                                        "label", "\"pm-overdue-l5\"",
                                        "say", "\"Still late.\"")),
                Set.of("Row_Halfway_P0"));

        List<PolicyDiff.Change> changes = PolicyDiff.between(tables.read(shipped), tables.read(other));

        assertThat(changes)
                .extracting(change -> change.kind() + " " + change.row())
                .containsExactly("CHANGED Row_Due", "ADDED Row_Late5", "REMOVED Row_Halfway_P0");
        assertThat(changes.get(0).cells())
                .containsExactly(new Cell(
                        "say",
                        "\"Close the ticket when it is done, or move the due date and say why.\"",
                        "\"Today!\""));
        assertThat(tables.read(other).ladderFor(Priority.P0))
                .extracting(rung -> rung.name())
                .contains("late-5")
                .doesNotContain("half-way");
    }

    @Test
    void letsAnAdministratorEditATableLookAtItAndBringItIntoForce() {
        Visitor admin = visitor("admin");
        admin.get("/admin/policies/" + inForce + "/edit");
        Map<String, String> fields = new LinkedHashMap<>();
        policies.table(policies.inForce())
                .rows()
                .forEach(row -> row.cells()
                        .forEach((column, text) ->
                                fields.put("cell." + row.id() + "." + column, CellTexts.shown(text))));
        fields.put("cell.Row_Late1.when", "2 days after due");
        fields.put("cell.Row_Late2_P0.when", "3 days after due");
        fields.put("note", "Be kinder");

        String page = admin.postForm("/admin/policies/" + inForce + "/edit", fields)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        int saved = policies.versions().get(0).number();
        assertThat(page).endsWith("/admin/policies/" + saved);
        assertThat(policies.inForce().number()).isEqualTo(inForce);
        assertThat(admin.get("/admin/policies/" + saved).body())
                .contains("Be kinder", "<ins>2 days after due</ins>", "<del>1 day after due</del>", "Bring into force");
        assertThat(admin.get("/admin/policies/" + saved + "/dry-run").body()).contains("Nothing is sent.");

        admin.postForm("/admin/policies/" + saved + "/activate", Map.of());

        assertThat(policies.inForce().number()).isEqualTo(saved);
        assertThat(policies.ladderFor(Priority.P4).version()).isEqualTo("escalation-policy 2.1 v" + saved);
        assertThat(admin.get("/admin/policies").body()).contains("Be kinder", "in force");
        assertThat(admin.get("/admin/policies/" + saved + ".dmn").body()).contains("2 days after due");
    }

    @Test
    void isSeenByManagersAndChangedByAdministratorsOnly() {
        assertThat(visitor("author").get("/admin/policies").statusCode()).isEqualTo(403);
        assertThat(visitor("manager").get("/admin/policies/" + inForce).body())
                .contains("Row_Late1")
                .doesNotContain("/edit");
        assertThatThrownBy(() -> policies.propose(shipped, "", "manager")).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> policies.activate(inForce, "manager")).isInstanceOf(ForbiddenException.class);
        assertThat(visitor("manager").get("/admin/policies/999").statusCode()).isEqualTo(404);
    }

    /** What the dry run says of an item is what then happens to it. */
    @Test
    void foretellsExactlyWhatHappensAndSendsNothing() {
        LocalDate monday = aMonday();
        String id = anOpenItem(Priority.P0, monday.plusDays(14));
        int messages = messages(id);

        DryRunReport report = dryRun.ahead(policies.table(policies.inForce()), 30);

        assertThat(messages(id)).isEqualTo(messages);
        List<DryRunReport.Sent> foretold =
                report.sent().stream().filter(sent -> sent.item().equals(id)).toList();
        passThrough(monday.plusDays(30), id);
        assertThat(foretold)
                .extracting(sent -> sent.rung() + " " + sent.row() + " "
                        + sent.told().size() + " " + sent.at().toString().substring(0, 16))
                .containsExactlyElementsOf(jdbc.queryForList(
                        "select e.rung || ' ' || e.policy_row || ' ' || (select count(*) from escalation_told t"
                                + " where t.escalation = e.id) || ' ' || to_char(date_trunc('hour', e.planned_at)"
                                + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI') from escalation e"
                                + " where action_item = ? and rung <> 'created' order by id",
                        String.class,
                        id));
        assertThat(report.decisions()).isPositive();
        assertThat(report.itemsReaching(io.followthrough.escalation.Audience.MANAGER))
                .isPositive();
        assertThat(report.perRole().values().stream().mapToLong(count -> count).sum())
                .isEqualTo(report.messages());
    }

    @Test
    void offersTheDryRunAsCsvForManagers() {
        LocalDate monday = aMonday();
        String id = anOpenItem(Priority.P0, monday.plusDays(14));

        String csv = visitor("manager")
                .get("/admin/policies/" + inForce + "/dry-run.csv?days=60")
                .body();

        assertThat(csv)
                .startsWith("\"at\",\"item\",\"title\"")
                .contains("\"" + id + "\",\"Watch the disks\",\"P0\",\"late-4\"");
        assertThat(visitor("author")
                        .get("/admin/policies/" + inForce + "/dry-run.csv")
                        .statusCode())
                .isEqualTo(403);
    }

    private int messages(String id) {
        return jdbc.queryForObject("select count(*) from message where about = ?", Integer.class, id);
    }

    /** Cells as a browser shows them. */
    private static final class CellTexts {

        static String shown(String cell) {
            return cell.matches("\"[^\"]*\"") ? cell.substring(1, cell.length() - 1) : cell;
        }
    }
}
