package io.followthrough.dashboard.web;

import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.actionitem.Priority;
import io.followthrough.dashboard.ItemBoard;
import io.followthrough.dashboard.ItemRow;
import io.followthrough.escalation.Escalations;
import io.followthrough.notification.Snoozes;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.ticket.TicketTroubles;
import io.followthrough.ticket.Tickets;
import java.security.Principal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of an action item. */
@Controller
class ActionItemPageController {

    private final ItemBoard board;
    private final ActionItems items;
    private final Escalations escalations;
    private final Tickets tickets;
    private final TicketTroubles troubles;
    private final Snoozes snoozes;
    private final Outlooks outlooks;
    private final History history;

    ActionItemPageController(
            ItemBoard board,
            ActionItems items,
            Escalations escalations,
            Tickets tickets,
            TicketTroubles troubles,
            Snoozes snoozes,
            Outlooks outlooks,
            History history) {
        this.board = board;
        this.items = items;
        this.escalations = escalations;
        this.tickets = tickets;
        this.troubles = troubles;
        this.snoozes = snoozes;
        this.outlooks = outlooks;
        this.history = history;
    }

    @GetMapping("/action-items/{id}")
    String item(@PathVariable String id, Principal viewer, Model model) {
        ItemRow item = board.get(id);
        model.addAttribute("item", item);
        model.addAttribute("ticket", tickets.of(id).orElse(null));
        model.addAttribute("troubles", troubles.of(id, viewer.getName()));
        model.addAttribute("escalations", escalations.of(id));
        model.addAttribute("upcoming", escalations.upcoming(id).orElse(null));
        model.addAttribute("outlook", outlooks.of(id));
        model.addAttribute("viewer", viewer.getName());
        model.addAttribute("snooze", snoozes.of(id, item.owner()).orElse(null));
        model.addAttribute("latestSnooze", snoozes.latestDay(viewer.getName()));
        model.addAttribute("history", history.of(id));
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("mayEdit", items.mayEdit(id, viewer.getName()));
        return "actionitem/detail";
    }

    @PostMapping("/action-items/{id}")
    String edit(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Priority priority,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            @RequestParam(defaultValue = "") String back,
            Principal actor,
            RedirectAttributes flash) {
        try {
            items.edit(id, new ActionItemEdit(owner, priority, due, null), actor.getName());
            flash.addFlashAttribute("done", id + " is changed.");
        } catch (InvalidInputException | ConflictException | ForbiddenException refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:"
                + (back.equals("postmortem") ? "/postmortems/" + board.get(id).postmortem() : "/action-items/" + id);
    }
}
