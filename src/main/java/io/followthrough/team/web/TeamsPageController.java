package io.followthrough.team.web;

import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import io.followthrough.team.Calendars;
import io.followthrough.team.Team;
import io.followthrough.team.TeamDraft;
import io.followthrough.team.Teams;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators say who leads whom and when nobody is told anything. */
@Controller
class TeamsPageController {

    private static final String PAGE = "/admin/teams";
    private static final String BACK = "redirect:" + PAGE;
    private static final TeamDraft NOBODYS = new TeamDraft("", "", "", "", List.of());

    private final Teams teams;
    private final Calendars calendars;
    private final People people;

    TeamsPageController(Teams teams, Calendars calendars, People people) {
        this.teams = teams;
        this.calendars = calendars;
        this.people = people;
    }

    @GetMapping(PAGE)
    ModelAndView page(Principal viewer) {
        if (people.find(viewer.getName())
                .filter(person -> person.is(Role.ADMIN))
                .isEmpty()) {
            throw new ForbiddenException("This page is for administrators.");
        }
        ModelAndView page = new ModelAndView("team/teams");
        List<Team> all = teams.all();
        page.addObject("teams", all);
        page.addObject("histories", all.stream().collect(Collectors.toMap(Team::id, teams::history)));
        page.addObject("freezes", calendars.freezes());
        page.addObject("absences", teams.absences());
        page.addObject("people", people.all());
        page.addObject("managers", people.inRole(Role.MANAGER));
        page.addObject("names", Names.of(people));
        page.addObject("blank", NOBODYS);
        return page;
    }

    /** @param team which one is changed, or null to found one */
    @PostMapping(PAGE)
    ModelAndView save(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String lead,
            @RequestParam(defaultValue = "") String manager,
            @RequestParam(defaultValue = "") String director,
            @RequestParam(required = false) @Nullable List<String> members,
            Principal actor,
            RedirectAttributes flash) {
        TeamDraft draft = new TeamDraft(name, lead, manager, director, members == null ? List.of() : members);
        try {
            Team saved =
                    team == null ? teams.found(draft, actor.getName()) : teams.change(team, draft, actor.getName());
            flash.addFlashAttribute("done", saved.name() + " is saved. The next rungs tell them.");
            return new ModelAndView(BACK);
        } catch (InvalidInputException refusal) {
            return refused(team, draft, refusal, actor);
        }
    }

    /** The page with the form as it was filled in, and what is wrong with it beside it. */
    private ModelAndView refused(@Nullable Long team, TeamDraft draft, InvalidInputException refusal, Principal actor) {
        ModelAndView page = page(actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("refused", team == null ? 0L : team);
        page.addObject("refusal", refusal.getMessage());
        page.addObject("draft", draft);
        return page;
    }

    @PostMapping(PAGE + "/dissolve")
    String dissolve(@RequestParam long team, Principal actor, RedirectAttributes flash) {
        return tell(flash, "The team is dissolved.", () -> teams.dissolve(team, actor.getName()));
    }

    @PostMapping(PAGE + "/freeze")
    String freeze(
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam String reason,
            Principal actor,
            RedirectAttributes flash) {
        return tell(
                flash,
                "Announced. What falls on these days is told on the first working morning after them.",
                () -> calendars.freeze(from, until, reason, actor.getName()));
    }

    @PostMapping(PAGE + "/thaw")
    String thaw(@RequestParam long freeze, Principal actor, RedirectAttributes flash) {
        return tell(flash, "Lifted.", () -> calendars.thaw(freeze, actor.getName()));
    }

    private static String tell(RedirectAttributes flash, String done, Runnable deed) {
        try {
            deed.run();
            flash.addFlashAttribute("done", done);
        } catch (InvalidInputException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return BACK;
    }
}
