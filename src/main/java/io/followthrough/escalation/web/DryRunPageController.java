package io.followthrough.escalation.web;

import io.followthrough.escalation.DryRun;
import io.followthrough.escalation.Policies;
import io.followthrough.escalation.PolicyTable;
import io.followthrough.escalation.PolicyVersion;
import io.followthrough.escalation.web.DryRunView.Column;
import io.followthrough.platform.FollowthroughProperties;
import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where managers try a table: on the items that are open, and on what happened. Nothing is sent. */
@Controller
class DryRunPageController {

    private static final String PAGE = "/admin/policies/{number}";
    private static final int LONGEST_LOOK = 180;
    private static final String REALLY_SENT = "really sent";

    private final Policies policies;
    private final DryRun dryRun;
    private final PolicyReaders readers;
    private final People people;
    private final FollowthroughProperties properties;
    private final Clock clock;

    DryRunPageController(
            Policies policies,
            DryRun dryRun,
            PolicyReaders readers,
            People people,
            FollowthroughProperties properties,
            Clock clock) {
        this.policies = policies;
        this.dryRun = dryRun;
        this.readers = readers;
        this.people = people;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping(PAGE + "/dry-run")
    ModelAndView ahead(@PathVariable int number, @RequestParam(defaultValue = "30") int days, Principal viewer) {
        readers.require(viewer);
        int look = Math.max(1, Math.min(days, LONGEST_LOOK));
        List<Column> columns = ahead(number, look);
        LocalDate today = today();
        ModelAndView page = page("escalation/dry-run", number);
        page.addObject("view", DryRunView.of(today, today.plusDays(look), zone(), columns));
        page.addObject("days", look);
        page.addObject(
                "headline",
                DryRunWords.ahead(
                        columns.get(0).report(), columns.get(columns.size() - 1).report(), columns.size() == 1));
        return page;
    }

    @GetMapping(PAGE + "/dry-run.csv")
    ResponseEntity<String> aheadCsv(
            @PathVariable int number, @RequestParam(defaultValue = "30") int days, Principal viewer) {
        readers.require(viewer);
        return csv(
                "dry-run-v" + number,
                ahead(number, Math.max(1, Math.min(days, LONGEST_LOOK))).subList(0, 1));
    }

    @GetMapping(PAGE + "/replay")
    ModelAndView back(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            Principal viewer) {
        readers.require(viewer);
        ReplayPeriod chosen = ReplayPeriod.of(period, from, until, today());
        List<Column> columns = back(number, chosen);
        ModelAndView page = page("escalation/replay", number);
        page.addObject("view", DryRunView.of(chosen.first(), chosen.last(), zone(), columns));
        page.addObject("period", chosen);
        page.addObject(
                "headline",
                DryRunWords.back(
                        chosen.words(),
                        columns.get(0).report(),
                        columns.get(columns.size() - 2).report(),
                        columns.get(columns.size() - 1).report(),
                        columns.size() == 2));
        return page;
    }

    @GetMapping(PAGE + "/replay.csv")
    ResponseEntity<String> backCsv(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            Principal viewer) {
        readers.require(viewer);
        ReplayPeriod chosen = ReplayPeriod.of(period, from, until, today());
        return csv("replay-v" + number + "-" + chosen.first() + "-" + chosen.last(), back(number, chosen));
    }

    /** The table itself, and the one in force unless that is the same. */
    private List<Column> ahead(int number, int days) {
        return tables(number).stream()
                .map(version -> new Column(name(version, number), dryRun.ahead(policies.table(version), days)))
                .toList();
    }

    /** The table itself, the one in force unless that is the same, and what was really sent. */
    private List<Column> back(int number, ReplayPeriod period) {
        List<Column> columns = new ArrayList<>();
        for (PolicyVersion version : tables(number)) {
            PolicyTable table = policies.table(version);
            columns.add(
                    new Column(name(version, number), dryRun.back(table, period.from(zone()), period.until(zone()))));
        }
        columns.add(new Column(REALLY_SENT, dryRun.real(period.from(zone()), period.until(zone()))));
        return columns;
    }

    private List<PolicyVersion> tables(int number) {
        PolicyVersion version = policies.get(number);
        PolicyVersion inForce = policies.inForce();
        return number == inForce.number() ? List.of(version) : List.of(version, inForce);
    }

    private static String name(PolicyVersion version, int tried) {
        return version.title() + (version.number() == tried ? "" : ", in force");
    }

    private ModelAndView page(String view, int number) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("version", policies.get(number));
        page.addObject("names", people.all().stream().collect(Collectors.toMap(Person::id, Person::name)));
        return page;
    }

    private static ResponseEntity<String> csv(String name, List<Column> columns) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(DryRunCsv.of(columns));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return properties.zone();
    }
}
