package io.followthrough.ticket.jira;

import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import io.followthrough.team.Team;
import io.followthrough.team.Teams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators say which Jira issues action items become. Nothing is saved that Jira would refuse. */
@Controller
@ConditionalOnProperty(name = "followthrough.tracker", havingValue = "jira", matchIfMissing = true)
class JiraMappingPageController {

    private static final String PAGE = "/admin/jira/mapping";

    private final JiraAccess access;
    private final JiraMappings mappings;
    private final People people;
    private final JiraChecks checks;
    private final Teams teams;

    JiraMappingPageController(JiraAccess access, JiraMappings mappings, People people, JiraChecks checks, Teams teams) {
        this.access = access;
        this.mappings = mappings;
        this.people = people;
        this.checks = checks;
        this.teams = teams;
    }

    /** @param version an older one to start from, or null for the newest */
    @GetMapping(PAGE)
    ModelAndView page(Principal viewer, @RequestParam(required = false) @Nullable Integer version) {
        requireAdmin(viewer);
        String source = version == null
                ? currentSource()
                : mappings.find(version).map(JiraMappings.Version::source).orElseGet(this::currentSource);
        return page(source, List.of());
    }

    @GetMapping(PAGE + ".yaml")
    ResponseEntity<String> export(Principal viewer) {
        requireAdmin(viewer);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"jira-mapping.yaml\"")
                .body(currentSource());
    }

    /** @param file taken instead of the text, when there is one */
    @PostMapping(PAGE)
    ModelAndView save(
            Principal viewer,
            @RequestParam int after,
            @RequestParam String source,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        requireAdmin(viewer);
        String text = file == null || file.isEmpty() ? source : new String(file.getBytes(), StandardCharsets.UTF_8);
        List<String> problems = problems(text);
        if (!problems.isEmpty()) {
            return page(text, problems);
        }
        try {
            JiraMappings.Version saved = mappings.save(text, after, viewer.getName());
            flash.addFlashAttribute("done", "Saved as version " + saved.number() + ". New tickets are made by it.");
        } catch (ConflictException e) {
            return page(text, List.of(String.valueOf(e.getMessage())));
        }
        return new ModelAndView("redirect:" + PAGE);
    }

    private List<String> problems(String source) {
        JiraMapping mapping;
        try {
            mapping = JiraMappingYaml.read(source);
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        Stream<String> ofJira =
                checks.run(mapping).stream().filter(JiraCheckLine::isProblem).map(JiraCheckLine::words);
        return Stream.concat(unknownTeams(mapping), ofJira).toList();
    }

    private Stream<String> unknownTeams(JiraMapping mapping) {
        List<String> names = teams.all().stream().map(Team::name).toList();
        return mapping.routes().stream()
                .flatMap(route -> route.teams().stream())
                .distinct()
                .filter(team -> !names.contains(team))
                .map(team -> "There is no team " + team + "; there "
                        + (names.isEmpty() ? "is none yet." : "are " + String.join(", ", names) + "."));
    }

    private ModelAndView page(String source, List<String> problems) {
        ModelAndView page = new ModelAndView("ticket/mapping");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("source", source);
        page.addObject("problems", problems);
        page.addObject("versions", mappings.versions());
        page.addObject(
                "after", mappings.newest().map(JiraMappings.Version::number).orElse(0));
        return page;
    }

    private String currentSource() {
        return mappings.newest()
                .map(JiraMappings.Version::source)
                .orElseGet(() -> JiraMappingYaml.write(JiraMapping.of(access)));
    }

    private void requireAdmin(Principal viewer) {
        if (people.find(viewer.getName())
                .filter(person -> person.is(Role.ADMIN))
                .isEmpty()) {
            throw new ForbiddenException("This page is for administrators.");
        }
    }
}
