package io.followthrough.dashboard.web;

import io.followthrough.dashboard.Dashboard;
import io.followthrough.dashboard.Desks;
import io.followthrough.dashboard.ItemBoard;
import io.followthrough.dashboard.ItemFilter;
import io.followthrough.dashboard.ItemRow;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard and the lists behind its numbers. */
@Controller
class DashboardPageController {

    private static final int LISTED = 8;
    private static final int WEEKS = 12;
    private static final int PAGE = 50;

    /** Far beyond the last one, and small enough to be multiplied by any page size. */
    private static final int LAST_PAGE = 1_000_000;

    private static final int EXPORTED = 100_000;
    private static final String OPEN = "open";

    private final Dashboard dashboard;
    private final ItemBoard board;
    private final Desks desks;

    DashboardPageController(Dashboard dashboard, ItemBoard board, Desks desks) {
        this.dashboard = dashboard;
        this.board = board;
        this.desks = desks;
    }

    @GetMapping("/")
    String dashboard(Principal viewer, Model model) {
        model.addAttribute("numbers", dashboard.numbers());
        model.addAttribute("desk", desks.of(viewer.getName()));
        model.addAttribute("weeks", WeekBars.of(dashboard.weeks(WEEKS)));
        model.addAttribute("postmortems", dashboard.underWay(LISTED));
        model.addAttribute("owners", dashboard.owners(LISTED));
        model.addAttribute("next", board.find(new ItemFilter(OPEN, false, "", "", "", "", "due"), 0, LISTED));
        return "dashboard/index";
    }

    @GetMapping("/postmortems")
    String postmortems(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int from = Math.min(LAST_PAGE, Math.max(0, page));
        model.addAttribute("status", status);
        model.addAttribute("q", q);
        model.addAttribute("page", from);
        List<?> rows = dashboard.postmortems(status, q, from * PAGE, PAGE + 1);
        model.addAttribute("more", rows.size() > PAGE);
        model.addAttribute("postmortems", rows.subList(0, Math.min(PAGE, rows.size())));
        return "postmortem/list";
    }

    @GetMapping("/action-items")
    String items(ItemQuery query, @RequestParam(defaultValue = "0") int page, Model model) {
        ItemFilter filter = query.filter(OPEN);
        String status = query.statusOr(OPEN);
        int from = Math.min(LAST_PAGE, Math.max(0, page));
        model.addAttribute("filter", filter);
        model.addAttribute("status", status);
        model.addAttribute("page", from);
        model.addAttribute("total", board.count(filter));
        model.addAttribute("size", PAGE);
        model.addAttribute("items", board.find(filter, from * PAGE, PAGE));
        model.addAttribute("links", new ItemLinks(filter, status));
        return "actionitem/list";
    }

    /** The list with the same filters as a spreadsheet reads it. */
    @GetMapping(path = "/action-items.csv", produces = "text/csv")
    ResponseEntity<String> csv(ItemQuery query) {
        List<ItemRow> rows = board.find(query.filter(OPEN), 0, EXPORTED);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("action-items.csv")
                                .build()
                                .toString())
                .body(Csv.of(rows));
    }
}
