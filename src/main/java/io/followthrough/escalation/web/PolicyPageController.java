package io.followthrough.escalation.web;

import io.followthrough.escalation.Policies;
import io.followthrough.escalation.PolicyDiff;
import io.followthrough.escalation.PolicyTable;
import io.followthrough.escalation.PolicyTables;
import io.followthrough.escalation.PolicyVersion;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where managers look at the tables that say who hears when, and administrators change them. */
@Controller
class PolicyPageController {

    private static final String PAGE = "/admin/policies";

    private final Policies policies;
    private final PolicyTables tables;
    private final PolicyReaders readers;
    private final People people;

    PolicyPageController(Policies policies, PolicyTables tables, PolicyReaders readers, People people) {
        this.policies = policies;
        this.tables = tables;
        this.readers = readers;
        this.people = people;
    }

    @GetMapping(PAGE)
    ModelAndView list(Principal viewer) {
        ModelAndView page = page("escalation/policies", viewer);
        page.addObject("versions", policies.versions());
        page.addObject("inForce", policies.inForce());
        return page;
    }

    @PostMapping(PAGE)
    String upload(
            @RequestParam MultipartFile file, @RequestParam String note, Principal actor, RedirectAttributes flash)
            throws IOException {
        try {
            String dmn = new String(file.getBytes(), StandardCharsets.UTF_8);
            PolicyVersion saved = policies.propose(dmn, note, actor.getName());
            flash.addFlashAttribute("done", "Saved as version " + saved.number() + ". It is not in force yet.");
            return "redirect:" + PAGE + "/" + saved.number();
        } catch (InvalidInputException e) {
            flash.addFlashAttribute("problem", e.getMessage());
            return "redirect:" + PAGE;
        }
    }

    @GetMapping(PAGE + "/{number}")
    ModelAndView show(@PathVariable int number, Principal viewer) {
        PolicyVersion version = policies.get(number);
        PolicyVersion inForce = policies.inForce();
        ModelAndView page = page("escalation/policy", viewer);
        page.addObject("version", version);
        page.addObject("inForce", inForce);
        page.addObject("current", number == inForce.number());
        page.addObject("table", policies.table(version));
        page.addObject("columns", columns(policies.table(version)));
        page.addObject("problems", policies.problems(version));
        page.addObject("changes", PolicyDiff.between(policies.table(inForce), policies.table(version)));
        return page;
    }

    @GetMapping(PAGE + "/{number}.dmn")
    ResponseEntity<String> download(@PathVariable int number, Principal viewer) {
        readers.require(viewer);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"escalation-policy-v" + number + ".dmn\"")
                .body(policies.get(number).dmn());
    }

    @GetMapping(PAGE + "/{number}/edit")
    ModelAndView edit(@PathVariable int number, Principal viewer) {
        PolicyVersion version = policies.get(number);
        ModelAndView page = page("escalation/policy-edit", viewer);
        page.addObject("version", version);
        page.addObject("rows", policies.table(version).rows());
        page.addObject("columns", columns(policies.table(version)));
        return page;
    }

    /** Cells come as {@code cell.ROW.COLUMN}, the rows to go as {@code remove}, a new one as {@code added.COLUMN}. */
    @PostMapping(PAGE + "/{number}/edit")
    String save(
            @PathVariable int number,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable List<String> remove,
            @RequestParam String note,
            @RequestParam(defaultValue = "") String newRow,
            Principal actor,
            RedirectAttributes flash) {
        PolicyVersion version = policies.get(number);
        try {
            String dmn = tables.edit(
                    version.dmn(),
                    cells(policies.table(version), fields, newRow.strip()),
                    remove == null ? Set.of() : new HashSet<>(remove));
            PolicyVersion saved = policies.propose(dmn, note, actor.getName());
            flash.addFlashAttribute("done", "Saved as version " + saved.number() + ". It is not in force yet.");
            return "redirect:" + PAGE + "/" + saved.number();
        } catch (InvalidInputException e) {
            flash.addFlashAttribute("problem", e.getMessage());
            return "redirect:" + PAGE + "/" + number + "/edit";
        }
    }

    private static Map<String, Map<String, String>> cells(
            PolicyTable table, Map<String, String> fields, String newRow) {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (PolicyTable.Row row : table.rows()) {
            row.cells().forEach((column, before) -> {
                String written = fields.get("cell." + row.id() + "." + column);
                if (written != null && !written.equals(CellText.shown(before))) {
                    cells.computeIfAbsent(row.id(), id -> new LinkedHashMap<>())
                            .put(column, CellText.written(written, before));
                }
            });
        }
        if (!newRow.isEmpty()) {
            Map<String, String> model =
                    table.rows().get(table.rows().size() - 1).cells();
            Map<String, String> added = new LinkedHashMap<>();
            model.forEach((column, like) ->
                    added.put(column, CellText.written(fields.getOrDefault("added." + column, ""), like)));
            cells.put(newRow, added);
        }
        return cells;
    }

    @PostMapping(PAGE + "/{number}/activate")
    String activate(@PathVariable int number, Principal actor, RedirectAttributes flash) {
        try {
            policies.activate(number, actor.getName());
            flash.addFlashAttribute("done", "Version " + number + " is in force. Every open item is planned by it.");
        } catch (InvalidInputException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:" + PAGE + "/" + number;
    }

    private static List<String> columns(PolicyTable table) {
        return table.rows().isEmpty()
                ? List.of()
                : List.copyOf(table.rows().get(0).cells().keySet());
    }

    private ModelAndView page(String view, Principal viewer) {
        readers.require(viewer);
        ModelAndView page = new ModelAndView(view);
        page.addObject(
                "mayChange",
                people.find(viewer.getName())
                        .filter(person -> person.is(Role.ADMIN))
                        .isPresent());
        page.addObject("text", new CellText());
        return page;
    }
}
