package io.followthrough.team.web;

import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.NotFoundException;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.team.Calendars;
import io.followthrough.team.PublicHolidays;
import io.followthrough.team.Teams;
import io.followthrough.team.WorkingTime;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people say when they work and when they are away; administrators do so for others too. */
@Controller
class WorkingTimePageController {

    private static final String PAGE = "/working-time";

    private final Calendars calendars;
    private final Teams teams;
    private final PublicHolidays holidays;
    private final People people;

    WorkingTimePageController(Calendars calendars, Teams teams, PublicHolidays holidays, People people) {
        this.calendars = calendars;
        this.teams = teams;
        this.holidays = holidays;
        this.people = people;
    }

    /** @param person whose it is, or null for one's own */
    @GetMapping(PAGE)
    ModelAndView page(@RequestParam(required = false) @Nullable String person, Principal viewer) {
        String id = person == null ? viewer.getName() : person;
        if (!id.equals(viewer.getName())
                && people.find(viewer.getName())
                        .filter(found -> found.is(Role.ADMIN))
                        .isEmpty()) {
            throw new ForbiddenException("Only administrators see the working time of others.");
        }
        Person whose = people.find(id).orElseThrow(() -> new NotFoundException("Nobody is called " + id + "."));
        ModelAndView page = new ModelAndView("team/working-time");
        page.addObject("whose", whose);
        page.addObject("own", id.equals(viewer.getName()));
        page.addObject("time", calendars.workingTime(id));
        page.addObject("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
        page.addObject("countries", holidays.countries());
        page.addObject("days", DayOfWeek.values());
        page.addObject("people", people.all());
        page.addObject("names", Names.of(people));
        page.addObject("team", teams.of(id).orElse(null));
        page.addObject(
                "absences",
                teams.absences().stream()
                        .filter(absence -> absence.person().equals(id))
                        .toList());
        return page;
    }

    @PostMapping(PAGE)
    String set(
            @RequestParam String person,
            @RequestParam String zone,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable List<DayOfWeek> workdays,
            @RequestParam LocalTime from,
            @RequestParam LocalTime until,
            @RequestParam LocalTime quietFrom,
            @RequestParam LocalTime quietUntil,
            Principal actor,
            RedirectAttributes flash) {
        try {
            Set<DayOfWeek> days = workdays == null ? Set.of() : Set.copyOf(workdays);
            WorkingTime time = new WorkingTime(zoneOf(zone), region.strip(), days, from, until, quietFrom, quietUntil);
            calendars.set(person, time, actor.getName());
            flash.addFlashAttribute("done", "Saved. What is planned from now on goes by it.");
        } catch (InvalidInputException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return back(person, actor, flash);
    }

    @PostMapping(PAGE + "/away")
    String away(
            @RequestParam String person,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam String standIn,
            Principal actor,
            RedirectAttributes flash) {
        try {
            teams.away(person, from, until, standIn, actor.getName());
            flash.addFlashAttribute("done", "Saved. Whoever stands in is asked instead.");
        } catch (InvalidInputException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return back(person, actor, flash);
    }

    @PostMapping(PAGE + "/back")
    String back(@RequestParam long absence, @RequestParam String person, Principal actor, RedirectAttributes flash) {
        teams.back(absence, actor.getName());
        flash.addFlashAttribute("done", "Welcome back.");
        return back(person, actor, flash);
    }

    private static String back(String person, Principal actor, RedirectAttributes flash) {
        if (!person.equals(actor.getName())) {
            flash.addAttribute("person", person);
        }
        return "redirect:" + PAGE;
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw new InvalidInputException("There is no zone " + zone + ": write one such as Europe/Berlin.");
        }
    }
}
