package io.followthrough.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.IntegrationTest;
import io.followthrough.Visitor;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.HistoryEntry;
import io.followthrough.platform.InvalidInputException;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class TeamsIT extends IntegrationTest {

    @Autowired
    private Calendars calendars;

    @Autowired
    private Teams teams;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void leaveNothingBehind() {
        jdbc.update("delete from team");
        jdbc.update("delete from absence");
        jdbc.update("delete from freeze_window");
        jdbc.update("delete from working_time");
    }

    @Test
    void letsPeopleSayWhenTheyWork() {
        Visitor author = visitor("author");
        author.get("/working-time");

        author.postForm(
                "/working-time",
                Map.of(
                        "person", "author",
                        "zone", "Asia/Tokyo",
                        "region", "jp",
                        "workdays", "TUESDAY",
                        "from", "10:00",
                        "until", "18:30",
                        "quietFrom", "21:00",
                        "quietUntil", "08:00"));

        WorkingTime time = calendars.workingTime("author");
        assertThat(time.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(time.workdays()).containsExactly(DayOfWeek.TUESDAY);
        assertThat(time.until()).isEqualTo(LocalTime.of(18, 30));
        assertThat(calendars.of("author").isWorkday(LocalDate.of(2026, 11, 3)))
                .as("a public holiday in Japan, on a Tuesday")
                .isFalse();
        assertThat(calendars.of("author").isWorkday(LocalDate.of(2026, 11, 10))).isTrue();
        assertThat(author.get("/working-time").body())
                .contains("<option value=\"Asia/Tokyo\" selected=\"selected\">")
                .contains("Saved.");
    }

    @Test
    void goesByTheSettingsUntilSomebodySaysOtherwise() {
        assertThat(calendars.workingTime("lead").from()).isEqualTo(LocalTime.of(9, 0));
        assertThat(calendars.of("lead").isWorkday(LocalDate.of(2026, 11, 22))).isFalse();
    }

    @Test
    void refusesHoursAndRegionsThatCannotBe() {
        WorkingTime time = calendars.workingTime("author");
        assertThatThrownBy(() -> calendars.set(
                        "author",
                        new WorkingTime(
                                time.zone(),
                                "de/atlantis",
                                time.workdays(),
                                time.from(),
                                time.until(),
                                time.quietFrom(),
                                time.quietUntil()),
                        "author"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("de/atlantis");
        assertThatThrownBy(() -> calendars.set("author", time, "reviewer")).isInstanceOf(ForbiddenException.class);
        assertThat(visitor("author").get("/working-time?person=lead").statusCode())
                .isEqualTo(403);
        assertThat(visitor("author").get("/admin/teams").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesQuietHoursThatLeaveNothingAndFreezesThatCannotBe() {
        WorkingTime usual = calendars.workingTime("author");
        for (String quiet : List.of("08:00-18:00", "09:00-17:00", "08:59-08:58", "16:00-23:00")) {
            WorkingTime time = new WorkingTime(
                    usual.zone(),
                    "",
                    usual.workdays(),
                    LocalTime.of(9, 0),
                    LocalTime.of(17, 0),
                    LocalTime.parse(quiet.substring(0, 5)),
                    LocalTime.parse(quiet.substring(6)));
            if (quiet.equals("16:00-23:00")) {
                calendars.set("author", time, "author");
            } else {
                assertThatThrownBy(() -> calendars.set("author", time, "author"))
                        .as(quiet)
                        .isInstanceOf(InvalidInputException.class);
            }
        }
        LocalDate today = this.time.today();
        assertThatThrownBy(() -> calendars.freeze(today.minusDays(5), today.minusDays(1), "Past", "admin"))
                .hasMessageContaining("over");
        assertThatThrownBy(() -> calendars.freeze(today, today.plusDays(60), "Long", "admin"))
                .hasMessageContaining("60 days at most");
        calendars.freeze(today.minusDays(1), today.plusDays(58), "Long enough", "admin");
        assertThat(calendars.freezes()).hasSize(1);
    }

    @Test
    void letsAdministratorsFormTeamsAndAnnounceFreezes() {
        Visitor admin = visitor("admin");
        admin.get("/admin/teams");
        LocalDate first = time.today().plusDays(30);

        admin.postForm(
                "/admin/teams",
                Map.of(
                        "name",
                        "Storage",
                        "lead",
                        "lead",
                        "manager",
                        "manager",
                        "director",
                        "admin",
                        "members",
                        "author"));
        admin.postForm(
                "/admin/teams/freeze",
                Map.of("from", first.toString(), "until", first.plusDays(9).toString(), "reason", "End of year"));

        assertThat(teams.of("author").orElseThrow().director()).isEqualTo("admin");
        assertThat(teams.of("lead").orElseThrow().name()).isEqualTo("Storage");
        assertThat(teams.of("reviewer")).isEmpty();
        assertThat(calendars.freezes()).singleElement().satisfies(freeze -> {
            assertThat(freeze.covers(first)).isTrue();
            assertThat(freeze.covers(first.plusDays(10))).isFalse();
        });
        assertThat(admin.get("/admin/teams").body()).contains("Storage", "End of year", "Mona Manager");
    }

    @Test
    void movesAMemberFromOneTeamToAnother() {
        teams.found(new TeamDraft("One", "lead", "manager", "admin", List.of("author", "reviewer")), "admin");
        teams.found(new TeamDraft("Two", "lead", "manager", "admin", List.of("author")), "admin");

        assertThat(teams.of("author").orElseThrow().name()).isEqualTo("Two");
        assertThat(teams.of("reviewer").orElseThrow().members()).containsExactly("reviewer");
        assertThatThrownBy(() -> teams.found(new TeamDraft("Three", "nobody", "manager", "admin", List.of()), "admin"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void changesATeamInPlaceAndKeepsWhatChanged() {
        Visitor admin = visitor("admin");
        long id = teams.found(new TeamDraft("One", "lead", "manager", "admin", List.of("author")), "admin")
                .id();
        long other = teams.found(new TeamDraft("Two", "lead", "manager", "admin", List.of("reviewer")), "admin")
                .id();
        String form = admin.get("/admin/teams").body();
        assertThat(form).contains("name=\"team\" value=\"" + id + "\"", "value=\"One\"");

        admin.postForm(
                "/admin/teams",
                Map.of(
                        "team", String.valueOf(id),
                        "name", "Uno",
                        "lead", "author",
                        "manager", "manager",
                        "director", "admin",
                        "members", "reviewer"));

        assertThat(teams.all()).extracting(Team::name).containsExactly("Two", "Uno");
        assertThat(teams.get(id).lead()).isEqualTo("author");
        assertThat(teams.get(other).members()).isEmpty();
        assertThat(teams.history(teams.get(id)))
                .extracting(HistoryEntry::detail)
                .first()
                .isEqualTo("name One → Uno, lead lead → author, reviewer joins, author leaves");
        assertThat(teams.history(teams.get(other)).get(0).detail()).isEqualTo("reviewer leaves for Uno");
        assertThat(admin.get("/admin/teams").body()).contains("Uno is saved.", "name One → Uno");
    }

    @Test
    void keepsWhatWasFilledInWhenItRefusesATeam() {
        Visitor admin = visitor("admin");
        long id = teams.found(new TeamDraft("One", "lead", "manager", "admin", List.of("author")), "admin")
                .id();
        teams.found(new TeamDraft("Two", "lead", "manager", "admin", List.of()), "admin");

        HttpResponse<String> taken = admin.postForm(
                "/admin/teams",
                Map.of(
                        "team", String.valueOf(id),
                        "name", "Two",
                        "lead", "reviewer",
                        "manager", "manager",
                        "director", "admin"));
        HttpResponse<String> noManager = admin.postForm(
                "/admin/teams",
                Map.of("name", "Three", "lead", "lead", "manager", "author", "director", "admin", "members", "author"));

        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body())
                .contains("There is a team called Two: choose another name.", "<details class=\"edit\" open=\"open\">")
                .contains("<option value=\"reviewer\" selected=\"selected\">");
        assertThat(noManager.statusCode()).isEqualTo(422);
        assertThat(noManager.body()).contains("author is no manager", "value=\"Three\"");
        assertThat(teams.all()).extracting(Team::name).containsExactly("One", "Two");
        assertThat(teams.get(id).lead()).isEqualTo("lead");
        assertThatThrownBy(() -> teams.change(id, TeamDraft.of(teams.get(id)), "author"))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void asksWhoeverStandsInAlsoForThem() {
        LocalDate today = time.today();
        teams.away("lead", today, today.plusDays(3), "reviewer", "lead");
        teams.away("reviewer", today, null, "manager", "admin");

        assertThat(teams.presentFor("lead", today)).isEqualTo("manager");
        assertThat(teams.presentFor("lead", today.plusDays(4))).isEqualTo("lead");
        assertThat(teams.presentFor("reviewer", today.plusDays(400))).isEqualTo("manager");
        assertThat(teams.presentFor("manager", today)).isEqualTo("manager");
    }

    @Test
    void asksThePersonAfterAllWhenStandInsGoInACircle() {
        LocalDate today = time.today();
        teams.away("lead", today, null, "reviewer", "admin");
        teams.away("reviewer", today, null, "lead", "admin");

        assertThat(teams.presentFor("lead", today)).isEqualTo("lead");
    }

    @Test
    void takesAnAbsenceBackForOneselfOnly() {
        LocalDate today = time.today();
        teams.away("lead", today, null, "reviewer", "lead");
        long absence = teams.absences().get(0).id();

        assertThatThrownBy(() -> teams.back(absence, "author")).isInstanceOf(ForbiddenException.class);
        teams.back(absence, "lead");

        assertThat(teams.presentFor("lead", today)).isEqualTo("lead");
        assertThatThrownBy(() -> teams.away("lead", today, null, "reviewer", "author"))
                .isInstanceOf(ForbiddenException.class);
    }
}
