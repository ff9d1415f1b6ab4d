package io.followthrough.dashboard.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItemKind;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.dashboard.Dashboard;
import io.followthrough.dashboard.ItemBoard;
import io.followthrough.dashboard.ItemFilter;
import io.followthrough.dashboard.ItemRow;
import io.followthrough.dashboard.Numbers;
import io.followthrough.dashboard.OwnerRow;
import io.followthrough.dashboard.PostmortemRow;
import io.followthrough.platform.History;
import io.followthrough.platform.HistoryEntry;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.postmortem.Postmortem;
import io.followthrough.postmortem.PostmortemKey;
import io.followthrough.postmortem.PostmortemView;
import io.followthrough.postmortem.Postmortems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Postmortems and action items with everything that belongs to them, for scripts. */
@RestController
@RequestMapping("/api")
class DashboardApiController {

    private static final int PAGE = 500;

    /** Far beyond the last one, and small enough to be multiplied by any page size. */
    private static final int LAST_PAGE = 1_000_000;

    private static final int LISTED = 20;
    private static final ActionItemEdit NOTHING = new ActionItemEdit(null, null, null, null);

    private final Dashboard dashboard;
    private final ItemBoard board;
    private final Postmortems postmortems;
    private final ActionItems items;
    private final History history;

    DashboardApiController(
            Dashboard dashboard, ItemBoard board, Postmortems postmortems, ActionItems items, History history) {
        this.dashboard = dashboard;
        this.board = board;
        this.postmortems = postmortems;
        this.items = items;
        this.history = history;
    }

    @Operation(summary = "The numbers of the dashboard")
    @Tag(name = "Dashboard")
    @GetMapping("/dashboard")
    Overview dashboard() {
        return new Overview(dashboard.numbers(), dashboard.underWay(LISTED), dashboard.owners(LISTED));
    }

    @Operation(summary = "One postmortem with its document, action items, tickets and history")
    @Tag(name = "Postmortems")
    @GetMapping("/postmortems/{number}")
    Detail postmortem(@PathVariable String number) {
        PostmortemKey key = PostmortemKey.of(number);
        Postmortem postmortem = postmortems.get(key);
        return new Detail(
                PostmortemView.of(postmortem, postmortems.reading(postmortem)),
                board.of(key),
                history.of(key.toString()));
    }

    @Operation(summary = "Lists action items, the next due first")
    @Tag(name = "Action items")
    @GetMapping("/action-items")
    Listing items(
            @ParameterObject ItemQuery query,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        ItemFilter filter = query.filter("");
        int limit = Math.min(PAGE, Math.max(1, size));
        return new Listing(
                board.find(filter, Math.min(LAST_PAGE, Math.max(0, page)) * limit, limit),
                Math.min(LAST_PAGE, Math.max(0, page)),
                limit,
                board.count(filter));
    }

    @Operation(summary = "One action item")
    @Tag(name = "Action items")
    @GetMapping("/action-items/{id}")
    ItemRow item(@PathVariable String id) {
        return board.get(id);
    }

    @Operation(summary = "Changes owner, priority, due date or kind of an action item")
    @Tag(name = "Action items")
    @PatchMapping("/action-items/{id}")
    ItemRow edit(@PathVariable String id, @RequestBody ActionItemEdit edit, Principal actor) {
        if (edit.equals(NOTHING)) {
            throw new InvalidInputException("Say what to change: owner, priority, due or kind.");
        }
        items.edit(id, edit, actor.getName());
        return board.get(id);
    }

    @Operation(summary = "Adds an action item to a published postmortem")
    @Tag(name = "Action items")
    @PostMapping("/postmortems/{number}/action-items")
    @ResponseStatus(HttpStatus.CREATED)
    ItemRow add(@PathVariable String number, @RequestBody Addition addition, Principal actor) {
        String title = addition.title() == null ? "" : addition.title();
        String description = addition.description() == null ? "" : addition.description();
        return board.get(items.add(PostmortemKey.of(number), title, description, addition.edit(), actor.getName())
                .id());
    }

    /** A new action item; what is missing is proposed as for one read from a document. */
    record Addition(
            @Nullable String title,
            @Nullable String description,
            @Nullable String owner,
            @Nullable Priority priority,
            @Nullable LocalDate due,
            @Nullable ActionItemKind kind) {

        ActionItemEdit edit() {
            return new ActionItemEdit(owner, priority, due, kind);
        }
    }

    /** One page of action items. */
    record Listing(List<ItemRow> actionItems, int page, int size, long total) {}

    /** What the dashboard shows. */
    record Overview(Numbers numbers, List<PostmortemRow> postmortems, List<OwnerRow> owners) {}

    /** Everything about one postmortem. */
    record Detail(@JsonUnwrapped PostmortemView postmortem, List<ItemRow> actionItems, List<HistoryEntry> history) {}
}
